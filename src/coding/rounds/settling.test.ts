import { expect, test } from 'vitest';
import type { AnswerRow, RoundRow, SegmentRow } from '../../study/rows.ts';
import { costOf, settle, type Verdict } from './settling.ts';

const row = (id: string, start: number, end: number, code: string): SegmentRow => ({
  id: `${id}/A1.1`,
  interview: 'i',
  start,
  end,
  revision: 1,
  code,
  coder: id,
  codebook: 1,
});
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
  revision: 1,
};
const round: RoundRow = {
  id: 'r',
  wave: 'w',
  label: 'r',
  unit: 'passage',
  questions: ['A1.1'],
  judgements: [],
  interviews: null,
  share: 1,
  seed: 's',
  coders: ['a', 'b'],
  blind: true,
  calibration: false,
  codebook: 1,
  state: 'closed',
};
let next = 0;
const settled = (verdict: Verdict, other: string | null = null) =>
  settle({
    round,
    answer,
    cluster: {
      start: 0,
      end: 12,
      by: [[row('a', 0, 8, 'x')], [row('b', 4, 12, 'x'), row('b', 4, 12, 'y')]],
      agreed: false,
    },
    coders: ['a', 'b'],
    verdict,
    other,
    note: '',
    codebook: 3,
    decision: undefined,
    settled: [row('s', 5, 9, 'z'), row('s2', 20, 25, 'z')],
    newId: () => {
      next += 1;
      return `n${next}`;
    },
  });
const added = (verdict: Verdict, other: string | null = null) =>
  settled(verdict, other).add.map(({ code, start, end }) => [code, start, end]);

test('each verdict settles what it says, in a layer of its own', () => {
  expect(added('a')).toEqual([['x', 0, 8]]);
  expect(added('b')).toEqual([
    ['x', 4, 12],
    ['y', 4, 12],
  ]);
  expect(added('both')).toEqual([
    ['x', 0, 12],
    ['y', 4, 12],
  ]);
  expect(added('neither')).toEqual([]);
  expect(added('other', 'w')).toEqual([['w', 0, 12]]);
  expect(settled('both').add.every((one) => one.settled && one.round === undefined)).toBe(true);
});

test('what was settled there before gives way, and nothing else', () => {
  expect(settled('a').remove).toEqual(['s/A1.1']);
});

test('an answer costs as much as its codes differ', () => {
  const same = (id: string): string => id;
  expect(costOf([row('a', 0, 5, 'x')], [row('b', 0, 5, 'x')], same)).toBe(0);
  expect(costOf([row('a', 0, 5, 'x')], [row('b', 0, 5, 'y')], same)).toBe(1);
  expect(costOf([], [], same)).toBe(0);
  expect(costOf([row('a', 0, 5, 'x'), row('a', 0, 5, 'y')], [row('b', 0, 5, 'x')], same)).toBe(0.5);
});
