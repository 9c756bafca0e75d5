import type { FrameUnit } from './frame.ts';
import { strataOf } from './frame.ts';
import { err, ok, type Result } from './result.ts';
import { seeded } from './seeded.ts';

export interface StratumSample {
  readonly stratum: string;
  /** Organisations in the frame. */
  readonly population: number;
  /** In the order they were drawn. */
  readonly drawn: readonly FrameUnit[];
  /** All others, in the order in which they would be drawn next; released in whole replicates, never one for one. */
  readonly reserve: readonly FrameUnit[];
}

export interface Sample {
  readonly seed: string;
  readonly strata: readonly StratumSample[];
}

export type SampleProblem =
  | { readonly type: 'sample_size'; readonly n: number; readonly population: number }
  | { readonly type: 'empty_frame' };

/**
 * A stratified random sample without replacement. Proportional allocation: each stratum gets its share of n by the
 * largest remainder (ties to the stratum that stands first), so that the parts sum to n exactly.
 * The same frame, n and seed give the same sample; the order of rows in the file does not matter, so that a frame
 * sorted anew draws the same organisations. Every organisation gets a place: the reserve order is drawn beforehand.
 */
export const drawSample = (
  frame: readonly FrameUnit[],
  options: { readonly n: number; readonly seed: string; readonly allocation: 'proportional' },
): Result<Sample, SampleProblem> => {
  const { n, seed } = options;
  if (frame.length === 0) return err({ type: 'empty_frame' });
  if (!Number.isInteger(n) || n < 1 || n > frame.length) {
    return err({ type: 'sample_size', n, population: frame.length });
  }
  const groups = strataOf(frame).map((stratum) => ({
    stratum,
    units: frame.filter((unit) => unit.stratum === stratum).sort(byCode),
  }));
  const sizes = proportional(
    groups.map((group) => group.units.length),
    n,
  );
  return ok({
    seed,
    strata: groups.map(({ stratum, units }, index) => {
      // Chance of its own for each stratum: another stratum's size does not move what is drawn here.
      const order = seeded(`${seed}/${stratum}`).shuffle(units);
      const size = sizes[index] ?? 0;
      return { stratum, population: units.length, drawn: order.slice(0, size), reserve: order.slice(size) };
    }),
  });
};

/** By code unit, not by locale: the same on every machine. */
const byCode = (one: FrameUnit, other: FrameUnit): number =>
  one.code < other.code ? -1 : one.code > other.code ? 1 : 0;

/** Whole parts of n in proportion to the sizes (n no larger than their sum). */
const proportional = (sizes: readonly number[], n: number): readonly number[] => {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const parts = sizes.map((size) => Math.floor((size * n) / total));
  const left = n - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = sizes
    .map((size, index) => ({ index, remainder: (size * n) % total }))
    .sort((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
};
