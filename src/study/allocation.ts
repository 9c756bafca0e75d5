import type { FrameUnit } from './frame.ts';

/**
 * How many to draw in each stratum so that the interviews wanted can be expected. Completes are the target: at an
 * expected response of 55 in a hundred, 100 interviews need about 180 organisations.
 */
export const ALLOCATIONS = ['proportional', 'equal', 'by_hand'] as const;
export type Allocation = (typeof ALLOCATIONS)[number];

export interface StratumSize {
  readonly stratum: string;
  /** Organisations in the frame. */
  readonly population: number;
}

/** Strata in the order they first stand in the frame. */
export const sizesOf = (frame: readonly FrameUnit[]): readonly StratumSize[] => {
  const counts = new Map<string, number>();
  for (const { stratum } of frame) counts.set(stratum, (counts.get(stratum) ?? 0) + 1);
  return [...counts].map(([stratum, population]) => ({ stratum, population }));
};

export interface Proposed extends StratumSize {
  readonly draw: number;
  /** Interviews to expect of them. */
  readonly expected: number;
}

/** Below this a stratum can hardly be told of by itself, and would often stay under k at the close. */
export const FEWEST_EXPECTED = 10;

/** `response` is a percentage. */
export const expectedOf = (draw: number, response: number): number => (draw * response) / 100;

export interface Wanted {
  readonly target: number;
  readonly response: number;
  readonly allocation: Exclude<Allocation, 'by_hand'>;
}

/**
 * Proportional: every organisation has the same chance. Equal: every stratum expects the same number of interviews.
 * Each stratum is rounded up, so that no rounding eats of the target. A stratum with too few gives all it has and the
 * rest is shared among the others; where the whole frame is too small everything is drawn and less is expected.
 */
export const proposeDraw = (sizes: readonly StratumSize[], wanted: Wanted): readonly Proposed[] => {
  const { target, response, allocation } = wanted;
  const weight = ({ population }: StratumSize): number => (allocation === 'equal' ? 1 : population);
  const full = new Set<string>();
  for (;;) {
    const open = sizes.filter(({ stratum }) => !full.has(stratum));
    const weights = open.reduce((sum, size) => sum + weight(size), 0);
    const got = sizes.reduce((sum, size) => sum + (full.has(size.stratum) ? size.population : 0), 0);
    // Multiplied out before dividing, so that a share that comes out even is not rounded up by a binary fraction.
    const needed = (size: StratumSize): number =>
      Math.max(0, Math.ceil(((target * 100 - got * response) * weight(size)) / (weights * response)));
    const tooSmall = open.filter((size) => needed(size) > size.population);
    if (tooSmall.length === 0) {
      return sizes.map((size) => {
        const draw = full.has(size.stratum) ? size.population : needed(size);
        return { ...size, draw, expected: expectedOf(draw, response) };
      });
    }
    for (const { stratum } of tooSmall) full.add(stratum);
  }
};

/** Strata that are drawn as one: the first is the smaller, which asked for it. */
export type Merge = readonly [stratum: string, into: string];

/**
 * The stratum that expects least, where that is too little, with the one next above it, so that the large ones stay what
 * they are. Which strata are alike is for a person to say; this is where it begins. null: every stratum expects enough.
 */
export const suggestMerge = (proposed: readonly Proposed[]): Merge | null => {
  const [least, next] = proposed
    .filter(({ draw }) => draw > 0)
    .toSorted((one, other) => one.expected - other.expected);
  return least && next && least.expected < FEWEST_EXPECTED ? [least.stratum, next.stratum] : null;
};

/** sv and en alike; `+` joins strata that the close merges. */
export const mergedName = (one: string, other: string): string => `${one} / ${other}`;

/** The strata after the merges, each in turn; the merged one stands where the larger stood. */
export const mergeSizes = (
  sizes: readonly StratumSize[],
  merges: readonly Merge[],
): readonly (StratumSize & { readonly parts: readonly string[] })[] => {
  let merged = sizes.map((size) => ({ ...size, parts: [size.stratum] }));
  for (const [stratum, into] of merges) {
    const small = merged.find((size) => size.stratum === stratum);
    const large = merged.find((size) => size.stratum === into);
    if (!small || !large || small === large) continue;
    const one = {
      stratum: mergedName(large.stratum, small.stratum),
      population: large.population + small.population,
      parts: [...large.parts, ...small.parts],
    };
    merged = merged.filter((size) => size !== small).map((size) => (size === large ? one : size));
  }
  return merged;
};

/** The frame as it is drawn: each unit in the stratum its own was merged into. */
export const mergeFrame = (
  frame: readonly FrameUnit[],
  strata: readonly { readonly stratum: string; readonly parts: readonly string[] }[],
): readonly FrameUnit[] => {
  const into = new Map(strata.flatMap(({ stratum, parts }) => parts.map((part) => [part, stratum] as const)));
  return frame.map((unit) => ({ ...unit, stratum: into.get(unit.stratum) ?? unit.stratum }));
};
