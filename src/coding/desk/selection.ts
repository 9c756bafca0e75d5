import type { SegmentRow } from '../../study/rows.ts';
import { byPlace } from '../../study/segments.ts';
import type { Range } from '../marks.ts';
import type { Chosen } from '../text/choose.ts';

/** Passages that a key takes hold of: those on exactly the same range are one. */
export interface Held {
  readonly ids: readonly string[];
  readonly range: Range;
}

const stacks = (rows: readonly SegmentRow[]): readonly Held[] => {
  const found: { ids: string[]; range: Range }[] = [];
  for (const row of rows.toSorted(byPlace)) {
    const last = found.at(-1);
    if (last && last.range.start === row.start && last.range.end === row.end) last.ids.push(row.id);
    else found.push({ ids: [row.id], range: { start: row.start, end: row.end } });
  }
  return found;
};

/** The coded passage after or before the one held, around the ends. */
export const nextHeld = (rows: readonly SegmentRow[], held: readonly string[], step: 1 | -1): Held | null => {
  const all = stacks(rows);
  const at = all.findIndex(({ ids }) => ids.some((id) => held.includes(id)));
  if (at === -1) return (step === 1 ? all[0] : all.at(-1)) ?? null;
  return all[(at + step + all.length) % all.length] ?? null;
};

/** What a selection means by "the passage": what is held, else what lies on exactly that range, else what lies inside. */
export const meant = (
  rows: readonly SegmentRow[],
  held: readonly string[],
  chosen: Range | null,
): readonly SegmentRow[] => {
  const taken = rows.filter(({ id }) => held.includes(id));
  if (taken.length > 0 || !chosen) return taken;
  const exact = rows.filter(({ start, end }) => start === chosen.start && end === chosen.end);
  return exact.length > 0
    ? exact
    : rows.filter(({ start, end }) => start >= chosen.start && end <= chosen.end);
};

export const asChosen = ({ start, end }: Range): Chosen => ({ start, end, unit: 'word' });
