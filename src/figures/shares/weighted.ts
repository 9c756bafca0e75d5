import { ok, type Result } from '../../study/result.ts';
import type { Estimate } from './estimate.ts';
import { type BadInput, badInput, checkLevel, checkShare } from './input.ts';
import { zOf } from './normal.ts';
import { proportion, wilson } from './proportion.ts';

/** One stratum: `N` units in the frame, `interviewed` of them, `n` of these belong to the figure, `x` of these count. */
export interface StratumShare {
  readonly N: number;
  /** n unless told: the figure is of all who were interviewed. */
  readonly interviewed?: number;
  readonly n: number;
  readonly x: number;
}

export interface WeightedProportion extends Estimate {
  /** The sample as it is, beside the weighted, as every table shows it. */
  readonly unweighted: Estimate;
  /** The size of a simple sample that would tell as much; null where it is endless or there is none. */
  readonly size: number | null;
}

const SOURCE =
  'Cochran 1977, sections 5A.2 and 5.4; Kish 1965 (1 + cv²); Wilson 1927; Korn & Graubard 1998 for n*';

/**
 * A share weighted by stratum, each interview standing for N/interviewed units, with Wilson's interval on the size that
 * its variance is worth. A stratum where nobody was interviewed has no weight: it must be merged with another first.
 */
export const weightedProportion = (
  strata: readonly StratumShare[],
  level = 0.95,
): Result<WeightedProportion, BadInput> => {
  const sound = checkStrata(strata);
  if (!sound.ok) return sound;
  const checked = checkLevel(level);
  if (!checked.ok) return checked;
  const sum = (part: (stratum: Required<StratumShare>) => number) =>
    sound.value.reduce((so, stratum) => so + part(stratum), 0);
  const N = sum((stratum) => stratum.N);
  const interviewed = sum((stratum) => stratum.interviewed);
  const n = sum((stratum) => stratum.n);
  const unweighted = proportion({ x: sum((stratum) => stratum.x), n, N, interviewed, level });
  if (!unweighted.ok) return unweighted;
  const base = { source: SOURCE, unweighted: unweighted.value };
  if (n === 0) {
    const reason = 'A share of nobody is not defined.';
    return ok({ ...base, estimate: null, interval: null, size: null, method: BY_VARIANCE, reason });
  }
  const all = sum((stratum) => stratum.n * weightOf(stratum));
  const p = sum((stratum) => stratum.x * weightOf(stratum)) / all;
  const variance = sum((stratum) => varianceOf(stratum, all));
  const lone = sound.value.some((stratum) => stratum.n === 1 && stratum.interviewed < stratum.N);
  const byVariance = variance > 0 && !lone;
  const size = byVariance ? (p * (1 - p)) / variance : effectiveSize(sound.value, n, N, interviewed);
  return ok({
    ...base,
    estimate: p,
    interval: wilson(p, size, zOf(level)),
    size: Number.isFinite(size) ? size : null,
    method: byVariance ? BY_VARIANCE : BY_WEIGHTS,
  });
};

const BY_VARIANCE = "weighted share; Wilson's score interval on n* = p(1-p)/v, v = Σ W²(1-f)p(1-p)/(r-1)";
const BY_WEIGHTS = "weighted share; Wilson's score interval on n* = r(N-1)/(N-r) / (1+cv²(w))";

const weightOf = ({ N, interviewed }: Required<StratumShare>): number => N / interviewed;

/** The stratum's part in the variance of the weighted share. A census of a stratum leaves nothing to chance. */
const varianceOf = (stratum: Required<StratumShare>, all: number): number => {
  const { n, x, N, interviewed } = stratum;
  if (n < 2) return 0;
  const p = x / n;
  const part = (n * weightOf(stratum)) / all;
  return (part ** 2 * (1 - interviewed / N) * p * (1 - p)) / (n - 1);
};

/** Where the variance cannot be had: the corrected size, less what unequal weights cost. */
const effectiveSize = (
  strata: readonly Required<StratumShare>[],
  n: number,
  N: number,
  interviewed: number,
): number => {
  const mean = strata.reduce((so, stratum) => so + stratum.n * weightOf(stratum), 0) / n;
  const spread = strata.reduce((so, stratum) => so + stratum.n * (weightOf(stratum) - mean) ** 2, 0) / n;
  const corrected = interviewed === N ? Number.POSITIVE_INFINITY : (n * (N - 1)) / (N - interviewed);
  return corrected / (1 + spread / mean ** 2);
};

const checkStrata = (
  strata: readonly StratumShare[],
): Result<readonly Required<StratumShare>[], BadInput> => {
  if (strata.length === 0) return badInput('there is no stratum');
  const whole: Required<StratumShare>[] = [];
  for (const { N, n, x, interviewed = n } of strata) {
    const share = checkShare(x, n);
    if (!share.ok) return share;
    if (!checkShare(interviewed, N).ok)
      return badInput('N must be a whole number that is not below interviewed');
    if (n > interviewed) return badInput('n is more than the number interviewed');
    if (interviewed === 0) return badInput('nobody was interviewed in a stratum: merge it with another');
    whole.push({ N, n, x, interviewed });
  }
  return ok(whole);
};
