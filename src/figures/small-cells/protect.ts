import { type Bounds, boundsOf } from './bounds.ts';

/**
 * A table broken down by something that describes a respondent. Each interview of a group stands in exactly one
 * category; those without an answer have categories of their own, so that a group's sum is its number of interviews.
 */
export interface BrokenDown {
  readonly groups: readonly string[];
  readonly categories: readonly string[];
  /** `counts[group][category]`. */
  readonly counts: readonly (readonly number[])[];
}

/** Why a cell is not shown: it is small or nearly all of its group, or it would give such a one away. */
export type Hidden = 'small' | 'group_alike' | 'gives_away';

export interface Protected extends BrokenDown {
  /** null where the count may be shown. */
  readonly hidden: readonly (readonly (Hidden | null)[])[];
}

/** Five by default; a lead may go down to three. */
export const DEFAULT_THRESHOLD = 5;
export const LEAST_THRESHOLD = 3;

/**
 * Hides what must not be shown while all sums, of groups and of categories, are known. First cells under the threshold,
 * zero included, and groups of which one category holds all or all but one. Then more, smallest first, until nobody can
 * work a hidden one out from the sums: what it can be must reach over at least `threshold` numbers, or over all that the
 * sums alone leave open, where that is less.
 */
export const protect = (table: BrokenDown, threshold = DEFAULT_THRESHOLD): Protected => {
  if (!Number.isInteger(threshold) || threshold < LEAST_THRESHOLD)
    throw new RangeError('a threshold under three protects nobody');
  const { counts } = table;
  const hidden = counts.map((group) => primary(group, threshold));
  if (!hidden.flat().some((why) => why !== null)) return { ...table, hidden };
  const everything = counts.map((group) => group.map(() => true));
  const open = counts.map((group, row) =>
    group.map((_, column) => width(boundsOf(counts, everything, row, column))),
  );
  for (;;) {
    const unsafe = firstUnsafe(counts, hidden, open, threshold);
    if (unsafe === null) return { ...table, hidden };
    hide(counts, hidden, ...unsafe);
  }
};

const width = ({ low, high }: Bounds): number => high - low;

const primary = (group: readonly number[], threshold: number): (Hidden | null)[] => {
  const all = group.reduce((so, count) => so + count, 0);
  if (group.some((count) => count >= all - 1)) return group.map(() => 'group_alike');
  return group.map((count) => (count < threshold ? 'small' : null));
};

const firstUnsafe = (
  counts: BrokenDown['counts'],
  hidden: readonly (readonly (Hidden | null)[])[],
  open: readonly (readonly number[])[],
  threshold: number,
): [row: number, column: number] | null => {
  const mask = hidden.map((group) => group.map((why) => why !== null));
  for (const [row, group] of mask.entries())
    for (const [column, isHidden] of group.entries()) {
      if (!isHidden) continue;
      const wanted = Math.min(threshold, open[row]?.[column] ?? 0);
      if (width(boundsOf(counts, mask, row, column)) < wanted) return [row, column];
    }
  return null;
};

/** One more: the smallest shown in the same group or category; none is left there, the smallest of the table. */
const hide = (
  counts: BrokenDown['counts'],
  hidden: (Hidden | null)[][],
  atRow: number,
  atColumn: number,
): void => {
  let best: { row: number; column: number; near: boolean; count: number } | null = null;
  for (const [row, group] of counts.entries())
    for (const [column, count] of group.entries()) {
      if (hidden[row]?.[column] !== null) continue;
      const near = row === atRow || column === atColumn;
      if (best === null || (near && !best.near) || (near === best.near && count < best.count))
        best = { row, column, near, count };
    }
  if (best === null) throw new Error('a table that is hidden whole cannot be unsafe');
  const group = hidden[best.row];
  if (group) group[best.column] = 'gives_away';
};
