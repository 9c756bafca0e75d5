import {
  type Allocation,
  expectedOf,
  type Merge,
  mergeFrame,
  mergeSizes,
  type Proposed,
  proposeDraw,
  type StratumSize,
} from '../../study/allocation.ts';
import type { FrameUnit } from '../../study/frame.ts';
import type { Id } from '../../study/ids.ts';
import { cutReserve } from '../../study/replicates.ts';
import { ok, type Result } from '../../study/result.ts';
import { drawSample, type SampleProblem } from '../../study/sample.ts';
import type { Acts } from '../../study/wire.ts';

/** What the server takes in one draw. */
export const MOST_CASES = 10_000;

/** What a lead has chosen so far. */
export interface Choice {
  readonly target: number;
  /** A percentage. */
  readonly response: number;
  readonly allocation: Allocation;
  readonly merges: readonly Merge[];
  /** By hand, as typed, by stratum; what was proposed stands where nothing was. */
  readonly typed: Readonly<Record<string, string>>;
}

export interface PlannedStratum extends Proposed {
  readonly parts: readonly string[];
  /** What is typed cannot be drawn. */
  readonly wrong: boolean;
}

export const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** From the sizes alone, so that it can follow every key press whatever the size of the frame. */
export const planSample = (sizes: readonly StratumSize[], choice: Choice): readonly PlannedStratum[] => {
  const { allocation, response, target, typed } = choice;
  const merged = mergeSizes(sizes, choice.merges);
  const wanted = allocation === 'by_hand' ? 'proportional' : allocation;
  return proposeDraw(merged, { target, response, allocation: wanted }).map((proposed, index) => {
    const parts = merged[index]?.parts ?? [proposed.stratum];
    const own = allocation === 'by_hand' ? typed[proposed.stratum] : undefined;
    if (own === undefined) return { ...proposed, parts, wrong: false };
    const draw = own.trim() === '' ? Number.NaN : Number(own);
    const wrong = !isWhole(draw, 0, proposed.population);
    return { ...proposed, draw, expected: wrong ? 0 : expectedOf(draw, response), parts, wrong };
  });
};

/** The draw itself, as it is sent: sample by code (nobody needs the order of drawing), reserve in the order drawn. */
export const drawArgs = (
  deps: { readonly newId: () => Id },
  wave: Id,
  seed: string,
  choice: Choice,
  frame: readonly FrameUnit[],
  plan: readonly PlannedStratum[],
): Result<Acts['draw_sample']['args'], SampleProblem> => {
  const drawn = drawSample(mergeFrame(frame, plan), {
    seed,
    allocation: 'by_size',
    sizes: new Map(plan.map(({ stratum, draw }) => [stratum, draw])),
  });
  if (!drawn.ok) return drawn;
  const withId = ({ code, name }: FrameUnit) => ({ id: deps.newId(), code, name });
  return ok({
    wave,
    draw: deps.newId(),
    seed,
    target: choice.target,
    response: choice.response,
    allocation: choice.allocation,
    strata: plan.map(({ stratum, parts, population }) => ({ stratum, parts, population })),
    cases: drawn.value.strata
      .flatMap((stratum) => stratum.drawn)
      .sort((one, other) => (one.code < other.code ? -1 : 1))
      .map((unit) => ({ ...withId(unit), stratum: unit.stratum })),
    reserve: drawn.value.strata.flatMap(cutReserve).map(({ stratum, number, units }) => ({
      id: deps.newId(),
      stratum,
      number,
      units: units.map(withId),
    })),
  });
};
