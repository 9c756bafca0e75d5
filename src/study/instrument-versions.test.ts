import { describe, expect, it } from 'vitest';
import { groupOf, questionGroups } from './instrument-versions.ts';
import type { Json } from './json.ts';
import type { InstrumentConcordance } from './rows.ts';

const version = (number: number, words: string | null, concordance: InstrumentConcordance | null = null) => ({
  wave: 'w',
  version: number,
  hash: `h${number}`,
  definition: { pages: words === null ? [] : [{ questionId: 'A1.1', title: words }] } as Json,
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
    expect([
      groupOf(found, 'h1+h2'),
      groupOf(found, 'h2+h3'),
      groupOf(found, 'h3'),
      groupOf(found, 'x'),
    ]).toEqual([1, null, 2, null]);
  });
});
