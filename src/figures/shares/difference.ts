import { ok, type Result } from '../../study/result.ts';
import { clamped, type Estimate } from './estimate.ts';
import { fisherTwoSided } from './fisher.ts';
import { type BadInput, checkLevel, checkShare } from './input.ts';
import { zOf } from './normal.ts';
import { wilson } from './proportion.ts';

export interface DifferenceInput {
  readonly x1: number;
  readonly n1: number;
  readonly x2: number;
  readonly n2: number;
  readonly level?: number;
}

/** First minus second, of two groups or waves with nobody in common known. */
export const difference = (input: DifferenceInput): Result<Estimate, BadInput> => {
  const { x1, n1, x2, n2, level = 0.95 } = input;
  for (const sound of [checkShare(x1, n1), checkShare(x2, n2), checkLevel(level)])
    if (!sound.ok) return sound;
  const base = {
    method: "difference of independent shares, Newcombe's hybrid score interval; p by Fisher's exact test",
    source: 'Newcombe 1998, Statistics in Medicine 17:873, method 10; Fisher 1935',
  };
  if (n1 === 0 || n2 === 0) {
    return ok({ ...base, estimate: null, interval: null, reason: 'A share of nobody is not defined.' });
  }
  const z = zOf(level);
  const [p1, p2] = [x1 / n1, x2 / n2];
  const [low1, high1] = wilson(p1, n1, z);
  const [low2, high2] = wilson(p2, n2, z);
  return ok({
    ...base,
    estimate: p1 - p2,
    interval: clamped(
      p1 - p2 - Math.hypot(p1 - low1, high2 - p2),
      p1 - p2 + Math.hypot(high1 - p1, p2 - low2),
    ),
    p: fisherTwoSided(x1, n1 - x1, x2, n2 - x2),
  });
};

/** What two samples of these sizes could tell from chance at all, for shares near one half, where it is hardest. */
export const leastVisibleDifference = (n1: number, n2: number, level = 0.95): number =>
  zOf(level) * Math.sqrt(0.25 / n1 + 0.25 / n2);
