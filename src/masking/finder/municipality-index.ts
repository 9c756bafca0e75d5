import names from '../lists/municipalities.json' with { type: 'json' };
import { INHABITANTS, SHORT_NAMES, TAILS, WORDLIKE } from '../lists/municipality-forms.ts';
import { bare, foldPhrase } from './fold.ts';

export interface Named {
  readonly name: string;
  /** Also a word or another name in this form: context decides. */
  readonly wordlike: boolean;
  readonly short: boolean;
}

const BY_FOLD = new Map(names.map((name) => [foldPhrase(name), name]));
/** The official short name for whatever form the caller has ("vara", "Vara kommun"), or the text itself. */
export const officialName = (text: string): string => {
  const folded = foldPhrase(text.trim()).replace(/ (?:kommun|stad|region)s?$/u, '');
  return BY_FOLD.get(folded) ?? SHORT_NAMES[folded] ?? text.trim();
};

/** Bare spellings that are words of their own or other names. */
const BARE_TAKEN = new Set(['are', 'ange', 'timra', 'vannas', 'ale', 'hoor', 'mala', 'koping', 'sater']);

const buildNames = (): ReadonlyMap<string, Named> => {
  const index = new Map<string, Named>();
  for (const name of names) {
    const folded = foldPhrase(name);
    const wordlike = WORDLIKE.has(name);
    index.set(folded, { name, wordlike, short: false });
    const plain = bare(folded);
    if (plain !== folded && plain.length >= 4 && !BARE_TAKEN.has(plain) && !index.has(plain))
      index.set(plain, { name, wordlike, short: false });
  }
  for (const [form, name] of Object.entries(SHORT_NAMES)) {
    const folded = foldPhrase(form);
    if (!index.has(folded))
      index.set(folded, { name, wordlike: folded === 'edet' || folded === 'ed', short: true });
  }
  return index;
};

/** Those who live there: "varabo", "göteborgarna", "umebor". */
const buildInhabitants = (): ReadonlyMap<string, string> => {
  const index = new Map<string, string>();
  for (const name of names) {
    const folded = foldPhrase(name).replace(/ /gu, '');
    const stems = new Set([folded]);
    if (/[aeåö]$/u.test(folded)) stems.add(folded.slice(0, -1));
    if (/köping$/u.test(folded)) stems.add(`${folded}s`);
    if (name === 'Falun') stems.add('falu');
    if (/stad$/u.test(folded)) stems.add(folded.replace(/ad$/u, ''));
    for (const stem of stems) {
      if (stem.length < 3) continue;
      for (const end of INHABITANTS) {
        // Of a wordlike name only the plain "bo" forms are safe ("markbor", never "markare").
        if (WORDLIKE.has(name) && !/^a?bo/u.test(end)) continue;
        if (end.startsWith('sk') && (stem !== folded || stem.length < 6)) continue;
        if (stem !== folded && stem.length < 4 && !/^bo/u.test(end)) continue;
        const form = stem + end;
        if (!index.has(form)) index.set(form, name);
      }
    }
  }
  for (const taken of [
    'borare',
    'bergbo',
    'markbo',
    'kilare',
    'orsare',
    'skaraborgare',
    'bodenare',
    'edare',
    'edabor',
    'malare',
    'malaren',
    'kumlarna',
    'kumlarnas',
    'lommarna',
    'lommarnas',
    'malmarna',
    'malmarnas',
    'strömstare',
    'strömstaren',
    'malarna',
    'aleare',
    'motalare',
    'flenare',
    'solnare',
    'köpingabo',
  ])
    index.delete(taken);
  return index;
};

interface Lookup {
  readonly names: ReadonlyMap<string, Named>;
  readonly inhabitants: ReadonlyMap<string, string>;
  /** Deletions of one letter to the names they may come from. */
  readonly near: ReadonlyMap<string, readonly Spelling[]>;
  /** Names by their first three letters, longest first, for compounds. */
  readonly heads: ReadonlyMap<string, readonly string[]>;
}

const deletions = (word: string): readonly string[] =>
  Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1));
const MISSPELT_FROM = 6;

interface Spelling {
  readonly form: string;
  readonly name: string;
}
const spell = (near: Map<string, Spelling[]>, form: string, name: string): void => {
  for (const key of new Set([form, ...deletions(form)]))
    near.set(key, [...(near.get(key) ?? []), { form, name }]);
};

const build = (): Lookup => {
  const near = new Map<string, Spelling[]>();
  const heads = new Map<string, string[]>();
  for (const name of names) {
    const folded = foldPhrase(name);
    const bareForm = bare(folded);
    const forms = [folded, ...(bareForm.length >= 8 ? [bareForm] : [])];
    if (!WORDLIKE.has(name))
      for (const form of forms) if (form.length >= MISSPELT_FROM) spell(near, form, name);
    const head = folded.replace(/ /gu, '').slice(0, 3);
    heads.set(
      head,
      [...(heads.get(head) ?? []), name].sort((a, b) => b.length - a.length),
    );
  }
  for (const [form, name] of Object.entries(SHORT_NAMES))
    if (form.length >= 8) spell(near, foldPhrase(form), name);
  return { names: buildNames(), inhabitants: buildInhabitants(), near, heads };
};
let built: Lookup | undefined;
/** Built at the first use, so that loading the module costs nothing. */
export const lookup = (): Lookup => {
  built ??= build();
  return built;
};

/** One letter too many, too few, other, or two swapped. */
const oneApart = (a: string, b: string): boolean => {
  if (a === b || Math.abs(a.length - b.length) > 1) return a === b;
  let i = 0;
  while (i < Math.min(a.length, b.length) && a[i] === b[i]) i += 1;
  const restA = a.slice(i);
  const restB = b.slice(i);
  if (a.length === b.length)
    return (
      restA.slice(1) === restB.slice(1) ||
      (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
    );
  return a.length > b.length ? restA.slice(1) === restB : restA === restB.slice(1);
};

/** The one municipality whose name is a slip away from `low`, or null. */
export const misspelt = (low: string): string | null => {
  const word = foldPhrase(low);
  if (word.length < MISSPELT_FROM - 1) return null;
  const { near } = lookup();
  const names = new Set<string>();
  for (const form of [word, ...deletions(word)])
    for (const spelling of near.get(form) ?? []) if (oneApart(word, spelling.form)) names.add(spelling.name);
  const [only, ...others] = names;
  return only !== undefined && others.length === 0 ? only : null;
};

const TAIL_SET = new Set(TAILS);
/** "Göteborgsmodellen", "skövdetrakten": the municipality a compound begins with and what follows. */
export const compound = (low: string): { readonly name: string; readonly tail: string } | null => {
  const word = foldPhrase(low);
  for (const name of lookup().heads.get(word.slice(0, 3)) ?? []) {
    const head = foldPhrase(name).replace(/ /gu, '');
    if (!word.startsWith(head)) continue;
    const rest = word.slice(head.length);
    for (const tail of [rest, rest.replace(/^[sa]/u, '')])
      if (TAIL_SET.has(tail) || (tail.endsWith('s') && TAIL_SET.has(tail.slice(0, -1))))
        return { name, tail };
  }
  return null;
};
