import { matchText, parseQuery } from './query.ts';
import { means, stemOf, tokensOf } from './stems.ts';

/** Which texts a query means. Built once over the answers to a question; pure, so that a worker can hold it. */
export interface SearchIndex {
  /** Positions of the texts found, in order; null for a query without words: everything. */
  readonly find: (query: string) => readonly number[] | null;
}

export const buildIndex = (texts: readonly string[]): SearchIndex => {
  const places = new Map<string, number[]>();
  texts.forEach((text, position) => {
    for (const { word } of tokensOf(text)) {
      const list = places.get(word);
      if (!list) places.set(word, [position]);
      else if (list.at(-1) !== position) list.push(position);
    }
  });
  const words = Array.from(places, ([word, list]) => ({ word, stem: stemOf(word), list }));
  const placesOf = (searched: string, typing: boolean): ReadonlySet<number> => {
    const found = new Set<number>();
    for (const { word, stem, list } of words)
      if (means(searched, typing, word, stem)) for (const position of list) found.add(position);
    return found;
  };
  return {
    find: (text) => {
      const query = parseQuery(text);
      if (query.length === 0) return null;
      const wanted = query.flatMap((term) => (term.not ? [] : term.words));
      const [first, ...rest] = wanted
        .map(({ word, typing }) => placesOf(word, typing))
        .sort((a, b) => a.size - b.size);
      // Only things that must not be there: every text may be meant.
      const candidates = first ? [...first].sort((a, b) => a - b) : [...texts.keys()];
      const all = candidates.filter((position) => rest.every((set) => set.has(position)));
      // The index knows words, not where they stand: the few texts left are read.
      const plain = query.every((term) => term.within === null && !term.not);
      return plain ? all : all.filter((position) => matchText(texts[position] ?? '', query) !== null);
    },
  };
};
