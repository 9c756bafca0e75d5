import { ok, type Result } from '../../study/result.ts';
import { clamped, type Estimate, type Interval } from './estimate.ts';
import { type BadInput, badInput, checkLevel, checkShare } from './input.ts';
import { zOf } from './normal.ts';

/**
 * Wilson's score interval for a share `p` on `size` observations. `size` may be a fraction or endless: it is then the
 * size of a simple sample that would tell as much. Never outside 0 to 1, and no empty interval at 0 or 1.
 */
export const wilson = (p: number, size: number, z: number): Interval => {
  if (size === Number.POSITIVE_INFINITY) return [p, p];
  const squared = z * z;
  const middle = (2 * size * p + squared) / (2 * (size + squared));
  const reach = (z * Math.sqrt(squared + 4 * size * p * (1 - p))) / (2 * (size + squared));
  // At the ends the formula is exact but its rounding is not.
  const [low, high] = clamped(middle - reach, middle + reach, 0, 1);
  return [p === 0 ? 0 : low, p === 1 ? 1 : high];
};

/**
 * The size of an endless sample that tells as much as `n` when `interviewed` of a population of `N` were: the more of
 * all were asked, the less is left to chance. A subset keeps the wave's own fraction, since its own N is not known.
 */
export const correctedSize = (n: number, N: number, interviewed: number): number =>
  interviewed === N ? Number.POSITIVE_INFINITY : (n * (N - 1)) / (N - interviewed);

export interface ProportionInput {
  readonly x: number;
  readonly n: number;
  /** How many there are in all, where the sample is drawn from so few that it matters. */
  readonly N?: number;
  /** How many of them were interviewed, where n is a subset of these; else n. */
  readonly interviewed?: number;
  readonly level?: number;
}

const SOURCE = 'Wilson 1927; Newcombe 1998, Statistics in Medicine 17:857, method 3';

export const proportion = (input: ProportionInput): Result<Estimate, BadInput> => {
  const { x, n, N, interviewed = n, level = 0.95 } = input;
  const sound = checkShare(x, n);
  if (!sound.ok) return sound;
  const checked = checkLevel(level);
  if (!checked.ok) return checked;
  if (N === undefined && input.interviewed !== undefined)
    return badInput('interviewed means nothing without N');
  if (N !== undefined) {
    const whole = checkShare(interviewed, N);
    if (!whole.ok) return badInput('N must be a whole number that is not below the number interviewed');
    if (n > interviewed) return badInput('n is more than the number interviewed');
  }
  const method =
    N === undefined
      ? "Wilson's score interval"
      : "Wilson's score interval with finite population correction, n* = n(N-1)/(N-interviewed)";
  if (n === 0) {
    return ok({
      estimate: null,
      interval: null,
      method,
      source: SOURCE,
      reason: 'A share of nobody is not defined.',
    });
  }
  const size = N === undefined ? n : correctedSize(n, N, interviewed);
  return ok({ estimate: x / n, interval: wilson(x / n, size, zOf(level)), method, source: SOURCE });
};
