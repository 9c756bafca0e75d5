import { expect, test } from 'vitest';
import type { SegmentRow } from '../../study/rows.ts';
import { meant, nextHeld } from './selection.ts';

const row = (id: string, start: number, end: number): SegmentRow => ({
  id,
  interview: 'i',
  start,
  end,
  revision: 1,
  code: id,
  coder: 'kim',
  codebook: 1,
});
const rows = [row('c', 10, 20), row('a', 0, 5), row('b', 0, 5), row('d', 12, 15)];

test('passages on one range are taken together, in order of reading, around the end', () => {
  expect(nextHeld(rows, [], 1)?.ids).toEqual(['a', 'b']);
  expect(nextHeld(rows, ['b'], 1)?.ids).toEqual(['c']);
  expect(nextHeld(rows, ['d'], 1)?.ids).toEqual(['a', 'b']);
  expect(nextHeld(rows, [], -1)?.ids).toEqual(['d']);
  expect(nextHeld([], [], 1)).toBeNull();
});

test('what is held comes first, then the very range, then what lies inside', () => {
  const ids = (found: readonly SegmentRow[]): readonly string[] => found.map(({ id }) => id);
  expect(ids(meant(rows, ['d'], { start: 0, end: 5 }))).toEqual(['d']);
  expect(ids(meant(rows, [], { start: 0, end: 5 }))).toEqual(['a', 'b']);
  expect(ids(meant(rows, [], { start: 9, end: 30 }))).toEqual(['c', 'd']);
  expect(meant(rows, [], null)).toEqual([]);
});
