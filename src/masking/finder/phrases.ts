/**
 * Looks phrases of one to four words up. Forms are folded: lower case, hyphens as spaces, foreign accents off.
 */
import type { Range } from '../types.ts';
import type { Doc } from './doc.ts';

const ACCENTS: Readonly<Record<string, string>> = {
  ø: 'ö',
  æ: 'ä',
  ô: 'o',
  é: 'e',
  è: 'e',
  ê: 'e',
  ü: 'y',
  á: 'a',
  à: 'a',
  ó: 'o',
  ò: 'o',
  õ: 'ö',
};
export const foldWord = (low: string): string => low.replace(/[øæôéèêüáàóòõ]/gu, (c) => ACCENTS[c] ?? c);
export const foldPhrase = (text: string): string => foldWord(text.toLowerCase()).replace(/-/gu, ' ');
/** Without the dots and rings of Swedish letters, as on a foreign keyboard. */
export const bare = (text: string): string => text.replace(/[åä]/gu, 'a').replace(/ö/gu, 'o');

export interface Hit<T> extends Range {
  /** Index of the first token and of the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly value: T;
  readonly form: string;
}

/** The longest phrase of the index beginning at token `at`, or null. `strip`: the last word may bear a genitive s. */
export const phraseAt = <T>(doc: Doc, at: number, index: ReadonlyMap<string, T>, most = 4): Hit<T> | null => {
  const first = doc.tokens[at];
  if (first === undefined) return null;
  const forms: string[] = [];
  let form = '';
  for (let n = 0; n < most; n += 1) {
    const token = doc.tokens[at + n];
    if (token === undefined) break;
    form = n === 0 ? foldPhrase(token.word) : `${form} ${foldPhrase(token.word)}`;
    forms.push(form);
    if (!token.joined) break;
  }
  for (let n = forms.length; n > 0; n -= 1) {
    const phrase = forms[n - 1] ?? '';
    const last = doc.tokens[at + n - 1];
    if (last === undefined) continue;
    const value = index.get(phrase);
    if (value !== undefined)
      return { start: first.start, end: last.end, from: at, to: at + n, value, form: phrase };
    if (phrase.endsWith('s') && phrase.length > 3) {
      const stripped = index.get(phrase.slice(0, -1));
      if (stripped !== undefined)
        return {
          start: first.start,
          end: last.end,
          from: at,
          to: at + n,
          value: stripped,
          form: phrase.slice(0, -1),
        };
    }
  }
  return null;
};
