import { means, stemOf, type Token, tokensOf } from './stems.ts';

/**
 * What a search asks for. Words must all be there, in any form; "words in quotes" stand side by side; `a ~5 b` has at
 * most five words between; `-word` must not be there.
 */
export interface Term {
  readonly words: readonly { readonly word: string; readonly typing: boolean }[];
  /** Most words that may stand between one word and the next; null: a single word. */
  readonly within: number | null;
  /** Near goes either way; a phrase as written only. */
  readonly eitherWay: boolean;
  readonly not: boolean;
}

const PART = /(-?)"([^"]*)("?)|(-?)(\S+)/gu;
const NEAR = /^(?:~|nära\/|near\/)(\d{1,2})$/iu;
const NEAR_DEFAULT = /^(?:~|nära|near)$/iu;
const MOST_BETWEEN = 5;

export const parseQuery = (text: string): readonly Term[] => {
  const terms: Term[] = [];
  let near: number | null = null;
  for (const match of text.matchAll(PART)) {
    const [whole, phraseNot, phrase, closed, wordNot, word = ''] = match;
    const said = NEAR.exec(word)?.[1] ?? (NEAR_DEFAULT.test(word) ? String(MOST_BETWEEN) : null);
    // A sign of nearness joins two words; alone it is a word like others.
    if (said !== null && terms.length > 0 && match.index + whole.length < text.trimEnd().length) {
      near = Number(said);
      continue;
    }
    const isPhrase = phrase !== undefined;
    const tokens = tokensOf(phrase ?? word);
    if (tokens.length === 0) continue;
    const open = isPhrase ? closed === '' : match.index + whole.length === text.length;
    const words = tokens.map((token, index) => ({
      word: token.word,
      typing: open && index === tokens.length - 1,
    }));
    const last = terms.at(-1);
    if (near !== null && last && !last.not) {
      terms[terms.length - 1] = {
        words: [...last.words, ...words],
        within: near,
        eitherWay: true,
        not: false,
      };
    } else {
      terms.push({
        words,
        within: words.length > 1 ? 0 : null,
        eitherWay: false,
        not: (phraseNot ?? wordNot ?? '') === '-',
      });
    }
    near = null;
  }
  return terms;
};

const isMeant = ({ word, typing }: Term['words'][number], token: Token): boolean =>
  means(word, typing, token.word, stemOf(token.word));

/** Places of the tokens that fulfil a term, each a set that stands together; empty: it is not there. */
const placesOf = (term: Term, tokens: readonly Token[]): readonly (readonly number[])[] => {
  const { words, within, eitherWay } = term;
  const [first, ...rest] = words.map((word) =>
    tokens.flatMap((token, at) => (isMeant(word, token) ? [at] : [])),
  );
  if (within === null) return (first ?? []).map((at) => [at]);
  let found = (first ?? []).map((at) => [at]);
  for (const next of rest)
    found = found.flatMap((before) => {
      const last = before.at(-1) ?? 0;
      const at = next.find((place) => {
        const between = place > last ? place - last - 1 : eitherWay ? last - place - 1 : -1;
        return between >= 0 && between <= within;
      });
      return at === undefined ? [] : [[...before, at]];
    });
  return found;
};

/** Ranges of a text that the query asks for; null: the text is not meant. A query without words means every text. */
export const matchText = (
  text: string,
  terms: readonly Term[],
): readonly { readonly start: number; readonly end: number }[] | null => {
  if (terms.length === 0) return [];
  const tokens = tokensOf(text);
  const hits: { start: number; end: number }[] = [];
  for (const term of terms) {
    const places = placesOf(term, tokens);
    if (term.not ? places.length > 0 : places.length === 0) return null;
    if (term.not) continue;
    for (const place of places) {
      const [from = 0, to = 0] = [Math.min(...place), Math.max(...place)];
      const [start, end] = [tokens[from]?.start, tokens[to]?.end];
      if (start !== undefined && end !== undefined) hits.push({ start, end });
    }
  }
  return hits.sort((a, b) => a.start - b.start || a.end - b.end);
};
