import { type Figure, figure, noFigure } from '../../figure.ts';
import { REASONS } from '../reasons.ts';
import { markedTable, type Table, wholeTable } from './coincidences.ts';
import type { Unitization } from './spans.ts';

/**
 * Krippendorff's family of alphas for passages on a text (Krippendorff, Mathet, Bouvry & Widlöcher 2016, with its
 * erratum; Krippendorff 2019, section 12.6). Coincidences are lengths of text; what chance gives pairs every place
 * with every other, except that a passage is one thing and is never paired with itself.
 */
export interface UnitizingAlphas {
  /** Where and what: boundaries and codes together (u-alpha). */
  readonly whole: Figure;
  /** Where alone: marked or not, whatever the code (alpha-binary). */
  readonly binary: Figure;
  /** What alone: the codes of what at least two marked (cu-alpha; over themes it is Cu-alpha). */
  readonly coding: Figure;
  /** How well each code is told from the others, among what at least two marked ((k)u-alpha). */
  readonly byValue: ReadonlyMap<string, Figure>;
}

export const unitizingAlphas = (coders: readonly Unitization[], length: number): UnitizingAlphas => {
  const values = [...new Set(coders.flatMap((spans) => spans.map(({ value }) => value)))].sort();
  if (coders.length < 2) return nothing(values, REASONS.oneCoder);
  if (values.length === 0) return nothing(values, REASONS.noPassage);
  const all = wholeTable(coders, values, length);
  const marked = markedTable(coders, values);
  return {
    whole: disagreeing(all, REASONS.noGap),
    binary: disagreeing(binaryOf(all), REASONS.noGap),
    coding: marked.total === 0 ? noFigure(REASONS.nothingMarkedTwice) : disagreeing(marked, REASONS.oneCode),
    byValue: new Map(
      values.map((value, index) => [
        value,
        marked.total === 0 ? noFigure(REASONS.nothingMarkedTwice) : oneAgainstOthers(marked, index),
      ]),
    ),
  };
};

const nothing = (values: readonly string[], reason: string): UnitizingAlphas => ({
  whole: noFigure(reason),
  binary: noFigure(reason),
  coding: noFigure(reason),
  byValue: new Map(values.map((value) => [value, noFigure(reason)])),
});

const row = (table: Table, index: number): number => {
  let sum = 0;
  for (let column = 0; column < table.size; column++) sum += table.observed[index * table.size + column] ?? 0;
  return sum;
};

/** What chance gives, but for a factor that all cells share: the caller scales. */
const chanceOf = (table: Table, a: number, b: number): number =>
  row(table, a) * row(table, b) - (a === b ? (table.own[a] ?? 0) : 0);

const disagreeing = (table: Table, without: string): Figure => {
  let observed = 0;
  let chance = 0;
  for (let a = 0; a < table.size; a++) {
    for (let b = 0; b < table.size; b++) {
      if (a === b) continue;
      observed += table.observed[a * table.size + b] ?? 0;
      chance += chanceOf(table, a, b);
    }
  }
  if (chance === 0) return noFigure(without);
  const own = table.own.reduce((so, part) => so + part, 0);
  return figure(1 - observed / (chance / (table.total - own / table.total)));
};

/** Marked or not: all values but the gap are one. */
const binaryOf = (table: Table): Table => {
  const observed = new Float64Array(4);
  for (let a = 0; a < table.size; a++) {
    for (let b = 0; b < table.size; b++) {
      const cell = Math.min(a, 1) * 2 + Math.min(b, 1);
      observed[cell] = (observed[cell] ?? 0) + (table.observed[a * table.size + b] ?? 0);
    }
  }
  const gap = table.own[0] ?? 0;
  const own = Float64Array.of(gap, table.own.reduce((so, part) => so + part, 0) - gap);
  return { size: 2, observed, own, total: table.total };
};

const oneAgainstOthers = (table: Table, index: number): Figure => {
  const all = row(table, index);
  if (all === 0) return noFigure(REASONS.nothingMarkedTwice);
  let chance = 0;
  for (let other = 0; other < table.size; other++) chance += chanceOf(table, index, other);
  const others = chance - chanceOf(table, index, index);
  if (others === 0) return noFigure(REASONS.oneCode);
  const missed = 1 - (table.observed[index * table.size + index] ?? 0) / all;
  return figure(1 - (missed * chance) / others);
};
