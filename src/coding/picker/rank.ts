/** Which codes a few letters mean. Å, ä and ö are letters of their own and are taken as typed. */
export interface Pickable {
  readonly id: string;
  readonly name: string;
  /** Name of the theme it lies under, '' for none. */
  readonly theme: string;
  readonly definition: string;
}

export interface PickContext {
  /** Ids of codes used lately by this coder, the latest first. */
  readonly recent: readonly string[];
  /** Ids of codes that the question offers first. */
  readonly offered: ReadonlySet<string>;
}

export interface Picked<C extends Pickable> {
  readonly code: C;
  /** Places of the typed letters in its name, for the eye. */
  readonly hits: readonly number[];
}

const plain = (text: string): string => text.normalize('NFC').toLocaleLowerCase('sv');
const WORD_START = /(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu;
const startsOf = (text: string): readonly number[] =>
  Array.from(text.matchAll(WORD_START), ({ index }) => index);
const reach = (from: number, length: number): readonly number[] => Array.from({ length }, (_, i) => from + i);

/** Letters in order, each at a word's beginning or right after the last: "sfu" finds "svårt att följa upp". */
const byInitials = (name: string, typed: string): readonly number[] | null => {
  const starts = new Set(startsOf(name));
  const follow = (from: number, at: number): readonly number[] | null => {
    if (at === typed.length) return [];
    for (let place = from; place < name.length; place += 1) {
      if (name[place] !== typed[at] || !(starts.has(place) || (at > 0 && place === from))) continue;
      const rest = follow(place + 1, at + 1);
      if (rest) return [place, ...rest];
    }
    return null;
  };
  return follow(0, 0);
};

const inOrder = (name: string, typed: string): readonly number[] | null => {
  const hits: number[] = [];
  let at = 0;
  for (const letter of typed) {
    const place = name.indexOf(letter, at);
    if (place === -1) return null;
    hits.push(place);
    at = place + 1;
  }
  return hits;
};

/** How well a name fits: the tiers lie so far apart that habit never lifts a worse fit over a better one by two. */
const suits = (
  code: Pickable,
  typed: string,
): { readonly score: number; readonly hits: readonly number[] } | null => {
  const name = plain(code.name);
  if (name === typed) return { score: 120, hits: reach(0, typed.length) };
  if (name.startsWith(typed)) return { score: 100, hits: reach(0, typed.length) };
  const start = startsOf(name).find((place) => name.startsWith(typed, place));
  if (start !== undefined) return { score: 85, hits: reach(start, typed.length) };
  const initials = byInitials(name, typed);
  if (initials) return { score: 75, hits: initials };
  const inside = name.indexOf(typed);
  if (inside !== -1) return { score: 60, hits: reach(inside, typed.length) };
  if (plain(code.theme).startsWith(typed)) return { score: 45, hits: [] };
  const scattered = typed.length > 1 ? inOrder(name, typed) : null;
  if (scattered) return { score: 35, hits: scattered };
  const definition = plain(code.definition);
  return startsOf(definition).some((place) => definition.startsWith(typed, place))
    ? { score: 20, hits: [] }
    : null;
};

const OFFERED = 14;
const LATEST = 12;
const habit = (id: string, { recent, offered }: PickContext): number => {
  const place = recent.indexOf(id);
  return (offered.has(id) ? OFFERED : 0) + (place === -1 ? 0 : Math.max(1, LATEST - place));
};

/** Best first. Nothing typed: recent ones, then what the question offers, then the rest as they come. */
export const rank = <C extends Pickable>(
  codes: readonly C[],
  typed: string,
  context: PickContext,
): readonly Picked<C>[] => {
  const wanted = plain(typed.trim());
  const scored = codes.flatMap((code, order) => {
    const found = wanted === '' ? { score: 0, hits: [] } : suits(code, wanted);
    return found ? [{ code, order, hits: found.hits, score: found.score + habit(code.id, context) }] : [];
  });
  if (wanted === '') {
    const place = (id: string): number => {
      const at = context.recent.indexOf(id);
      return at === -1 ? context.recent.length + (context.offered.has(id) ? 0 : 1) : at;
    };
    scored.sort((a, b) => place(a.code.id) - place(b.code.id) || a.order - b.order);
  } else scored.sort((a, b) => b.score - a.score || a.order - b.order);
  return scored.map(({ code, hits }) => ({ code, hits }));
};
