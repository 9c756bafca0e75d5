import { boundsOf } from './bounds.ts';
import { type BrokenDown, DEFAULT_THRESHOLD, type Protected, protect } from './protect.ts';

/** A protected table whose categories may be several joined. */
export interface Coarsened extends Protected {
  /** For each category the ones it was joined from; one alone where it stands as it was. */
  readonly parts: readonly (readonly string[])[];
}

/**
 * As many counts as may be shown: the table as it is, or with its rarest categories joined step by step, whichever shows
 * most. What was joined is protected too: its own sums over all groups are known to the reader, so a joined table is only
 * taken where these and the joined counts together leave each small part of it as open as the sums alone would, or by at
 * least `threshold` numbers.
 */
export const protectCoarsened = (table: BrokenDown, threshold = DEFAULT_THRESHOLD): Coarsened => {
  const whole = { ...protect(table, threshold), parts: table.categories.map((category) => [category]) };
  if (shownIn(whole) === table.counts.flat().length) return whole;
  const rarest = [...table.categories.keys()].sort((a, b) => sumOf(table, a) - sumOf(table, b));
  let best: Coarsened = whole;
  for (let joined = 2; joined < table.categories.length; joined++) {
    const columns = rarest.slice(0, joined).sort((a, b) => a - b);
    if (!partsStayOpen(table, columns, threshold)) continue;
    const coarse = { ...protect(join(table, columns), threshold), parts: partsOf(table, columns) };
    if (interviewsIn(coarse) > interviewsIn(best)) best = coarse;
  }
  return best;
};

const sumOf = ({ counts }: BrokenDown, column: number): number =>
  counts.reduce((so, group) => so + (group[column] ?? 0), 0);
const shownIn = ({ hidden }: Protected): number => hidden.flat().filter((why) => why === null).length;
const interviewsIn = ({ counts, hidden }: Protected): number =>
  counts.reduce(
    (so, group, row) =>
      so + group.reduce((sum, count, at) => sum + (hidden[row]?.[at] === null ? count : 0), 0),
    0,
  );

/** The joined category stands last. */
const join = ({ groups, categories, counts }: BrokenDown, columns: readonly number[]): BrokenDown => {
  const kept = [...categories.keys()].filter((at) => !columns.includes(at));
  return {
    groups,
    categories: [...kept, -1].map((at) =>
      at === -1 ? columns.map((one) => categories[one] ?? '').join('+') : (categories[at] ?? ''),
    ),
    counts: counts.map((group) => [
      ...kept.map((at) => group[at] ?? 0),
      columns.reduce((so, at) => so + (group[at] ?? 0), 0),
    ]),
  };
};
const partsOf = ({ categories }: BrokenDown, columns: readonly number[]): readonly (readonly string[])[] => [
  ...[...categories.keys()].filter((at) => !columns.includes(at)).map((at) => [categories[at] ?? '']),
  columns.map((at) => categories[at] ?? ''),
];

const partsStayOpen = ({ counts }: BrokenDown, columns: readonly number[], threshold: number): boolean => {
  const inner = counts.map((group) => columns.map((at) => group[at] ?? 0));
  const [allInner, allOuter] = [inner, counts].map((cells) => cells.map((group) => group.map(() => true)));
  if (!allInner || !allOuter) return false;
  return inner.every((group, row) =>
    group.every((count, place) => {
      if (count >= threshold) return true;
      const known = boundsOf(inner, allInner, row, place);
      const open = boundsOf(counts, allOuter, row, columns[place] ?? 0);
      return known.high - known.low >= Math.min(threshold, open.high - open.low);
    }),
  );
};
