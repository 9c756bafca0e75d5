import { expect, test } from 'vitest';
import type { AnswerRow, SegmentRow } from '../../study/rows.ts';
import { applied, codedAll, type Hand, recentCodes, recoded, removed, resized } from './changes.ts';

let next = 0;
const hand: Hand = {
  coder: 'kim',
  round: 'r',
  codebook: 4,
  newId: () => {
    next += 1;
    return `n${next}`;
  },
};
const answer: AnswerRow = {
  id: 'i/A1.1',
  interview: 'i',
  wave: 'w',
  question: 'A1.1',
  state: 'answered',
  pre: {},
  notes: 'Vi har möten två gånger om året.',
  probes: [],
  quotes: [],
  revision: 2,
};
const segment = (
  id: string,
  start: number,
  end: number,
  code: string,
  more: Partial<SegmentRow> = {},
): SegmentRow => ({
  id: `${id}/A1.1`,
  interview: 'i',
  start,
  end,
  revision: 2,
  code,
  coder: 'kim',
  codebook: 3,
  ...more,
});

test('a code makes a segment of the round, at the answer’s revision and the codebook’s version', () => {
  const change = applied(hand, answer, [], { start: 3, end: 12 }, 'a');
  expect(change?.remove).toEqual([]);
  expect(change?.add).toMatchObject([
    { interview: 'i', start: 3, end: 12, revision: 2, code: 'a', codebook: 4, round: 'r' },
  ]);
  expect(change?.add[0]?.id).toMatch(/^n\d+\/A1\.1$/);
});

test('the same code on overlapping text becomes one passage, and a quote stays a quote', () => {
  const own = [segment('1', 0, 6, 'a', { quote: true }), segment('2', 10, 20, 'a'), segment('3', 4, 12, 'b')];
  const change = applied(hand, answer, own, { start: 4, end: 12 }, 'a');
  expect(change?.remove).toEqual(['1/A1.1', '2/A1.1']);
  expect(change?.add).toMatchObject([{ start: 0, end: 20, code: 'a', quote: true }]);
  expect(applied(hand, answer, own, { start: 1, end: 5 }, 'a')).toBeNull();
});

test('recoding keeps the range, the round and the quote', () => {
  const change = recoded(hand, segment('1', 3, 9, 'a', { quote: true, round: 'r' }), 'b');
  expect(change?.remove).toEqual(['1/A1.1']);
  expect(change?.add).toMatchObject([{ start: 3, end: 9, code: 'b', quote: true, round: 'r', codebook: 4 }]);
  expect(change?.add[0]).not.toHaveProperty('coder');
  expect(recoded(hand, segment('1', 3, 9, 'a'), 'a')).toBeNull();
});

test('resizing moves the ends of all that stood there, in one change', () => {
  const change = resized(hand, [segment('1', 3, 9, 'a'), segment('2', 3, 9, 'b')], { start: 3, end: 12 });
  expect(change?.remove).toHaveLength(2);
  expect(change?.add.map(({ start, end, code, codebook }) => [start, end, code, codebook])).toEqual([
    [3, 12, 'a', 3],
    [3, 12, 'b', 3],
  ]);
  expect(resized(hand, [segment('1', 3, 9, 'a')], { start: 3, end: 9 })).toBeNull();
});

test('coding all that match leaves out what is covered and says what made it', () => {
  const own = [segment('1', 0, 20, 'a')];
  const hits = [
    { answer, range: { start: 3, end: 9 } },
    { answer, range: { start: 18, end: 25 } },
  ];
  const change = codedAll(hand, hits, 'a', () => own, 'search');
  expect(change?.add).toMatchObject([{ start: 18, end: 25, made: 'search' }]);
  expect(codedAll(hand, hits.slice(0, 1), 'a', () => own, 'search')).toBeNull();
});

test('nothing to remove is nothing to do; recent codes come once, the newest first', () => {
  expect(removed([])).toBeNull();
  expect(recentCodes(['a', 'b', 'a', 'c'])).toEqual(['c', 'a', 'b']);
});
