import { ok, type Result } from '../../study/result.ts';
import { clamped, type Estimate } from './estimate.ts';
import { logChoose } from './factorials.ts';
import { type BadInput, checkLevel, fourOf, type Table } from './input.ts';
import { zOf } from './normal.ts';
import { wilson } from './proportion.ts';

/**
 * Two questions put to the same interviews: rows are yes and no to the first, columns to the second. The estimate is
 * the share of yes to the first less that to the second, (b - c) / n.
 */
export const paired = (table: Table, level = 0.95): Result<Estimate, BadInput> => {
  const four = fourOf(table);
  if (!four.ok) return four;
  const checked = checkLevel(level);
  if (!checked.ok) return checked;
  const [a, b, c, d] = four.value;
  const n = a + b + c + d;
  const base = {
    method: "difference of paired shares, Newcombe's square-and-add interval; p by McNemar's exact test",
    source: 'Newcombe 1998, Statistics in Medicine 17:2635, method 10; McNemar 1947',
  };
  if (n === 0)
    return ok({ ...base, estimate: null, interval: null, reason: 'A share of nobody is not defined.' });
  const z = zOf(level);
  const [p1, p2] = [(a + b) / n, (a + c) / n];
  const [low1, high1] = wilson(p1, n, z);
  const [low2, high2] = wilson(p2, n, z);
  const phi = correlation(a, b, c, d);
  const reach = (one: number, other: number) =>
    Math.sqrt(Math.max(0, one ** 2 - 2 * phi * one * other + other ** 2));
  const estimate = (b - c) / n;
  return ok({
    ...base,
    estimate,
    interval: clamped(estimate - reach(p1 - low1, high2 - p2), estimate + reach(p2 - low2, high1 - p1)),
    p: mcnemarExact(b, c),
  });
};

/** Phi with a continuity correction where it is positive, as method 10 has it; 0 where a margin is empty. */
const correlation = (a: number, b: number, c: number, d: number): number => {
  const margins = (a + b) * (c + d) * (a + c) * (b + d);
  if (margins === 0) return 0;
  const cross = a * d - b * c;
  const corrected = cross > 0 ? Math.max(0, cross - (a + b + c + d) / 2) : cross;
  return corrected / Math.sqrt(margins);
};

/** Two-sided: of those who changed, as many as were seen or more on one side, if both were equally likely. */
export const mcnemarExact = (b: number, c: number): number => {
  const changed = b + c;
  let tail = 0;
  for (let few = 0; few <= Math.min(b, c); few++) {
    tail += Math.exp(logChoose(changed, few) - changed * Math.LN2);
  }
  return Math.min(1, 2 * tail);
};
