import type { Estimate } from '../shares/estimate.ts';
import { fisher } from '../shares/fisher.ts';
import type { BrokenDown } from '../small-cells/protect.ts';
import { joinSmallGroups } from '../small-cells/small-groups.ts';
import { type Indicator, NO, YES } from './indicator.ts';
import { type Background, type Column, NOT_ANSWERED, NOT_ASKED, UNKNOWN } from './wave-data.ts';

/** Those without a category, who stand in the table too, so that a group's sum is its number of interviews. */
export const NO_CATEGORY = ['not_shown', 'not_answered', 'not_asked'] as const;

/** Groups of a background as they may be shown: small ones joined, interviews whose background is not told left out. */
export interface Groups {
  readonly names: readonly string[];
  /** Index into `names` for each interview; UNKNOWN outside. */
  readonly of: Uint8Array;
}

export const groupsOf = (background: Background, threshold: number): Groups => {
  const sizes = background.values.map(() => 0);
  for (const value of background.of) if (value !== UNKNOWN) sizes[value] = (sizes[value] ?? 0) + 1;
  const place = joinSmallGroups(sizes, threshold);
  const names: string[] = [];
  for (const [at, name] of background.values.entries()) {
    const group = place[at] ?? 0;
    names[group] = names[group] === undefined ? name : `${names[group]} + ${name}`;
  }
  return {
    names,
    of: background.of.map((value) => (value === UNKNOWN ? UNKNOWN : (place[value] ?? UNKNOWN))),
  };
};

/** A column by groups. Categories nobody has are left out, since their sum tells that already. */
export const columnBy = (column: Column, groups: Groups): BrokenDown => {
  const categories = [...column.categories, ...NO_CATEGORY];
  const counts = groups.names.map(() => categories.map(() => 0));
  for (const [at, value] of column.of.entries()) {
    const row = counts[groups.of[at] ?? UNKNOWN];
    const place =
      value < column.categories.length
        ? value
        : column.categories.length + (value === NOT_ASKED ? 2 : value === NOT_ANSWERED ? 1 : 0);
    if (row) row[place] = (row[place] ?? 0) + 1;
  }
  const used = categories.map((_, place) => counts.some((row) => (row[place] ?? 0) > 0));
  return {
    groups: groups.names,
    categories: categories.filter((_, place) => used[place]),
    counts: counts.map((row) => row.filter((_, place) => used[place])),
  };
};

/** An indicator by groups: counts, does not, outside. */
export const indicatorBy = (indicator: Indicator, groups: Groups): BrokenDown => {
  const counts = groups.names.map(() => [0, 0, 0]);
  for (const [at, value] of indicator.of.entries()) {
    const row = counts[groups.of[at] ?? UNKNOWN];
    const place = value === YES ? 0 : value === NO ? 1 : 2;
    if (row) row[place] = (row[place] ?? 0) + 1;
  }
  const outside = counts.some((row) => (row[2] ?? 0) > 0);
  return {
    groups: groups.names,
    categories: outside ? ['yes', 'no', 'outside'] : ['yes', 'no'],
    counts: outside ? counts : counts.map((row) => row.slice(0, 2)),
  };
};

/**
 * Does the share differ between groups? Fisher's exact test on those inside the denominator; null where a group or a
 * column is empty. The p of many such tests are adjusted together (`holm`).
 */
export const differs = (table: BrokenDown): Estimate | null => {
  const inside = table.categories.map((category) => !['outside', ...NO_CATEGORY].includes(category));
  const rows = table.counts
    .map((row) => row.filter((_, at) => inside[at]))
    .filter((row) => row.some((count) => count > 0));
  const columns = (rows[0] ?? []).map((_, at) => rows.some((row) => (row[at] ?? 0) > 0));
  const tight = rows.map((row) => row.filter((_, at) => columns[at]));
  if (tight.length < 2 || (tight[0]?.length ?? 0) < 2) return null;
  const got = fisher(tight);
  return got.ok ? got.value : null;
};
