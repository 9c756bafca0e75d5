import { foldDigits, normalise } from '../guard.ts';
import type { Range } from '../types.ts';
import { foldPhrase } from './fold.ts';

/** A word with what its surroundings say about its capital letter. Offsets are those of the plain text. */
export interface Token extends Range {
  readonly word: string;
  readonly low: string;
  /** As the word lists are spelt (fold.ts). */
  readonly fold: string;
  /** Capital first letter where grammar alone does not ask for one, in a sentence that is not all capitals. */
  readonly capital: boolean;
  /** Written with a capital first letter, for whatever reason. */
  readonly upper: boolean;
  readonly first: boolean;
  readonly shouted: boolean;
  /** Number of its sentence. */
  readonly sentence: number;
  /** True when nothing but a space, or a hyphen, stands between this and the next word. */
  readonly joined: boolean;
}

/** A text made plain for reading, with a way back to the offsets of the text as given. */
export interface Doc {
  readonly raw: string;
  readonly plain: string;
  readonly folded: string;
  readonly tokens: readonly Token[];
  /** Placeholders already there: nothing is found inside. */
  readonly fences: readonly Range[];
  readonly back: (range: Range) => Range;
}

export const PLACEHOLDER = /\[[A-ZÅÄÖ][A-ZÅÄÖ-]*(?: \d{1,4})?\]/gu;
const WORD = /\p{L}[\p{L}\p{N}]*(?:[-.](?=\p{L}\p{L})[\p{L}\p{N}]+|-\p{N}+)*|\p{N}[\p{L}\p{N}]*/gu;
const ENDS = /[.!?…:;]["”’)\]]*\s*$|[\n\r]|["”“»(]\s*$|(?:^|\s)[-•*–]\s*$/u;
const ABBREVIATION =
  /(?:^|[\s(])(?:t\.ex|bl\.a|m\.m|osv|d\.v\.s|dvs|ca|c:a|nr|tel|kl|st|resp|inkl|exkl|ev|etc|e\.g|i\.e|dr|mr|mrs|ms|prof|f\.d)\.\s*$/iu;

const upperFirst = (word: string): boolean => /^\p{Lu}/u.test(word);
const allUpper = (word: string): boolean =>
  word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();

/** Composes a letter with the marks after it ("a" + ring), which normalise() would otherwise drop. */
const compose = (raw: string): { text: string; from: number[]; to: number[] } => {
  if (!/\p{M}/u.test(raw)) {
    // Nothing to compose, as nearly always.
    return {
      text: raw,
      from: Array.from({ length: raw.length }, (_, i) => i),
      to: Array.from({ length: raw.length }, (_, i) => i + 1),
    };
  }
  const from: number[] = [];
  const to: number[] = [];
  let text = '';
  for (const match of raw.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const cluster = match[0];
    const composed = cluster.length > 1 ? cluster.normalize('NFC') : cluster;
    const shrank = composed.length < cluster.length;
    for (let i = 0; i < composed.length; i += 1) {
      from.push(shrank ? match.index : match.index + i);
      to.push(shrank ? match.index + cluster.length : match.index + i + 1);
    }
    text += composed;
  }
  return { text, from, to };
};

const readTokens = (plain: string, breaks: (from: number, to: number) => string): readonly Token[] => {
  const spans = Array.from(plain.matchAll(WORD), (match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const sentences: number[] = [];
  const firsts: boolean[] = [];
  let sentence = 0;
  spans.forEach((span, i) => {
    const gap = breaks(spans[i - 1]?.end ?? 0, span.start);
    const lead = plain.slice(Math.max(0, span.start - 12), span.start);
    const first = i === 0 || (ENDS.test(gap) && !ABBREVIATION.test(lead));
    if (first && i > 0 && !/[:;"”“»(]\s*$/u.test(gap)) sentence += 1;
    firsts.push(first);
    sentences.push(sentence);
  });
  const letters = new Map<number, { caps: number; all: number }>();
  spans.forEach((span, i) => {
    const count = letters.get(sentences[i] ?? 0) ?? { caps: 0, all: 0 };
    letters.set(sentences[i] ?? 0, {
      caps: count.caps + (allUpper(span.word) ? span.word.length : 0),
      all: count.all + (/\p{L}/u.test(span.word) ? span.word.length : 0),
    });
  });
  return spans.map((span, i) => {
    const count = letters.get(sentences[i] ?? 0) ?? { caps: 0, all: 0 };
    const shouted = count.all >= 8 && count.caps / count.all > 0.7;
    const upper = upperFirst(span.word);
    const next = spans[i + 1];
    return {
      ...span,
      low: span.word.toLowerCase(),
      fold: foldPhrase(span.word),
      upper,
      capital: upper && !firsts[i] && !shouted,
      first: firsts[i] ?? false,
      shouted,
      sentence: sentences[i] ?? 0,
      joined: next !== undefined && /^(?: {1,2}|-)$/u.test(breaks(span.end, next.start)),
    };
  });
};

export const readDoc = (raw: string): Doc => {
  const composed = compose(raw);
  const plain = normalise(composed.text);
  const origin = (i: number, side: readonly number[], map: readonly number[]): number =>
    map[side[i] ?? 0] ?? 0;
  const back = ({ start, end }: Range): Range => ({
    start: origin(start, plain.from, composed.from),
    end: composed.to[(plain.to[end - 1] ?? 1) - 1] ?? raw.length,
  });
  /** The gap between two words as it was typed, so that line breaks end sentences. */
  const breaks = (from: number, to: number): string => {
    const gap = plain.text.slice(from, to);
    if (from >= to) return gap;
    const typed = back({ start: from, end: to });
    return /[\n\r]/u.test(raw.slice(typed.start, typed.end)) ? `${gap}\n` : gap;
  };
  return {
    raw,
    plain: plain.text,
    folded: foldDigits(plain.text),
    tokens: readTokens(plain.text, breaks),
    fences: Array.from(plain.text.matchAll(PLACEHOLDER), (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    })),
    back,
  };
};
