import { type Coarsened, protectCoarsened } from './coarsen.ts';
import type { BrokenDown } from './protect.ts';

/**
 * All broken-down tables of one report, chart set or export together. Two tables of one thing must not tell together
 * what neither tells alone, so
 * - one thing by one background is protected once, and whatever is made of it is added up from what is shown;
 * - of a theme and its codes only one level is broken down by one background: a theme's count less its codes' would
 *   give a code away.
 * Tables by different backgrounds have only the category sums in common, which are shown anyway.
 */
export interface Asked extends BrokenDown {
  /** What is counted: a question's pre-codes, a code, a theme, a judgement. */
  readonly variable: string;
  readonly background: string;
  /** Of a code: its theme, of a theme: the one above. */
  readonly within?: readonly string[];
}

export type Answered =
  | {
      readonly type: 'table';
      readonly variable: string;
      readonly background: string;
      readonly table: Coarsened;
    }
  | { readonly type: 'other_level'; readonly variable: string; readonly background: string };

/** In the order asked: the first level asked for stands. */
export const publish = (tables: readonly Asked[], threshold?: number): readonly Answered[] => {
  const shown = new Map<string, Coarsened>();
  const key = (background: string, variable: string) => JSON.stringify([background, variable]);
  const levels: { background: string; variable: string; within: readonly string[] }[] = [];
  return tables.map((asked): Answered => {
    const { variable, background, within = [] } = asked;
    const about = { variable, background };
    const before = shown.get(key(background, variable));
    if (before) return { type: 'table', ...about, table: before };
    const clash = levels.some(
      (level) =>
        level.background === background &&
        (within.includes(level.variable) || level.within.includes(variable)),
    );
    if (clash) return { type: 'other_level', ...about };
    const { groups, categories, counts } = asked;
    const table = protectCoarsened({ groups, categories, counts }, threshold);
    shown.set(key(background, variable), table);
    levels.push({ background, variable, within });
    return { type: 'table', ...about, table };
  });
};

/** The sum of some categories in each group, null where a part of it is hidden. */
export const sumShown = (table: Coarsened, categories: readonly string[]): readonly (number | null)[] =>
  table.counts.map((group, row) =>
    table.parts.reduce<number | null>((sum, parts, column) => {
      if (!parts.some((part) => categories.includes(part))) return sum;
      if (!parts.every((part) => categories.includes(part))) return null;
      return sum === null || table.hidden[row]?.[column] !== null ? null : sum + (group[column] ?? 0);
    }, 0),
  );
