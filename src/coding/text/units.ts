import { placeholdersIn, type Range } from '../marks.ts';

/**
 * What a keyboard can select: words, clauses, sentences, the whole answer. Offsets are UTF-16, end exclusive, without
 * the spaces around, and never inside a grapheme or a placeholder.
 */
export const UNITS = ['word', 'clause', 'sentence', 'answer'] as const;
export type Unit = (typeof UNITS)[number];

/** Abbreviations after which a sentence goes on, whatever follows: something must come after them. */
const GOES_ON =
  /(?:^|[\s("”'])(?:t\.?\s?ex|bl\.?\s?a|p\.?\s?g\.?\s?a|s\.?\s?k|d\.?\s?v\.?\s?s|f\.?\s?d|fr\.?\s?o\.?\s?m|t\.?\s?o\.?\s?m|ca|c:a|kl|nr|resp|inkl|exkl|jfr|ung|ev|tel|avd|kap|lev|dr|s)\.$/iu;
/** Those that may stand at the end of one: it ends if a capital follows. */
const MAY_END =
  /(?:^|[\s("”'])(?:m\.?\s?m|m\.?\s?fl|o\.?\s?s\.?\s?v|o\.?\s?d|o\.?\s?dyl|etc|e\.?\s?d|st)\.$/iu;
const INITIAL = /(?:^|[\s(])\p{Lu}\.$/u;
const STOP = /[.!?…]+["”»'’)\]]*(?=\s|$)|\n/gu;

const trimmed = (text: string, start: number, end: number, extra = /\s/u): Range | null => {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text.charAt(from))) from += 1;
  while (to > from && extra.test(text.charAt(to - 1))) to -= 1;
  return to > from ? { start: from, end: to } : null;
};

const endsHere = (before: string, after: string): boolean => {
  if (after === '' || before.endsWith('\n')) return true;
  if (GOES_ON.test(before)) return false;
  const next = after.trimStart().charAt(0);
  const capital = /[\p{Lu}\p{N}"”«[]/u.test(next);
  if (MAY_END.test(before) || /(?:…|\.\.\.)$/u.test(before)) return capital;
  return !(INITIAL.test(before) && capital);
};

export const sentencesOf = (text: string): readonly Range[] => {
  const found: Range[] = [];
  let start = 0;
  const close = (end: number): void => {
    const range = trimmed(text, start, end);
    if (range) found.push(range);
    start = end;
  };
  for (const match of text.matchAll(STOP)) {
    const end = match.index + match[0].length;
    if (endsHere(text.slice(start, end), text.slice(end))) close(end);
  }
  close(text.length);
  return atGraphemes(text, found);
};

/** Where a clause may begin: after a comma or dash, or at a conjunction that joins two statements. */
const JOINT =
  /[,;:](?=\s)|\s[–—-](?=\s)|\s(?=(?:men|eftersom|medan|fast|fastän|utan|därför|trots|innan|så att|för att|för det)\s)|\s(?=och\s(?:vi|de|det|man|jag|den|sen|sedan|då|ingen|ibland|där|så)\s)/giu;
const wordCount = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

export const clausesOf = (text: string): readonly Range[] => {
  const found: Range[] = [];
  for (const sentence of sentencesOf(text)) {
    const inside = text.slice(sentence.start, sentence.end);
    let start = 0;
    const close = (end: number): void => {
      const range = trimmed(text, sentence.start + start, sentence.start + end, /[\s,;:–—-]/u);
      if (range) found.push(range);
      start = end;
    };
    for (const match of inside.matchAll(JOINT)) {
      const end = match.index + match[0].length;
      // One word alone is no statement: it stays with what follows.
      if (wordCount(inside.slice(start, end)) > 1 && wordCount(inside.slice(end)) > 1) close(end);
    }
    close(inside.length);
  }
  return atGraphemes(text, found);
};

const WORD = /\S+/gu;
const EDGE = /[\p{P}\p{S}]/u;

export const wordsOf = (text: string): readonly Range[] => {
  const found: Range[] = [];
  const placeholders = placeholdersIn(text);
  const add = (from: number, to: number): void => {
    for (const match of text.slice(from, to).matchAll(WORD)) {
      let start = from + match.index;
      let end = start + match[0].length;
      while (start < end && EDGE.test(text.charAt(start))) start += 1;
      while (end > start && EDGE.test(text.charAt(end - 1))) end -= 1;
      if (end > start) found.push({ start, end });
    }
  };
  let at = 0;
  for (const { start, end } of placeholders) {
    add(at, start);
    found.push({ start, end });
    at = end;
  }
  add(at, text.length);
  return atGraphemes(text, found);
};

export const unitsOf = (text: string, unit: Unit): readonly Range[] => {
  switch (unit) {
    case 'word':
      return wordsOf(text);
    case 'clause':
      return clausesOf(text);
    case 'sentence':
      return sentencesOf(text);
    case 'answer': {
      const whole = trimmed(text, 0, text.length);
      return whole ? [whole] : [];
    }
  }
};

const graphemes = new Intl.Segmenter('sv', { granularity: 'grapheme' });

/** The range widened to whole graphemes: an accent is not cut from its letter. */
export const wholeGraphemes = (text: string, range: Range): Range => {
  const segments = graphemes.segment(text);
  const first = segments.containing(range.start);
  const last = range.end > range.start ? segments.containing(range.end - 1) : undefined;
  return { start: first?.index ?? range.start, end: last ? last.index + last.segment.length : range.end };
};

/** ASCII and Latin letters with nothing that combines: every character is its own grapheme, as nearly always. */
const PLAIN = /^[\n -~\u00A0-\u02FF–—…”“’«»•]*$/u;
const atGraphemes = (text: string, ranges: readonly Range[]): readonly Range[] => {
  if (PLAIN.test(text)) return ranges;
  const whole: Range[] = [];
  for (const range of ranges) {
    const { start, end } = wholeGraphemes(text, range);
    const from = Math.max(start, whole.at(-1)?.end ?? 0);
    if (end > from) whole.push({ start: from, end });
  }
  return whole;
};
