import type { Range } from '../marks.ts';
import { tidy } from '../passage.ts';
import { UNITS, type Unit, unitsOf, wholeGraphemes, wordsOf } from './units.ts';

/** What is selected, and by which unit the arrows move it. */
export interface Chosen extends Range {
  readonly unit: Unit;
}

const as = (range: Range | undefined, unit: Unit): Chosen | null =>
  range ? { start: range.start, end: range.end, unit } : null;

/** The first or the last unit of a text. */
export const enter = (text: string, unit: Unit, step: 1 | -1): Chosen | null =>
  as(unitsOf(text, unit).at(step === 1 ? 0 : -1), unit);

/** The unit after or before; null past the end, where the next answer begins. */
export const move = (text: string, chosen: Chosen, step: 1 | -1): Chosen | null => {
  const units = unitsOf(text, chosen.unit);
  return as(
    step === 1
      ? units.find(({ start }) => start >= chosen.end)
      : units.findLast(({ end }) => end <= chosen.start),
    chosen.unit,
  );
};

/** One unit more (1) or less (-1) at an end of the selection; one unit at least stays. */
export const stretch = (text: string, chosen: Chosen, edge: 'start' | 'end', step: 1 | -1): Chosen => {
  const units = unitsOf(text, chosen.unit === 'answer' ? 'sentence' : chosen.unit);
  const { start, end } = chosen;
  if (edge === 'end') {
    const to =
      step === 1
        ? units.find((unit) => unit.end > end)
        : units.findLast((unit) => unit.end < end && unit.end > start && unit.start >= start);
    return to ? { ...chosen, end: to.end } : chosen;
  }
  const to =
    step === 1
      ? units.findLast((unit) => unit.start < start)
      : units.find((unit) => unit.start > start && unit.end <= end);
  return to ? { ...chosen, start: to.start } : chosen;
};

/** A coarser unit takes in every unit that is touched; a finer one begins with the first inside. */
export const scale = (text: string, chosen: Chosen, step: 1 | -1): Chosen => {
  const unit = UNITS[UNITS.indexOf(chosen.unit) + step];
  if (!unit) return chosen;
  const units = unitsOf(text, unit);
  if (step === -1)
    return (
      as(
        units.find(({ end }) => end > chosen.start),
        unit,
      ) ?? chosen
    );
  const touched = units.filter(({ start, end }) => start < chosen.end && end > chosen.start);
  const [first] = touched;
  const last = touched.at(-1);
  return first && last
    ? { start: Math.min(first.start, chosen.start), end: Math.max(last.end, chosen.end), unit }
    : chosen;
};

/** What mouse or finger selected: to whole words if wanted, to whole graphemes always, placeholders never cut. */
export const snap = (text: string, range: Range, toWords: boolean): Range | null => {
  const clean = tidy(text, range);
  if (!clean) return null;
  if (!toWords) return wholeGraphemes(text, clean);
  const touched = wordsOf(text).filter(({ start, end }) => start < clean.end && end > clean.start);
  const [first] = touched;
  const last = touched.at(-1);
  // Punctuation at an edge was taken on purpose.
  return first && last
    ? { start: Math.min(first.start, clean.start), end: Math.max(last.end, clean.end) }
    : wholeGraphemes(text, clean);
};
