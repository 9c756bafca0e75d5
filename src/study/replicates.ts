import type { FrameUnit } from './frame.ts';
import type { StratumSample } from './sample.ts';

/**
 * The reserve is released in whole replicates, each a small random sample of its stratum: calling single units in
 * place of those who refuse would leave the ones easiest to reach.
 */
export interface Replicate {
  readonly stratum: string;
  /** From 1, in the order in which they are released. */
  readonly number: number;
  readonly units: readonly FrameUnit[];
}

/** A replicate adds a tenth of the draw, so that a stratum is topped up in steps one can foresee. */
const SHARE_OF_DRAW = 10;
/** Five times the draw. What lies beyond is not kept: the seed and the frame give it again. */
const MOST_REPLICATES = 50;

export const replicateSize = (drawn: number): number => Math.max(1, Math.ceil(drawn / SHARE_OF_DRAW));

/** A stratum of which nothing was drawn has no reserve: it is not part of the study. The last may be smaller. */
export const cutReserve = ({ stratum, drawn, reserve }: StratumSample): readonly Replicate[] => {
  if (drawn.length === 0) return [];
  const size = replicateSize(drawn.length);
  const count = Math.min(MOST_REPLICATES, Math.ceil(reserve.length / size));
  return Array.from({ length: count }, (_, index) => ({
    stratum,
    number: index + 1,
    units: reserve.slice(index * size, (index + 1) * size),
  }));
};

/** The chance each organisation of the stratum had of being released so far; the base of every weight. */
export const inclusionProbability = (population: number, drawn: number, released: number): number | null =>
  population === 0 ? null : (drawn + released) / population;
