import { expect, it } from 'vitest';
import published from '../../../questionnaires/it-sakerhet-upphandling/2025/instrument.json' with {
  type: 'json',
};
import type { Json } from '../json.ts';
import { instrumentProblems } from '../parse-instrument.ts';
import { blankInstrument } from './blank.ts';
import { diffInstruments } from './diff.ts';
import { readInstrumentFile, writeInstrumentFile } from './import-file.ts';
import { listAt, put } from './json-path.ts';
import { slugOf } from './names.ts';
import { addList, addQuestion, addSection, moveQuestion, moveToSection, nameCode } from './operations.ts';
import { outlineOf } from './outline.ts';
import { faultsOf } from './places.ts';
import { readingTime, wordsIn } from './reading-time.ts';
import { unseenIn } from './unseen.ts';

const definition: Json = published;
const NONE: ReadonlySet<string> = new Set();

it('shows all of the published questionnaire', () => {
  const outline = outlineOf(definition);
  expect(outline.sections.map(({ questions }) => questions.length)).toEqual([3, 3, 3, 3, 3, 3, 3]);
  expect(outline.stray).toEqual([]);
  expect(unseenIn(definition)).toEqual([]);
  expect(faultsOf(definition)).toEqual([]);
});

it('names what it cannot show, with its place', () => {
  let strange = put(definition, ['pages', 1, 'visibleIf'], "{a1_1_scope} = 'scope_some'");
  strange = put(strange, ['pages', 0, 'title', 'de'], 'Frage');
  strange = put(strange, ['showProgressBar'], true);
  expect(
    unseenIn(strange).map(({ place, name }) => [place.page === 'question' ? place.id : place.page, name]),
  ).toEqual([
    ['study', 'showProgressBar'],
    ['A1.1', 'de'],
    ['A1.2', 'visibleIf'],
  ]);
});

it('tells a fault with the place to mend it at', () => {
  const broken = put(
    put(definition, ['pages', 1, 'title', 'en'], ''),
    ['pages', 0, 'elements', 0, 'choices', 1, 'text', 'default'],
    ' ',
  );
  expect(
    faultsOf(broken).map(({ place, language, fault }) => ({ ...place, language, fault: fault.type })),
  ).toEqual([
    {
      page: 'question',
      index: 0,
      id: 'A1.1',
      part: 'code',
      member: 0,
      code: 1,
      language: 'sv',
      fault: 'no_text',
    },
    {
      page: 'question',
      index: 1,
      id: 'A1.2',
      part: 'text',
      member: null,
      code: null,
      language: 'en',
      fault: 'no_text',
    },
  ]);
});

it('counts words as they are read, and the pace turns them into seconds', () => {
  expect(wordsIn('Hur ser era rutiner ut om ni inte använder KLASSA?')).toBe(10);
  expect(wordsIn('IT‑säkerhet … 27001')).toBe(2);
  const time = readingTime(definition, 'sv', 60);
  expect(time.sections[0]?.seconds).toBe(
    listAt(definition, ['pages'])
      .slice(0, 3)
      .reduce<number>(
        (sum, page) => sum + wordsIn((page as { title: { default: string } }).title.default),
        0,
      ),
  );
  expect(time.total).toBeCloseTo(readingTime(definition, 'sv', 120).total * 2);
});

it('tells what was done, in the order one reads it', () => {
  let next = put(definition, ['pages', 0, 'title', 'default'], 'Ny lydelse?');
  next = moveQuestion(next, 4, 1);
  next = put(next, ['pages', 2, 'notApplicableIf'], "{a1_1_scope} = 'scope_all'");
  next = put(next, ['pages', 3, 'probes'], []);
  expect(
    diffInstruments(definition, next).map((one) =>
      'question' in one ? [one.type, one.question] : [one.type],
    ),
  ).toEqual([
    ['questions_moved'],
    ['wording', 'A1.1'],
    ['routing', 'A1.3'],
    ['probe_removed', 'A2.1'],
    ['probe_removed', 'A2.1'],
  ]);
  expect(diffInstruments(definition, JSON.parse(JSON.stringify(definition)))).toEqual([]);
});

it('gives a question that changes area the next number there, and the conditions on it follow', () => {
  const { definition: moved, id } = moveToSection(
    definition,
    0,
    'A7',
    new Set(['A7.1', 'A7.2', 'A7.3', 'A7.4']),
  );
  expect(id).toBe('A7.5');
  expect(faultsOf(moved)).toEqual([]);
  const outline = outlineOf(moved);
  expect(
    outline.sections
      .at(-1)
      ?.questions.at(-1)
      ?.lists.map(({ name }) => name),
  ).toEqual(['a7_5_method', 'a7_5_scope']);
  expect(outline.sections[0]?.questions[0]?.notApplicableIf).toBe(
    "{a7_5_method} contains 'klassa' and {a7_5_scope} = 'scope_all'",
  );
});

it('begins from nothing: what is left to fill in is all that keeps it from being published', () => {
  const blank = blankInstrument('min-studie');
  expect(faultsOf(blank).map(({ fault, place }) => [place.page, fault.type])).toEqual([
    ['study', 'empty_list'],
    ['study', 'empty_list'],
    ['study', 'no_text'],
    ['study', 'no_text'],
  ]);
  let filled = put(blank, ['title'], { default: 'Min studie', en: 'My study' });
  filled = addSection(filled, NONE).definition;
  filled = put(filled, ['sections', 0, 'title'], { sv: 'Ett', en: 'One' });
  filled = put(filled, ['sections', 0, 'shortTitle'], { sv: 'Ett', en: 'One' });
  filled = put(filled, ['pages', 0, 'title'], { default: 'Hur?', en: 'How?' });
  expect(instrumentProblems(filled)).toEqual([]);
  filled = addQuestion(filled, 'A1', new Set(['A1.1'])).definition;
  expect(outlineOf(filled).sections[0]?.questions.map(({ id }) => id)).toEqual(['A1.1', 'A1.2']);
});

it('makes the value of a new pre-code out of its words, once', () => {
  let next = addList(definition, 2, NONE);
  const list = ['pages', 2, 'elements', 2] as const;
  const code = [...list, 'choices', 0];
  next = put(next, [...code, 'text', 'default'], 'Ramavtal, även andras');
  next = nameCode(next, code, NONE, NONE);
  expect(outlineOf(next).sections[0]?.questions[2]?.lists[2]?.codes[0]?.value).toBe('ramavtal_aven_andras');
  expect(nameCode(put(next, [...code, 'text', 'default'], 'Annat'), code, NONE, NONE)).toEqual(
    put(next, [...code, 'text', 'default'], 'Annat'),
  );
  expect(slugOf('Åäö – 27001 x')).toBe('aao_27001_x');
  expect(slugOf('…')).toBe('');
});

it('takes a file that can be mended, and refuses one that is no questionnaire', () => {
  const file = writeInstrumentFile(definition);
  expect(readInstrumentFile(`\uFEFF${file}`)).toEqual({ ok: true, value: definition });
  expect(readInstrumentFile('{"pages": [{}], "sections": []}').ok).toBe(true);
  expect(readInstrumentFile('{')).toEqual({ ok: false, error: { type: 'not_json' } });
  for (const text of ['[]', 'null', '{}', '{"pages": [1], "sections": []}', '{"pages": {}, "sections": []}'])
    expect(readInstrumentFile(text), text).toEqual({ ok: false, error: { type: 'not_an_instrument' } });
});
