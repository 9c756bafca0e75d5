import { FIRST_NAMES } from '../lists/first-names.ts';
import { NAME_WORDS, NO_GENITIVES } from '../lists/name-words.ts';
import { SURNAMES } from '../lists/surnames.ts';
import { type Candidate, certain, near, uncertain, withoutGenitive } from './candidate.ts';
import type { Doc, Token } from './doc.ts';
import { lookup } from './municipality-index.ts';
import { ACTS, CUE, DEPARTMENT, NO_NAME, NO_STRANGER, NOT_AFTER, SAYS } from './person-words.ts';

const FIRST: ReadonlySet<string> = new Set(FIRST_NAMES);
const LAST: ReadonlySet<string> = new Set(SURNAMES);

const strip = (low: string, list: ReadonlySet<string>): string | null => {
  if (list.has(low)) return low;
  const stem = withoutGenitive(low);
  return stem !== null && list.has(stem) && !NO_GENITIVES.has(low) ? stem : null;
};
/** The first name in a word, without its genitive; a double name ("Anna-Karin") if both halves are one. */
const givenName = (low: string): string | null => {
  const whole = strip(low, FIRST);
  if (whole !== null) return whole;
  const [a = '', b = '', ...more] = low.split('-');
  const second = strip(b, FIRST);
  return FIRST.has(a) && second !== null && more.length === 0 ? `${a}-${second}` : null;
};
const familyName = (low: string): string | null => {
  const whole = strip(low, LAST);
  if (whole !== null) return whole;
  const parts = low.split('-');
  return parts.length === 2 && strip(parts[1] ?? '', LAST) !== null ? low : null;
};
const isTown = (token: Token): boolean => lookup().names.get(token.fold) !== undefined;
const looksLikeName = (token: Token): boolean =>
  token.upper &&
  token.word.length > 2 &&
  !NO_NAME.test(token.low) &&
  !NOT_AFTER.has(token.low) &&
  !/\p{Lu}{2}/u.test(token.word.slice(1));
const isSmall = (token: Token): boolean => !token.upper || token.shouted;

const key = (given: string | null, family: string | null): string => `person:${given ?? ''}|${family ?? ''}`;
const span = (from: Token, to: Token = from) => ({ start: from.start, end: to.end });

interface Step {
  readonly candidate: Candidate | null;
  /** How many tokens it took. */
  readonly taken: number;
}

/** The word that would be the surname after a first name at `at`, over one middle name. */
const tailOf = (doc: Doc, at: number): { readonly tail: Token; readonly taken: number } | null => {
  const token = doc.tokens[at];
  const next = token?.joined ? doc.tokens[at + 1] : undefined;
  if (token === undefined || next === undefined || next.sentence !== token.sentence) return null;
  const third = next.joined ? doc.tokens[at + 2] : undefined;
  const middle = givenName(next.low) !== null && next.upper === token.upper;
  if (middle && third !== undefined && familyName(third.low) !== null && third.upper === token.upper)
    return { tail: third, taken: 3 };
  return { tail: next, taken: 2 };
};

/** "Karin Ek", "karin ek", "Anna Maria Lund", "Karin Xyz". */
const fullName = (doc: Doc, at: number, token: Token, given: string): Step | null => {
  const found = given === token.low ? tailOf(doc, at) : null;
  if (found === null) return null;
  const { tail, taken } = found;
  const family = familyName(tail.low);
  const after = near(doc, at + taken - 1, 1);
  const word = NAME_WORDS.has(given) || given.length < 3;
  const familyWord = family !== null && NAME_WORDS.has(family);
  const named = key(given, family ?? withoutGenitive(tail.low) ?? tail.low);
  if (isSmall(token)) {
    // Both halves must be names; "per ström", "bo i berg" are not.
    const safe = family !== null && !word && (!familyWord || tail.shouted || CUE.test(near(doc, at, -1)));
    return safe ? { candidate: certain(span(token, tail), 'person', named, 'name'), taken } : null;
  }
  if (!tail.upper || NOT_AFTER.has(after)) return null;
  if (family !== null) {
    const doubtful = word && token.first && familyWord;
    const candidate = doubtful
      ? uncertain(span(token, tail), 'person', named, 'mask', 'word_or_name')
      : certain(span(token, tail), 'person', named, 'name');
    return { candidate, taken };
  }
  if (word && token.first) return null;
  const town = lookup().names.get(tail.fold);
  if (town?.wordlike === true)
    return { candidate: certain(span(token, tail), 'person', named, 'name'), taken };
  if (town !== undefined || !tail.capital || !looksLikeName(tail)) return null;
  const unknown = span(token, tail);
  return {
    candidate: word
      ? uncertain(unknown, 'person', named, 'mask', 'word_or_name')
      : certain(unknown, 'person', named, 'name'),
    taken,
  };
};

type Verdict = 'certain' | 'mask' | 'keep' | 'none';

/** Written with a capital that grammar does not ask for. */
const judgeLarge = (doc: Doc, at: number, token: Token, name: string): Verdict => {
  const before = near(doc, at, -1);
  if (isTown(token)) return before === 'i' || before === 'från' || before === 'till' ? 'none' : 'mask';
  if (!NAME_WORDS.has(name) || CUE.test(before)) return 'certain';
  if (/^(?:will|may|mark|june|april)$/u.test(name)) return 'mask';
  const known =
    token.word.length > 2 ||
    ACTS.has(near(doc, at, 1)) ||
    /^(?:med|till|från|av|hos|för|och|som|via|åt|with|to|and)$/u.test(before);
  return known ? 'certain' : 'mask';
};

/** At the start of a sentence, where every word has a capital. */
const judgeFirst = (doc: Doc, at: number, token: Token, name: string): Verdict => {
  if (!NAME_WORDS.has(name) && !isTown(token)) return 'certain';
  const after = near(doc, at, 1);
  if (SAYS.test(after)) return 'certain';
  // "Saga på HR", "Per och jag", "Kim och Robin"
  if (/^(?:på|från|i)$/u.test(after) && DEPARTMENT.test(near(doc, at, 2))) return 'mask';
  if (after === 'och' && /^(?:jag|hon|han)$/u.test(near(doc, at, 2))) return 'mask';
  const partner = /^(?:och|and)$/u.test(after) ? givenName(near(doc, at, 2)) : null;
  if (partner !== null && !NAME_WORDS.has(partner)) return 'mask';
  if (!ACTS.has(after)) return 'none';
  return /^(?:per|hans|mer|min|mina|era|inga|rena|alla)$/u.test(name) ? 'keep' : 'mask';
};

/** How sure a lone first name is. */
const judgeGiven = (doc: Doc, at: number, token: Token, name: string): Verdict => {
  const cued = CUE.test(near(doc, at, -1));
  if (NOT_AFTER.has(near(doc, at, 1))) return 'none';
  // "TED" in an ordinary sentence is an abbreviation.
  const short = token.word.length > 1 && token.word.length <= 4 && token.word === token.word.toUpperCase();
  if (short && !token.shouted && !cued) return 'none';
  if (token.capital) return judgeLarge(doc, at, token, name);
  if (!isSmall(token)) return judgeFirst(doc, at, token, name);
  if (NAME_WORDS.has(name) || isTown(token))
    return cued && name.length > 2 && /^(?:heter|hette|kollegan|chefen|herr|fru)$/u.test(near(doc, at, -1))
      ? 'mask'
      : 'none';
  return name.length >= 4 || cued ? 'certain' : 'mask';
};

/** A surname standing alone: "Karlsson var med". */
const loneFamily = (doc: Doc, at: number, token: Token): Candidate | null => {
  const family = familyName(token.low);
  if (family === null || isTown(token) || /^(?:ab|hb|kommun)$/u.test(near(doc, at, 1))) return null;
  const word = NAME_WORDS.has(family) || family.length < 4;
  if (token.capital) {
    const lean = CUE.test(near(doc, at, -1)) ? 'mask' : 'keep';
    return word
      ? uncertain(span(token), 'person', key(null, family), lean, 'word_or_name')
      : certain(span(token), 'person', key(null, family), 'name');
  }
  const plain = /(?:sson|ström|qvist|kvist|gren|berg|lund)$/u.test(family) && token.low.length >= 6;
  return plain && !word ? certain(span(token), 'person', key(null, family), 'name') : null;
};

/** An unknown name that is announced: "vår it-chef Xhevahire". */
const announced = (doc: Doc, at: number, token: Token): Step | null => {
  if (!token.capital || !CUE.test(near(doc, at, -1)) || !looksLikeName(token) || isTown(token)) return null;
  if (/^\p{Lu}+$/u.test(token.word)) return null;
  const next = token.joined ? doc.tokens[at + 1] : undefined;
  const both = next?.capital && looksLikeName(next) && next.sentence === token.sentence ? next : undefined;
  const named = key(withoutGenitive(token.low) ?? token.low, both?.low ?? null);
  return {
    candidate: uncertain(span(token, both), 'person', named, 'mask', 'context'),
    taken: both === undefined ? 1 : 2,
  };
};

/** Two words with capitals that no list knows, in the middle of a sentence: most often a name from afar. */
const stranger = (doc: Doc, at: number, token: Token): Step | null => {
  const next = token.joined ? doc.tokens[at + 1] : undefined;
  if (!token.capital || !next?.capital || next.sentence !== token.sentence || doc.tokens[at + 2]?.capital)
    return null;
  const before = doc.tokens[at - 1];
  if (before?.upper && before.joined && before.sentence === token.sentence) return null;
  const both = [token, next];
  if (
    !both.every(
      (one) => looksLikeName(one) && !isTown(one) && /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(one.word),
    )
  )
    return null;
  if (both.some((one) => NO_STRANGER.test(one.low)) || doc.plain.slice(token.end, next.start) !== ' ')
    return null;
  return {
    candidate: uncertain(
      span(token, next),
      'person',
      key(token.low, withoutGenitive(next.low) ?? next.low),
      'mask',
      'context',
    ),
    taken: 2,
  };
};

const stepAt = (doc: Doc, at: number, token: Token): Step => {
  const given = givenName(token.low);
  if (given !== null) {
    const full = fullName(doc, at, token, given);
    if (full !== null) return full;
    const verdict = judgeGiven(doc, at, token, given);
    const reason = NAME_WORDS.has(given) ? 'word_or_name' : 'name';
    if (verdict === 'certain')
      return { candidate: certain(span(token), 'person', key(given, null), reason), taken: 1 };
    if (verdict !== 'none')
      return {
        candidate: uncertain(span(token), 'person', key(given, null), verdict, 'word_or_name'),
        taken: 1,
      };
  }
  const family = loneFamily(doc, at, token);
  if (family !== null) return { candidate: family, taken: 1 };
  const unknown = given === null ? (announced(doc, at, token) ?? stranger(doc, at, token)) : null;
  return unknown ?? { candidate: null, taken: 1 };
};

/** Names learnt from full names, here or earlier in the interview: "Xhevahire Krasniqi" makes "Krasniqi" one. */
const learnt = (keys: readonly string[]): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const one of keys) {
    const [given = '', family = ''] = one.startsWith('person:') ? one.slice('person:'.length).split('|') : [];
    if (given === '' || family === '') continue;
    if (!names.has(given)) names.set(given, key(given, null));
    if (!names.has(family)) names.set(family, key(null, family));
  }
  return names;
};

/** Persons: full names, colleagues by first name, surnames alone, unknown names after words that announce one. */
export const findPersons = (doc: Doc, met: readonly string[] = []): readonly Candidate[] => {
  const found: Candidate[] = [];
  for (let at = 0; at < doc.tokens.length; ) {
    const token = doc.tokens[at];
    if (token === undefined) break;
    const { candidate, taken } = stepAt(doc, at, token);
    if (candidate !== null) found.push(candidate);
    at += taken;
  }
  const names = learnt([...met, ...found.filter((one) => one.lean === 'mask').map((one) => one.key)]);
  if (names.size === 0) return found;
  const known = doc.tokens.flatMap((token): readonly Candidate[] => {
    const stem = token.low.endsWith('s') ? token.low.slice(0, -1) : token.low;
    const name = names.get(token.low) ?? names.get(stem);
    const covered = found.some(
      (one) => one.lean === 'mask' && one.start <= token.start && token.end <= one.end,
    );
    return name !== undefined && token.capital && !covered && !isTown(token)
      ? [certain(span(token), 'person', name, 'context')]
      : [];
  });
  return [
    ...found.filter((one) => !known.some((other) => other.start < one.end && one.start < other.end)),
    ...known,
  ];
};
