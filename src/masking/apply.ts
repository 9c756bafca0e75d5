import type { Find, Range } from './types.ts';

/** A stretch of a text and what stands in its place. In order and apart. */
export interface Replacement extends Range {
  readonly placeholder: string;
}

export const applyReplacements = (text: string, replacements: readonly Replacement[]): string => {
  let out = '';
  let at = 0;
  for (const { start, end, placeholder } of replacements) {
    out += text.slice(at, start) + placeholder;
    at = end;
  }
  return out + text.slice(at);
};

/**
 * Where a range of the raw text lies in the masked one. What begins or ends inside something masked takes the
 * whole placeholder in: a quote never shows half of one.
 */
export const toMasked = (range: Range, replacements: readonly Replacement[]): Range => {
  let shift = 0;
  let start: number | null = null;
  let end: number | null = null;
  for (const edit of replacements) {
    const from = edit.start + shift;
    const to = from + edit.placeholder.length;
    if (start === null && range.start < edit.end)
      start = range.start <= edit.start ? range.start + shift : from;
    if (end === null && range.end <= edit.end) end = range.end > edit.start ? to : range.end + shift;
    shift += edit.placeholder.length - (edit.end - edit.start);
  }
  return { start: start ?? range.start + shift, end: end ?? range.end + shift };
};

/** Where a range of the masked text lies in the raw one; a part of a placeholder means all that it hides. */
export const toRaw = (range: Range, replacements: readonly Replacement[]): Range => {
  const point = (offset: number, side: 'start' | 'end'): number => {
    let shift = 0;
    for (const edit of replacements) {
      const from = edit.start + shift;
      const to = from + edit.placeholder.length;
      if (side === 'start' ? offset < from : offset <= from) break;
      if (side === 'start' ? offset < to : offset <= to) return side === 'start' ? edit.start : edit.end;
      shift += edit.placeholder.length - (edit.end - edit.start);
    }
    return offset - shift;
  };
  return { start: point(range.start, 'start'), end: point(range.end, 'end') };
};

/** What is masked where nobody can be asked: the certain and those that context speaks for. */
export const isMaskedAlone = (find: Find): boolean => find.certain || find.lean === 'mask';
