import type { Id } from '../../study/ids.ts';
import type { AnswerRow, SegmentRow } from '../../study/rows.ts';
import { costOfUnits } from '../agreement/alpha.ts';
import { type CodeSet, masi, setKey } from '../agreement/distances.ts';
import { ratingsOf, tallyOf } from '../agreement/ratings.ts';
import type { RoundData } from './round-data.ts';

/** An answer on which the coders differ. */
export interface Difference {
  readonly answer: AnswerRow;
  /** Its share of all disagreement of the round, by MASI. */
  readonly cost: number;
  /** By coder, in the round's order; null: not coded by them. */
  readonly sets: readonly (CodeSet | null)[];
  readonly passages: readonly (readonly SegmentRow[])[];
}

/** The dearest first. Answers on which all agree, or that only one coded, are not among them. */
export const differencesOf = (data: RoundData): readonly Difference[] => {
  const ratings = ratingsOf<CodeSet>(data.sets, setKey);
  return costOfUnits(tallyOf(ratings), masi(ratings.values)).flatMap(({ unit, share }) => {
    const answer = data.answers[unit];
    const [sets, passages] = [data.sets[unit], data.passages[unit]];
    return answer && sets && passages ? [{ answer, cost: share, sets, passages }] : [];
  });
};

/** How often one coder gave `a` where the other gave `b`. */
export interface Confused {
  readonly a: Id;
  /** null: the other gave the passage nothing. */
  readonly b: Id | null;
  readonly times: number;
}

const overlap = (a: SegmentRow, b: SegmentRow): boolean => a.start < b.end && b.start < a.end;

/**
 * Which codes are taken for which, over all pairs of coders: a passage of one under a code that the other did not give
 * the answer at all counts against each code that the other gave an overlapping passage and the one did not, or against
 * nothing. `a` is before `b`, since who of the two said which does not matter. Most frequent first.
 */
export const confusionsOf = (data: RoundData): readonly Confused[] => {
  const counts = new Map<string, Confused>();
  const count = (one: Id, other: Id | null): void => {
    const [a, b] = other !== null && other < one ? [other, one] : [one, other];
    const key = `${a} ${b}`;
    counts.set(key, { a, b, times: (counts.get(key)?.times ?? 0) + 1 });
  };
  for (const [at, sets] of data.sets.entries())
    for (const [x, mine] of sets.entries())
      for (const [y, theirs] of sets.entries()) {
        if (x === y || mine === null || theirs === null) continue;
        for (const passage of data.passages[at]?.[x] ?? []) {
          if (theirs.has(passage.code)) continue;
          const taken = (data.passages[at]?.[y] ?? []).filter(
            (other) => overlap(passage, other) && !mine.has(other.code),
          );
          if (taken.length === 0) count(passage.code, null);
          // Each such pair is met from both sides; it is one confusion.
          else if (x < y) for (const other of taken) count(passage.code, other.code);
        }
      }
  return [...counts.values()].sort(
    (a, b) => b.times - a.times || (`${a.a} ${a.b}` < `${b.a} ${b.b}` ? -1 : 1),
  );
};
