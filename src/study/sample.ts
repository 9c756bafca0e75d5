import type { FrameUnit } from './frame.ts';
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
  | { readonly type: 'empty_frame' }
  /** Drawn by sizes: a stratum that the frame lacks, or that has fewer than asked for. */
  | {
      readonly type: 'stratum_size';
      readonly stratum: string;
      readonly n: number;
      readonly population: number;
    };

export type DrawOptions =
  | { readonly n: number; readonly seed: string; readonly allocation: 'proportional' }
  /** So many of each stratum; none of those not named. */
  | { readonly seed: string; readonly allocation: 'by_size'; readonly sizes: ReadonlyMap<string, number> };

/**
 * A stratified random sample without replacement. By size: as `proposeDraw` or the lead says. Proportional allocation: each stratum gets its share of n by the
 * largest remainder (ties to the stratum that stands first), so that the parts sum to n exactly.
 * The same frame, n and seed give the same sample; the order of rows in the file does not matter, so that a frame
 * sorted anew draws the same organisations. Every organisation gets a place: the reserve order is drawn beforehand.
 */
export const drawSample = (
  frame: readonly FrameUnit[],
  options: DrawOptions,
): Result<Sample, SampleProblem> => {
  const { seed } = options;
  if (frame.length === 0) return err({ type: 'empty_frame' });
  const groups = groupByStratum(frame);
  const sizes =
    options.allocation === 'proportional'
      ? proportionalSizes(groups, options.n)
      : givenSizes(groups, options.sizes);
  if (!sizes.ok) return sizes;
  return ok({
    seed,
    strata: [...groups].map(([stratum, units]) => {
      // Chance of its own for each stratum: another stratum's size does not move what is drawn here.
      const order = seeded(`${seed}/${stratum}`).shuffle(units.toSorted(byCode));
      const size = sizes.value.get(stratum) ?? 0;
      return { stratum, population: units.length, drawn: order.slice(0, size), reserve: order.slice(size) };
    }),
  });
};

/** Strata in the order they first stand in the frame; one pass, since a frame may have 100 000 rows. */
const groupByStratum = (frame: readonly FrameUnit[]): ReadonlyMap<string, readonly FrameUnit[]> => {
  const groups = new Map<string, FrameUnit[]>();
  for (const unit of frame) {
    const group = groups.get(unit.stratum);
    if (group) group.push(unit);
    else groups.set(unit.stratum, [unit]);
  }
  return groups;
};

type Groups = ReadonlyMap<string, readonly FrameUnit[]>;
type Sizes = Result<ReadonlyMap<string, number>, SampleProblem>;

const proportionalSizes = (groups: Groups, n: number): Sizes => {
  const populations = [...groups.values()].map((units) => units.length);
  const population = populations.reduce((sum, size) => sum + size, 0);
  if (!Number.isInteger(n) || n < 1 || n > population) return err({ type: 'sample_size', n, population });
  const parts = proportional(populations, n);
  return ok(new Map([...groups.keys()].map((stratum, index) => [stratum, parts[index] ?? 0])));
};

const givenSizes = (groups: Groups, sizes: ReadonlyMap<string, number>): Sizes => {
  for (const [stratum, n] of sizes) {
    const population = groups.get(stratum)?.length ?? 0;
    if (!Number.isInteger(n) || n < 0 || n > population) {
      return err({ type: 'stratum_size', stratum, n, population });
    }
  }
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const population = [...groups.values()].reduce((sum, units) => sum + units.length, 0);
  return total === 0 ? err({ type: 'sample_size', n: 0, population }) : ok(sizes);
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
