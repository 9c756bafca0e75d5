import type { Range } from '../types.ts';
import type { Doc } from './doc.ts';

export interface Hit<T> extends Range {
  /** Index of the first token and of the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly value: T;
  readonly form: string;
}

/** First words of the phrases of an index: most tokens begin none, and are passed over at once. */
const firstWords = new WeakMap<ReadonlyMap<string, unknown>, ReadonlySet<string>>();
const headOf = (phrase: string): string => {
  const space = phrase.indexOf(' ');
  return space < 0 ? phrase : phrase.slice(0, space);
};
const headsOf = (index: ReadonlyMap<string, unknown>): ReadonlySet<string> => {
  const known = firstWords.get(index);
  if (known !== undefined) return known;
  const heads = new Set<string>();
  for (const phrase of index.keys()) {
    const head = headOf(phrase);
    heads.add(head);
    heads.add(`${head}s`);
  }
  firstWords.set(index, heads);
  return heads;
};

/**
 * The longest phrase of the index beginning at token `at`, or null. The last word may bear a genitive s.
 * Phrases of the index are folded (fold.ts).
 */
export const phraseAt = <T>(doc: Doc, at: number, index: ReadonlyMap<string, T>, most = 4): Hit<T> | null => {
  const first = doc.tokens[at];
  if (first === undefined || !headsOf(index).has(headOf(first.fold))) return null;
  const forms: string[] = [];
  for (let n = 0; n < most; n += 1) {
    const token = doc.tokens[at + n];
    if (token === undefined) break;
    forms.push(n === 0 ? token.fold : `${forms[n - 1] ?? ''} ${token.fold}`);
    if (!token.joined) break;
  }
  for (let n = forms.length; n > 0; n -= 1) {
    const phrase = forms[n - 1] ?? '';
    const end = doc.tokens[at + n - 1]?.end ?? first.end;
    const tried = phrase.endsWith('s') && phrase.length > 3 ? [phrase, phrase.slice(0, -1)] : [phrase];
    for (const form of tried) {
      const value = index.get(form);
      if (value !== undefined) return { start: first.start, end, from: at, to: at + n, value, form };
    }
  }
  return null;
};
