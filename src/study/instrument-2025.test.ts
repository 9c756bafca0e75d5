import { Ajv } from 'ajv';
import { ElementFactory, Model, Question, Serializer, surveyLocalization } from 'survey-core';
import { beforeAll, describe, expect, it } from 'vitest';
import libraryDefinition from '../../node_modules/survey-core/surveyjs_definition.json' with { type: 'json' };
import definition from '../../questionnaires/it-sakerhet-upphandling/2025/instrument.json' with {
  type: 'json',
};
import schema from '../../questionnaires/schema/instrument.schema.json' with { type: 'json' };
import { WORDING_2025 } from './instrument-2025.wording.ts';
import { INSTRUMENT_PROPERTIES, NOTES_TYPE } from './instrument-properties.ts';
import { instrumentProblems, parseInstrument } from './parse-instrument.ts';

const parsed = parseInstrument(definition);
if (!parsed.ok) throw new Error(`${parsed.error.path}: ${parsed.error.reason}`);
const instrument = parsed.value;
const questions = instrument.sections.flatMap((section) => section.questions);

describe('the 2025 instrument', () => {
  it('has no problem', () => expect(instrumentProblems(definition)).toEqual([]));

  it('has seven areas of three questions in the printed order', () => {
    expect(instrument.sections.map((section) => section.questions.length)).toEqual([3, 3, 3, 3, 3, 3, 3]);
    expect(questions.map((question) => question.id)).toEqual(WORDING_2025.map((wording) => wording.id));
  });

  it.each(WORDING_2025)('keeps the wording of $id', (wording) => {
    const question = questions.find((candidate) => candidate.id === wording.id);
    expect(question?.text).toEqual({ sv: wording.sv, en: wording.en });
    const preCodes = question?.preCodeLists.flatMap((list) =>
      list.preCodes.map((code) => `${code.value} ${code.text.sv}${code.exclusive ? ' !' : ''}`),
    );
    expect(preCodes).toEqual(wording.preCodes);
    expect(question?.probes.map((probe) => probe.text.sv)).toEqual(wording.probes);
  });

  it('says in the opening who pays, that it is no sales call, and what not to tell', () => {
    const opening = instrument.opening.map((part) => part.text.sv).join(' ');
    expect(opening).toContain(
      'Det är inget säljsamtal, och uppdragsgivaren får aldrig veta vilka kommuner som deltagit eller vem som svarat vad',
    );
    expect(opening).toContain(
      'Berätta inte om enskilda sårbarheter eller annat som kan omfattas av sekretess',
    );
    expect(instrument.opening).toHaveLength(4);
    expect(instrument.objections).toHaveLength(5);
    expect(instrument.roles.map((role) => role.value)).toEqual([
      'it',
      'infosec',
      'digitalisation',
      'procurement',
      'other',
    ]);
  });

  it('passes the JSON Schema built on the one the survey library ships', () => {
    const ajv = new Ajv({ allErrors: true, strict: false });
    ajv.addSchema(libraryDefinition, 'surveyjs_definition.json');
    const validate = ajv.compile(schema);
    validate(definition);
    expect(validate.errors ?? []).toEqual([]);
  });
});

/** What the interview does at run time, in the least form: register our properties and the notes element. */
describe('the survey library', () => {
  beforeAll(() => {
    surveyLocalization.defaultLocale = 'sv';
    for (const property of INSTRUMENT_PROPERTIES) {
      Serializer.addProperty(property.class, { name: property.name, type: property.type });
    }
    class Notes extends Question {
      override getType(): string {
        return NOTES_TYPE;
      }
    }
    Serializer.addClass(NOTES_TYPE, [], () => new Notes(''), 'question');
    ElementFactory.Instance.registerElement(NOTES_TYPE, (name) => new Notes(name));
  });

  it('accepts the definition without an unknown property', () => {
    const model = new Model(definition);
    expect((model.jsonErrors ?? []).map((error) => error.message)).toEqual([]);
    expect(model.pages).toHaveLength(21);
    for (const question of questions) {
      expect(model.getQuestionByName(question.notes)?.getType()).toBe(NOTES_TYPE);
    }
  });

  it('shows each title in the language asked for', () => {
    const model = new Model(definition);
    for (const language of ['sv', 'en'] as const) {
      model.locale = language;
      expect(model.pages.map((page) => page.title)).toEqual(
        questions.map((question) => question.text[language]),
      );
    }
  });

  it('understands the conditions', () => {
    const model = new Model(definition);
    const a11 = questions.find((question) => question.id === 'A1.1');
    const a12 = questions.find((question) => question.id === 'A1.2');
    const holds = (expression: string | undefined) => model.runCondition(expression ?? 'false');
    expect(holds(a11?.probes[0]?.offeredIf)).toBe(false);
    model.setValue('a1_1_method', ['klassa']);
    expect(holds(a11?.probes[0]?.offeredIf)).toBe(true);
    expect(holds(a12?.notApplicableIf)).toBe(false);
    model.setValue('a1_1_scope', 'scope_all');
    expect(holds(a12?.notApplicableIf)).toBe(true);
    model.setValue('a1_1_method', ['none']);
    expect(holds(a11?.probes[0]?.offeredIf)).toBe(false);
  });
});
