import { err, ok, type Result } from '../../../study/result.ts';

/** A passage from `start` to before `end`, coded with one value. Offsets count from 0. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}
/** What one coder marked on a continuum: sorted, none empty, none over another. The rest is a gap. */
export type Unitization = readonly Span[];

export interface BadSpans {
  readonly type: 'bad_spans';
  readonly reason: string;
}

export const unitizationOf = (spans: readonly Span[], length: number): Result<Unitization, BadSpans> => {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let before = 0;
  for (const { start, end } of sorted) {
    if (!(start < end)) return err({ type: 'bad_spans', reason: `the passage at ${start} is empty` });
    if (start < before) return err({ type: 'bad_spans', reason: `two passages overlap at ${start}` });
    if (end > length)
      return err({ type: 'bad_spans', reason: `the passage at ${start} ends after the text` });
    before = end;
  }
  return ok(sorted);
};

/** A coder's passages with what lies between them: `value` is null in a gap. They cover the whole continuum. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly value: string | null;
}
export const stretchesOf = (spans: Unitization, length: number): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  let before = 0;
  for (const span of spans) {
    if (span.start > before) stretches.push({ start: before, end: span.start, value: null });
    stretches.push(span);
    before = span.end;
  }
  if (before < length) stretches.push({ start: before, end: length, value: null });
  return stretches;
};

/**
 * Our coders may lay several codes over one another, which the unitizing figures do not know. Every place where a
 * passage begins or ends becomes a cut, and each piece gets the set of codes over it as its one value.
 */
export const flattened = (passages: readonly Span[]): Unitization => {
  const cuts = [...new Set(passages.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  return cuts.flatMap((start, at) => {
    const end = cuts[at + 1];
    if (end === undefined) return [];
    const over = passages.filter((passage) => passage.start <= start && passage.end >= end);
    const codes = [...new Set(over.map(({ value }) => value))].sort();
    return codes.length === 0 ? [] : [{ start, end, value: JSON.stringify(codes) }];
  });
};

/** The same passages with each code's theme as value, for the figure over themes (Cu-alpha). */
export const byTheme = (spans: Unitization, themeOf: (code: string) => string): Unitization =>
  spans.map((span) => ({ ...span, value: themeOf(span.value) }));

export const intersection = (a: Stretch, b: Stretch): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
