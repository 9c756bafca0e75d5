import { expect, test } from 'vitest';
import { durationOf } from './duration.ts';

const minutes = (n: number): number => n * 60_000;

test('a call is known to the quarter of an hour', () => {
  const from = Date.UTC(2026, 10, 26, 9, 0);
  const classes = [0, 14, 15, 29, 30, 104, 105, 600].map((n) =>
    durationOf(from, from + minutes(n), 'refusal', false),
  );
  expect(classes).toEqual([0, 0, 1, 1, 2, 6, 7, 7]);
});

test('nothing is said of a call in which a part of an interview was made, or by a clock put back', () => {
  for (const outcome of ['interviewed', 'broken_off', 'continues'] as const)
    expect(durationOf(0, minutes(20), outcome, false)).toBeUndefined();
  expect(durationOf(0, minutes(20), 'call_back', true)).toBeUndefined();
  expect(durationOf(minutes(20), 0, 'busy', false)).toBeUndefined();
});
