import { FIRST_NAMES } from '../lists/first-names.ts';
import { TAILS } from '../lists/municipality-forms.ts';
import { NAME_WORDS } from '../lists/name-words.ts';
import { SURNAMES } from '../lists/surnames.ts';
import type { MaskingContext } from '../types.ts';
import { type Candidate, certain, near, uncertain } from './candidate.ts';
import type { Doc, Token } from './doc.ts';
import { foldPhrase } from './fold.ts';
import { compound, lookup, misspelt, type Named, officialName } from './municipality-index.ts';
import { type Hit, phraseAt } from './phrases.ts';
import { judgeWordlike, PLACE_PREPOSITION, SEAT, type Verdict } from './wordlike.ts';

const GIVEN: ReadonlySet<string> = new Set(FIRST_NAMES);
const FAMILY: ReadonlySet<string> = new Set(SURNAMES);
const TAIL_SET: ReadonlySet<string> = new Set(TAILS);

const key = (name: string): string => `municipality:${name}`;

/** Whether the token before says that this is somebody's surname ("Karin Lund"). */
const isSurname = (doc: Doc, at: number): boolean => {
  const before = doc.tokens[at - 1];
  const token = doc.tokens[at];
  if (before === undefined || token === undefined || !before.joined || before.sentence !== token.sentence)
    return false;
  const given = before.upper && GIVEN.has(before.low) && !(NAME_WORDS.has(before.low) && before.first);
  return given && lookup().names.get(before.low) === undefined;
};

const judge = (doc: Doc, hit: Hit<Named>, own: boolean): Verdict => {
  const low = doc.tokens[hit.from]?.low ?? '';
  const seat = SEAT.has(near(doc, hit.to - 1, 1));
  if (!seat && isSurname(doc, hit.from) && (FAMILY.has(low) || hit.value.wordlike)) return 'none';
  return hit.value.wordlike ? judgeWordlike(doc, hit, own) : 'certain';
};

/** Takes "kommun", "stad" and their forms after the name into the find. */
const withSeat = (doc: Doc, hit: Hit<Named>): number => {
  const last = doc.tokens[hit.to - 1];
  const next = doc.tokens[hit.to];
  return last?.joined && next !== undefined && SEAT.has(next.low) && next.sentence === last.sentence
    ? next.end
    : hit.end;
};

const emit = (doc: Doc, hit: Hit<Named>, own: boolean): Candidate | null => {
  const verdict = judge(doc, hit, own);
  if (verdict === 'none') return null;
  const range = { start: hit.start, end: withSeat(doc, hit) };
  const reason = own ? 'own_municipality' : hit.value.wordlike ? 'word_or_name' : 'name';
  return verdict === 'certain'
    ? certain(range, 'municipality', key(hit.value.name), reason)
    : uncertain(range, 'municipality', key(hit.value.name), verdict, reason);
};

/** "Vara-projektet", "göteborg-baserad": a name before a hyphen. */
const hyphened = (token: Token): string | null => {
  const [head = '', tail] = token.word.split('-');
  if (tail === undefined) return null;
  const folded = foldPhrase(head);
  const named = lookup().names.get(folded) ?? lookup().names.get(folded.replace(/s$/u, ''));
  if (named === undefined) return null;
  const doubleName = GIVEN.has(head.toLowerCase()) && /^\p{Lu}/u.test(tail);
  const large = /^\p{Lu}/u.test(head) && (!token.first || TAIL_SET.has(tail));
  return !doubleName && (!named.wordlike || large) ? named.name : null;
};

const joinedWord = (token: Token): string | null => {
  const found = compound(token.low);
  if (found === null) return null;
  const wordlike = lookup().names.get(foldPhrase(found.name))?.wordlike ?? false;
  return !wordlike ||
    token.capital ||
    found.tail.startsWith('kommun') ||
    (token.first && found.tail.startsWith('modell'))
    ? found.name
    : null;
};

/** Words with a capital before "kommun" that are not its name. */
const NO_NAME: ReadonlySet<string> = new Set(
  'er vår en varje ingen någon denna vilken samma annan egen liten stor hela alla deras sin min den din i av som och om är att för på med från till mindre större mellanstor sådan ny per our your a the this every another any svensk vanlig normal sveriges enskild aktuell viss respektive motsvarande it ab'.split(
    ' ',
  ),
);

/** A slip of the pen, and any "X kommun" that no list knows. */
const unlisted = (doc: Doc, at: number): Candidate | null => {
  const token = doc.tokens[at];
  if (token === undefined) return null;
  const next = token.joined ? doc.tokens[at + 1] : undefined;
  const seat = next !== undefined && SEAT.has(next.low);
  const range = { start: token.start, end: seat ? next.end : token.end };
  const placed = PLACE_PREPOSITION.has(near(doc, at, -1));
  const long = token.low.length >= 7;
  if (
    !FAMILY.has(token.low) &&
    !GIVEN.has(token.low) &&
    (seat || token.capital || (long && (token.first || placed)))
  ) {
    const stem = token.low.length > 6 && token.low.endsWith('s') ? token.low.slice(0, -1) : null;
    const slip = misspelt(token.low) ?? (stem === null ? null : misspelt(stem));
    if (slip !== null && seat) return certain(range, 'municipality', key(slip), 'misspelt');
    // Hardly an ordinary word of eight letters is one slip away from a municipality.
    const leans = token.capital || ((placed || token.upper) && token.low.length >= 8) ? 'mask' : 'keep';
    if (slip !== null && (token.capital || placed || token.upper))
      return uncertain(range, 'municipality', key(slip), leans, 'misspelt');
  }
  if (
    next !== undefined &&
    /^(?:kommuns?|municipality)$/u.test(next.low) &&
    token.capital &&
    !NO_NAME.has(token.low)
  )
    return uncertain(range, 'municipality', key(token.low.replace(/s$/u, '')), 'mask', 'context');
  return null;
};

/** Forms of one word beside the plain name: inhabitants, compounds, slips of the pen. */
const oddForm = (doc: Doc, at: number): Candidate | null => {
  const token = doc.tokens[at];
  if (token === undefined) return null;
  const low = token.fold.replace(/ /gu, '');
  const name = lookup().inhabitants.get(low) ?? hyphened(token) ?? joinedWord(token);
  return name === null
    ? unlisted(doc, at)
    : certain({ start: token.start, end: token.end }, 'municipality', key(name), 'name');
};

/** A case outside the 290 (another country, another kind of organisation): its name as it stands. */
const foreignOwn = (doc: Doc, own: string): readonly Candidate[] => {
  const name = own.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const form = new RegExp(`(?<![\\p{L}\\p{N}])${name}s?(?: (?:kommun|stad)s?)?(?![\\p{L}\\p{N}])`, 'giu');
  return Array.from(doc.plain.matchAll(form), (match) =>
    certain(
      { start: match.index, end: match.index + match[0].length },
      'municipality',
      key(own),
      'own_municipality',
    ),
  );
};

/** The case's own municipality and every other, in whatever form. */
export const findMunicipalities = (doc: Doc, context: MaskingContext): readonly Candidate[] => {
  const own = context.municipality === undefined ? null : officialName(context.municipality);
  const found: Candidate[] = [];
  for (let at = 0; at < doc.tokens.length; ) {
    const hit = phraseAt(doc, at, lookup().names, 3);
    const candidate = hit === null ? oddForm(doc, at) : emit(doc, hit, hit.value.name === own);
    if (candidate !== null) found.push(candidate);
    at = hit === null ? at + 1 : hit.to;
  }
  return own !== null && own.length > 1 && !lookup().names.has(foldPhrase(own))
    ? [...found, ...foreignOwn(doc, own)]
    : found;
};
