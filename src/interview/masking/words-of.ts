import type { Range } from '../../masking/types.ts';

/** Words of a text, for choosing a stretch with the arrow keys. A word is what stands between white space, bare of its edges. */
export const wordsOf = (text: string): readonly Range[] =>
  [...text.matchAll(/[\p{L}\p{N}][^\s]*/gu)].map((match) => {
    const bare = match[0].replace(/[^\p{L}\p{N}]+$/u, '');
    return { start: match.index, end: match.index + bare.length };
  });

type Direction = 'left' | 'right';

const reach = (words: readonly Range[], range: Range): readonly [number, number] => {
  const first = words.findIndex((word) => word.end > range.start);
  const last = words.findLastIndex((word) => word.start < range.end);
  return [first < 0 ? words.length - 1 : first, Math.max(last, 0)];
};
const between = (words: readonly Range[], first: number, last: number, range: Range): Range => {
  const from = words[first];
  const to = words[last];
  return from && to ? { start: from.start, end: to.end } : range;
};

/** One word on, as a caret moves. */
export const moveWord = (text: string, range: Range, to: Direction): Range => {
  const words = wordsOf(text);
  const [first, last] = reach(words, range);
  const at = to === 'left' ? Math.max(first - 1, 0) : Math.min(last + 1, words.length - 1);
  return between(words, at, at, range);
};

/** One word more at that side. */
export const growWord = (text: string, range: Range, side: Direction): Range => {
  const words = wordsOf(text);
  const [first, last] = reach(words, range);
  const grown = between(
    words,
    side === 'left' ? Math.max(first - 1, 0) : first,
    side === 'right' ? Math.min(last + 1, words.length - 1) : last,
    range,
  );
  return { start: Math.min(grown.start, range.start), end: Math.max(grown.end, range.end) };
};

/** One word less at that side, never less than `least`. */
export const shrinkWord = (text: string, range: Range, side: Direction, least: Range | null): Range => {
  const words = wordsOf(text);
  const [first, last] = reach(words, range);
  if (first >= last) return range;
  const less = between(words, side === 'left' ? first + 1 : first, side === 'right' ? last - 1 : last, range);
  return least ? { start: Math.min(less.start, least.start), end: Math.max(less.end, least.end) } : less;
};
