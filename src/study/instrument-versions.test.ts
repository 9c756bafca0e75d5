import { describe, expect, it } from 'vitest';
import published from '../../questionnaires/it-sakerhet-upphandling/2025/instrument.json' with {
  type: 'json',
};
import { groupOf, questionGroups, withEarlierQuestions, wordingMark } from './instrument-versions.ts';
import type { Json } from './json.ts';
import { parseInstrument } from './parse-instrument.ts';
import type { InstrumentConcordance } from './rows.ts';

const version = (number: number, words: string | null, concordance: InstrumentConcordance | null = null) => ({
  wave: 'w',
  version: number,
  hash: `h${number}`,
  definition: {
    pages: words === null ? [] : [{ questionId: 'A1.1', title: { default: words, en: `${words} en` } }],
  } as Json,
  concordance,
});
const since = (before: string, word?: 'same' | 'different'): InstrumentConcordance => ({
  before,
  questions: word ? { 'A1.1': word } : {},
});
const groups = (...versions: readonly ReturnType<typeof version>[]) =>
  Object.fromEntries(questionGroups(versions, 'A1.1'));

describe('questionGroups', () => {
  it('counts as one what was said to be one, or was left as it was', () => {
    expect(
      groups(
        version(3, 'c', since('h2', 'same')),
        version(1, 'a'),
        version(2, 'b', since('h1', 'different')),
      ),
    ).toEqual({ h1: 1, h2: 2, h3: 2 });
    expect(groups(version(1, 'a'), version(2, 'a', since('h1')))).toEqual({ h1: 1, h2: 1 });
  });

  it('follows the version that was in force, not the number before', () => {
    expect(
      groups(version(1, 'a'), version(2, 'b', since('h1', 'different')), version(3, 'a', since('h1'))),
    ).toEqual({ h1: 1, h2: 2, h3: 1 });
  });

  it('goes by the words where nothing was said, and does not bridge a version that left the question out', () => {
    expect(groups(version(1, 'a'), version(2, 'b'), version(3, 'a'))).toEqual({ h1: 1, h2: 2, h3: 1 });
    expect(groups(version(1, 'a'), version(2, null, since('h1')), version(3, 'a', since('h2')))).toEqual({
      h1: 1,
      h3: 2,
    });
  });

  it('gives a merged cell a group only where all its versions have the same', () => {
    const found = questionGroups(
      [version(1, 'a'), version(2, 'b', since('h1', 'same')), version(3, 'c', since('h2', 'different'))],
      'A1.1',
    );
    const rows = [version(1, 'a'), version(2, 'b', since('h1', 'different'))];
    expect(wordingMark(rows, 'A1.1', 'h2')).toEqual({ number: 2, of: 2, text: { sv: 'b', en: 'b en' } });
    expect(wordingMark(rows, 'A1.1', 'h1+h2')).toEqual({ number: null, of: 2, text: null });
    expect(wordingMark(rows, 'A1.1', 'another wave')).toBeNull();
    expect(wordingMark(rows.slice(0, 1), 'A1.1', 'h1')).toBeNull();
    expect([
      groupOf(found, 'h1+h2'),
      groupOf(found, 'h2+h3'),
      groupOf(found, 'h3'),
      groupOf(found, 'x'),
    ]).toEqual([1, null, 2, null]);
  });
});

describe('withEarlierQuestions', () => {
  it('keeps what only an earlier version asked, at the end of its area, once', () => {
    const parsed = parseInstrument(published);
    if (!parsed.ok) throw new Error(parsed.error.path);
    const whole = parsed.value;
    const [first, ...rest] = whole.sections;
    if (!first) throw new Error('it has areas');
    const shorter = {
      ...whole,
      sections: [{ ...first, questions: first.questions.slice(1) }, ...rest.slice(1)],
    };
    const idsOf = (questions: typeof first.questions) => questions.map(({ id }) => id);
    const joined = withEarlierQuestions(shorter, [whole, whole]);
    expect(joined.sections.map(({ id, questions }) => [id, idsOf(questions)])).toEqual([
      ['A1', ['A1.2', 'A1.3', 'A1.1']],
      ...rest.slice(1).map(({ id, questions }) => [id, idsOf(questions)]),
      ['A2', ['A2.1', 'A2.2', 'A2.3']],
    ]);
    expect(withEarlierQuestions(whole, [shorter])).toEqual(whole);
  });
});
