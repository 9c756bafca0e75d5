import { ok, type Result } from '../../study/result.ts';
import { seeded } from '../../study/seeded.ts';
import type { Estimate } from './estimate.ts';
import { type BadInput, badInput } from './input.ts';

export interface PermutationInput {
  readonly groups: readonly (readonly number[])[];
  readonly seed?: string | number;
  readonly draws?: number;
}

/**
 * Whether groups differ in their means, by dealing the same values to them anew. The statistic is the sum of squares
 * between groups, which for two groups orders deals as the size of their difference does.
 */
export const permutation = ({
  groups,
  seed = 1,
  draws = 10_000,
}: PermutationInput): Result<Estimate, BadInput> => {
  if (groups.length < 2) return badInput('a comparison needs two groups');
  if (!groups.flat().every(Number.isFinite)) return badInput('the groups must hold numbers');
  if (!Number.isSafeInteger(draws) || draws < 1) return badInput('draws must be a whole number above 0');
  const base = {
    interval: null,
    method: `permutation test of means, ${draws} seeded draws, the observed one counted`,
    source: 'Fisher 1935; Phipson & Smyth 2010 for (b+1)/(m+1)',
  };
  if (groups.some((group) => group.length === 0)) {
    return ok({ ...base, estimate: null, reason: 'A group is empty.' });
  }
  const sizes = groups.map((group) => group.length);
  const values = groups.flat();
  const seen = between(values, sizes);
  const chance = seeded(seed);
  let asFar = 1;
  for (let draw = 0; draw < draws; draw++) {
    // Equal deals may be summed in another order; that must not make them less.
    if (between(chance.shuffle(values), sizes) >= seen * (1 - 1e-9) - 1e-12) asFar++;
  }
  const [first = 0, second = 0] = groups.map((group) => mean(group));
  return ok({
    ...base,
    estimate: groups.length === 2 ? first - second : null,
    ...(groups.length === 2 ? {} : { reason: 'A difference is defined for two groups.' }),
    p: asFar / (draws + 1),
  });
};

const mean = (values: readonly number[]): number =>
  values.reduce((so, value) => so + value, 0) / values.length;

const between = (values: readonly number[], sizes: readonly number[]): number => {
  const all = mean(values);
  let at = 0;
  let sum = 0;
  for (const size of sizes) {
    sum += size * (mean(values.slice(at, at + size)) - all) ** 2;
    at += size;
  }
  return sum;
};
