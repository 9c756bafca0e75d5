import type { Result } from '../../study/result.ts';
import { difference, leastVisibleDifference } from '../shares/difference.ts';
import type { Estimate } from '../shares/estimate.ts';
import { holm } from '../shares/holm.ts';
import type { BadInput } from '../shares/input.ts';

/** x of n in one wave. */
export interface TrendPoint {
  readonly wave: string;
  readonly x: number;
  readonly n: number;
}

/**
 * May two waves be compared in this? `by_decision`: reworded, and somebody decided that it may, and why. A coded share
 * also needs a bridge: interviews of the earlier wave coded blind among the later ones, with an agreement of at least
 * 0.667 against the earlier settled layer.
 */
export type Comparable =
  | { readonly type: 'same' }
  | { readonly type: 'by_decision'; readonly why: string }
  | { readonly type: 'no'; readonly because: 'reworded' | 'new' | 'dropped' | 'codes_changed' };

export interface Asked {
  readonly id: string;
  readonly earlier: TrendPoint;
  readonly later: TrendPoint;
  readonly comparable: Comparable;
  /** Of what coders made: alpha of the bridge round, null where there was none; absent for what interviewers set. */
  readonly bridge?: number | null;
}

export type Trend =
  | {
      readonly type: 'compared';
      readonly id: string;
      /** Later less earlier. */
      readonly change: Estimate;
      /** p adjusted for all trends compared at once (Holm). */
      readonly adjusted: number | null;
      /** The least difference two waves of these sizes can tell from chance. */
      readonly visible: number;
      /** Compared by decision, or codes changed by less than forbids it: marked beside the figure. */
      readonly mark: string | null;
    }
  | { readonly type: 'not_compared'; readonly id: string; readonly because: NotCompared };
export type NotCompared =
  | Extract<Comparable, { type: 'no' }>['because']
  | 'no_bridge'
  | 'bridge_too_low'
  | 'nobody';

/** As tentative conclusions need (Krippendorff 2004, p. 241). */
export const LEAST_BRIDGE = 0.667;

/**
 * Changes between two waves drawn independently, without correction for the finite population, which is conservative;
 * interviews of the two cannot be paired. What may not be compared is not computed.
 */
export const trends = (asked: readonly Asked[], level = 0.95): Result<readonly Trend[], BadInput> => {
  const changes: { at: number; change: Estimate }[] = [];
  const answers: (Trend | null)[] = [];
  for (const [at, each] of asked.entries()) {
    const because = hindrance(each);
    if (because) {
      answers[at] = { type: 'not_compared', id: each.id, because };
      continue;
    }
    const { earlier, later } = each;
    const got = difference({ x1: later.x, n1: later.n, x2: earlier.x, n2: earlier.n, level });
    if (!got.ok) return got;
    changes.push({ at, change: got.value });
  }
  const adjusted = holm(changes.map(({ change }) => change.p ?? null));
  if (!adjusted.ok) return adjusted;
  for (const [place, { at, change }] of changes.entries()) {
    const each = asked[at];
    if (!each) continue;
    answers[at] = {
      type: 'compared',
      id: each.id,
      change,
      adjusted: adjusted.value[place] ?? null,
      visible: leastVisibleDifference(each.earlier.n, each.later.n, level),
      mark: each.comparable.type === 'by_decision' ? each.comparable.why : null,
    };
  }
  return { ok: true, value: answers.filter((answer) => answer !== null) };
};

const hindrance = ({ comparable, bridge, earlier, later }: Asked): NotCompared | null => {
  if (comparable.type === 'no') return comparable.because;
  if (bridge === null) return 'no_bridge';
  if (bridge !== undefined && bridge < LEAST_BRIDGE) return 'bridge_too_low';
  return earlier.n === 0 || later.n === 0 ? 'nobody' : null;
};
