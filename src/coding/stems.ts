import { stemmer } from '@orama/stemmers/swedish';

/** Words as the search sees them: lower case, without marks between, and their Swedish stems. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;

export const tokensOf = (text: string): readonly Token[] =>
  Array.from(text.matchAll(WORD), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    word: match[0].normalize('NFC').toLocaleLowerCase('sv'),
  }));

/** Snowball's Swedish rules leave the neuter article ("mötet", "kravet"); taken off everywhere, words still agree. */
const withoutArticle = (stem: string): string =>
  stem.length > 4 && stem.endsWith('et') ? stem.slice(0, -2) : stem;

const known = new Map<string, string>();
export const stemOf = (word: string): string => {
  const stem = known.get(word) ?? withoutArticle(stemmer(word));
  known.set(word, stem);
  return stem;
};

/** Shorter stems would be found inside half the language. */
const COMPOUND_LENGTH = 4;

/**
 * Whether a word of a text is meant by a word searched for: the same stem, or a compound that holds it, since Swedish
 * joins words. The word still being typed is also a beginning.
 */
export const means = (searched: string, typing: boolean, word: string, stem: string): boolean => {
  const wanted = stemOf(searched);
  if (stem === wanted) return true;
  if (typing && word.startsWith(searched)) return true;
  return wanted.length >= COMPOUND_LENGTH && word.includes(wanted);
};
