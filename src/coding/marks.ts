import type { QuoteMark } from '../study/answer.ts';
import { matchText, parseQuery } from './query.ts';

/** A stretch of an answer that looks the same all through. The stretches joined are the text, to the character. */
export interface Stretch {
  readonly start: number;
  readonly text: string;
  readonly placeholder: boolean;
  readonly quote: QuoteMark['kind'] | null;
  readonly found: boolean;
  readonly selected: boolean;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

const PLACEHOLDER = /\[[A-ZÅÄÖ]{2,20}(?: [0-9]{1,3})?\]/gu;

export const placeholdersIn = (text: string): readonly (Range & { readonly text: string })[] =>
  Array.from(text.matchAll(PLACEHOLDER), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));

/** Where what was searched for stands. */
export const foundIn = (text: string, query: string): readonly Range[] =>
  matchText(text, parseQuery(query)) ?? [];

const covers = (ranges: readonly Range[], at: number): boolean =>
  ranges.some((range) => range.start <= at && at < range.end);

/** Cuts a text where anything begins or ends. */
export const stretchesOf = (
  text: string,
  quotes: readonly QuoteMark[],
  found: readonly Range[],
  selected: Range | null,
): readonly Stretch[] => {
  const placeholders = placeholdersIn(text);
  const chosen = selected ? [selected] : [];
  const edges = new Set([0, text.length]);
  for (const { start, end } of [...placeholders, ...quotes, ...found, ...chosen]) {
    edges.add(Math.min(Math.max(0, start), text.length));
    edges.add(Math.min(Math.max(0, end), text.length));
  }
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => ({
    start,
    text: text.slice(start, cuts[index + 1]),
    placeholder: covers(placeholders, start),
    quote: quotes.find((quote) => covers([quote], start))?.kind ?? null,
    found: covers(found, start),
    selected: covers(chosen, start),
  }));
};
