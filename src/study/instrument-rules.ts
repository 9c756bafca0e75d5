import type { DefinitionReader } from './definition-reader.ts';
import type { Bilingual, Instrument, Question } from './instrument.ts';
import { WAVE_FIELDS } from './rows.ts';

/** Fields a text read aloud may hold; the interview screen fills them. */
export const SCRIPT_FIELDS: readonly string[] = [
  ...WAVE_FIELDS.map((field) => `wave.${field}`),
  'receipt',
  'municipality',
];

/** Names in braces. SurveyJS uses the same form in its expressions. */
const BRACED = /\{([^{}]*)\}/g;
export const fieldsOf = (text: string): readonly string[] =>
  Array.from(text.matchAll(BRACED), (match) => match[1] ?? '');

/** A field nobody fills would be read aloud as it stands; both languages must say the same things. */
export const checkFields = (reader: DefinitionReader, text: Bilingual, path: string): void => {
  for (const language of ['sv', 'en'] as const) {
    for (const field of fieldsOf(text[language])) {
      if (!SCRIPT_FIELDS.includes(field))
        reader.note(`${path}/${language}`, { type: 'no_field', value: field });
    }
  }
  if (fieldSet(text.sv) !== fieldSet(text.en)) {
    reader.note(path, { type: 'fields_differ' });
  }
};

const fieldSet = (text: string): string => [...new Set(fieldsOf(text))].sort().join(' ');

/** Rules across questions: names are unique in the whole instrument and expressions name what is there. */
export const checkNames = (reader: DefinitionReader, instrument: Instrument): void => {
  const questions = instrument.sections.flatMap((section) => section.questions);
  const seen = new Map<string, string>();
  const claim = (name: string, owner: string): void => {
    if (name === '') return;
    const other = seen.get(name);
    if (other !== undefined) reader.note(owner, { type: 'name_taken', value: name, owner: other });
    else seen.set(name, owner);
  };
  questions.forEach((question, page) => {
    const path = `/pages/${page}`;
    claim(question.notes, path);
    for (const list of question.preCodeLists) claim(list.name, path);
    for (const probe of question.probes) claim(probe.id, path);
  });
  claim(instrument.closingNotes, '/closingNotes');

  const values = valuesByList(questions);
  questions.forEach((question, page) => {
    const path = `/pages/${page}`;
    checkExpression(reader, question.notApplicableIf, `${path}/notApplicableIf`, values);
    question.probes.forEach((probe, index) => {
      checkExpression(reader, probe.offeredIf, `${path}/probes/${index}/offeredIf`, values);
    });
  });
};

const valuesByList = (questions: readonly Question[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    questions.flatMap((question) =>
      question.preCodeLists.map((list) => [list.name, list.preCodes.map((code) => code.value)] as const),
    ),
  );

/** An expression over elements or values that are not there would silently never be true. */
const checkExpression = (
  reader: DefinitionReader,
  expression: string | undefined,
  path: string,
  values: ReadonlyMap<string, readonly string[]>,
): void => {
  if (expression === undefined || expression === '') return;
  const names = fieldsOf(expression);
  if (names.length === 0) reader.note(path, { type: 'condition_empty' });
  const known = new Set<string>();
  for (const name of names) {
    const list = values.get(name);
    if (list === undefined) reader.note(path, { type: 'condition_list', value: name });
    for (const value of list ?? []) known.add(value);
  }
  if (names.some((name) => !values.has(name))) return;
  for (const [, value = ''] of expression.matchAll(/'([^']*)'/g)) {
    if (!known.has(value)) reader.note(path, { type: 'condition_code', value });
  }
};
