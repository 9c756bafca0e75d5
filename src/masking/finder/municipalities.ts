import { FIRST_NAMES } from '../lists/first-names.ts';
import { WORDLIKE_HARD } from '../lists/municipality-forms.ts';
import { NAME_WORDS } from '../lists/name-words.ts';
import { SURNAMES } from '../lists/surnames.ts';
import type { MaskingContext } from '../types.ts';
import { type Candidate, certain, near, uncertain } from './candidate.ts';
import type { Doc, Token } from './doc.ts';
import { compound, lookup, misspelt, type Named, officialName } from './municipality-index.ts';
import { foldPhrase, type Hit, phraseAt } from './phrases.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const SEAT = words(
  'kommun kommuns kommunen kommunens stad stads staden stadens kommunhus kommunhuset kommunkoncern kommunstyrelse municipality town',
);
const PLACE_PREPOSITION = words('i från till kring runt utanför vid in from near outside hos');
/** After these "i vara" is the phrase "ta i vara på", and "till vara" likewise. */
const TAKE = words('ta tar tog tagit tas tagits taga tagna tagen tagande');
/** Verbs that make the word before them somebody who acts. */
const ACTS = words(
  'har hade är var gör gjorde kör körde ligger köper köpte valde bytte använder använde tycker sköter driver leder ska skulle kan borde fick får ingår samarbetar upphandlar upphandlade säger sa brukar jobbar arbetar ställer skickade hjälper has is was runs uses did had bought',
);
const SURE_NAMES: ReadonlySet<string> = new Set(FIRST_NAMES);
const FAMILY: ReadonlySet<string> = new Set(SURNAMES);

const key = (name: string): string => `municipality:${name}`;

/** Whether the token before says that this is somebody's surname ("Karin Lund"). */
const isSurname = (doc: Doc, at: number, seat: boolean): boolean => {
  const before = doc.tokens[at - 1];
  if (seat || before === undefined || !before.joined || before.sentence !== doc.tokens[at]?.sentence)
    return false;
  return (
    before.upper &&
    SURE_NAMES.has(before.low) &&
    !(NAME_WORDS.has(before.low) && before.first) &&
    lookup().names.get(before.low) === undefined
  );
};

type Verdict = 'certain' | 'mask' | 'keep' | 'none';

/** Neighbours in an enumeration: "Vara, Skara och Götene". */
const listed = (doc: Doc, hit: Hit<Named>): boolean => {
  for (const [at, step] of [
    [hit.from, -1],
    [hit.to - 1, 1],
  ] as const) {
    const middle = near(doc, at, step);
    const gap =
      step < 0
        ? doc.plain.slice(doc.tokens[at - 1]?.end ?? 0, doc.tokens[at]?.start)
        : doc.plain.slice(doc.tokens[at]?.end, doc.tokens[at + 1]?.start);
    const other = /^(?:och|eller|samt|and|or|o)$/u.test(middle)
      ? near(doc, at, 2 * step)
      : /[,/&]/u.test(gap)
        ? middle
        : '';
    const named = lookup().names.get(foldPhrase(other));
    if (named !== undefined && !named.wordlike && !named.short) return true;
  }
  return false;
};

/** A name that is also a word. Written small only its surroundings tell; written large they tell between place and person. */
const judgeWordlike = (doc: Doc, hit: Hit<Named>, own: boolean): Verdict => {
  const token = doc.tokens[hit.from] as Token;
  const before = near(doc, hit.from, -1);
  const after = near(doc, hit.to - 1, 1);
  const seat = SEAT.has(after);
  const capital = token.capital;
  const name = hit.value.name;
  if (seat) {
    if (capital || (token.upper && !token.shouted))
      return name === 'Vara' && token.first && /^kommunens?$/u.test(after) ? 'mask' : 'certain';
    if (/^kommuns?$|^stads?$/u.test(after) && (name !== 'Vara' || PLACE_PREPOSITION.has(before) || own))
      return PLACE_PREPOSITION.has(before) ? 'certain' : name === 'Vara' ? 'keep' : 'mask';
  }
  if (PLACE_PREPOSITION.has(before) && TAKE.has(near(doc, hit.from, -2)) && name === 'Vara') return 'none';
  if (listed(doc, hit)) return capital || token.upper ? 'certain' : 'mask';
  const us = /^(?:vi|oss|här|we|us|here|hemma|nere|uppe)$/u.test(near(doc, hit.from, -2));
  if (capital) {
    if (PLACE_PREPOSITION.has(before))
      return SURE_NAMES.has(token.low) && before !== 'i' ? 'mask' : 'certain';
    if (SURE_NAMES.has(token.low) && !own) return 'none'; // a person's name unless a place is spoken of
    return 'certain';
  }
  if (token.upper && token.first) {
    if (ACTS.has(after)) return 'mask';
    return own && name !== 'Vara'
      ? 'mask'
      : name === 'Vara' || name === 'Mark' || name === 'Berg'
        ? 'none'
        : SURE_NAMES.has(token.low)
          ? 'none'
          : 'mask';
  }
  // Written small, or in a sentence of capitals.
  if (!PLACE_PREPOSITION.has(before))
    return own && !WORDLIKE_HARD.has(name) && (ACTS.has(after) || hit.form !== token.low)
      ? 'mask'
      : own && name === 'Vara' && token.low === 'varas'
        ? 'mask'
        : 'none';
  if (before === 'i' && us) return 'certain';
  if (before === 'i' && own) return name === 'Mark' || name === 'Berg' ? 'mask' : 'certain';
  if (name === 'Vara')
    return before === 'i' || before === 'från' || before === 'hos'
      ? 'mask'
      : before === 'till' || before === 'för'
        ? 'keep'
        : 'none';
  if (WORDLIKE_HARD.has(name))
    return own
      ? 'mask'
      : us
        ? 'mask'
        : before === 'i' && name !== 'Mark' && name !== 'Berg'
          ? 'mask'
          : 'keep';
  return before === 'vid' || before === 'för' ? 'keep' : 'mask';
};

const judge = (doc: Doc, hit: Hit<Named>, own: boolean): Verdict => {
  const token = doc.tokens[hit.from] as Token;
  const seat = SEAT.has(near(doc, hit.to - 1, 1));
  if (isSurname(doc, hit.from, seat) && (FAMILY.has(token.low) || hit.value.wordlike)) return 'none';
  if (hit.value.wordlike) return judgeWordlike(doc, hit, own);
  return 'certain';
};

/** Takes "kommun", "stad" and their forms after the name into the find. */
const withSeat = (doc: Doc, hit: Hit<Named>): number => {
  const last = doc.tokens[hit.to - 1];
  const next = doc.tokens[hit.to];
  return last?.joined && next !== undefined && SEAT.has(next.low) && next.sentence === last.sentence
    ? next.end
    : hit.end;
};

const emit = (doc: Doc, hit: Hit<Named>, verdict: Verdict, own: boolean): Candidate | null => {
  if (verdict === 'none') return null;
  const range = { start: hit.start, end: withSeat(doc, hit) };
  const reason = own ? 'own_municipality' : hit.value.wordlike ? 'word_or_name' : 'name';
  return verdict === 'certain'
    ? certain(range, 'municipality', key(hit.value.name), reason)
    : uncertain(range, 'municipality', key(hit.value.name), verdict, reason);
};

const PRONOUN = words(
  'er vår en varje ingen någon denna vilken samma annan egen liten stor hela alla deras sin min den det din ert vårt i av som och om är att för på med från till eller mindre större mellanstor sådan rik fattig ny per our your a the this every another any svensk vanlig normal kommun region sveriges enskild aktuell viss respektive motsvarande grannkommun inom hos',
);
const NO_TAIL = words('kommun stad');

/** Forms of one word beside the plain name: inhabitants, compounds, slips of the pen, and any "X kommun". */
const oddForm = (doc: Doc, at: number): Candidate | null => {
  const token = doc.tokens[at] as Token;
  const range = { start: token.start, end: token.end };
  const low = foldPhrase(token.word).replace(/ /gu, '');
  const lives = lookup().inhabitants.get(low);
  if (lives !== undefined) return certain(range, 'municipality', key(lives), 'name');
  const dash = token.word.search(/[-.]/u);
  if (dash > 0) {
    const head = token.word.slice(0, dash);
    const named =
      lookup().names.get(foldPhrase(head)) ?? lookup().names.get(foldPhrase(head).replace(/s$/u, ''));
    if (
      named !== undefined &&
      (!named.wordlike || (/^\p{Lu}/u.test(head) && !token.first)) &&
      !(SURE_NAMES.has(head.toLowerCase()) && /-\p{Lu}/u.test(token.word))
    )
      return certain(range, 'municipality', key(named.name), named.wordlike ? 'word_or_name' : 'name');
  }
  const joined = compound(token.low);
  if (joined !== null) {
    const wordlike = lookup().names.get(foldPhrase(joined.name))?.wordlike ?? false;
    if (
      !wordlike ||
      token.capital ||
      (NO_TAIL.has(joined.tail) === false && /^(?:modell|bygd|trakt)/u.test(joined.tail))
    )
      return certain(range, 'municipality', key(joined.name), 'name');
  }
  const after = near(doc, at, 1);
  const seat = SEAT.has(after) && token.joined;
  const stem = token.low.length > 6 && token.low.endsWith('s') ? token.low.slice(0, -1) : null;
  if (
    seat ||
    token.capital ||
    (token.upper && token.first && token.low.length >= 7) ||
    (PLACE_PREPOSITION.has(near(doc, at, -1)) && token.low.length >= 7)
  ) {
    const slip =
      FAMILY.has(token.low) || SURE_NAMES.has(token.low)
        ? null
        : (misspelt(token.low) ?? (stem === null ? null : misspelt(stem)));
    if (slip !== null) {
      const end = seat ? (doc.tokens[at + 1]?.end ?? token.end) : token.end;
      return seat || token.capital
        ? seat
          ? certain({ start: token.start, end }, 'municipality', key(slip), 'misspelt')
          : uncertain(range, 'municipality', key(slip), 'mask', 'misspelt')
        : uncertain(
            { start: token.start, end },
            'municipality',
            key(slip),
            token.low.length >= 8 && !token.first ? 'mask' : 'keep',
            'misspelt',
          );
    }
  }
  if (token.joined && /^(?:kommuns?|municipality)$/u.test(after) && token.capital && !PRONOUN.has(token.low))
    return uncertain(
      { start: token.start, end: doc.tokens[at + 1]?.end ?? token.end },
      'municipality',
      key(token.low.replace(/s$/u, '')),
      'mask',
      'context',
    );
  return null;
};

/** The case's own municipality and every other, in whatever form. */
export const findMunicipalities = (doc: Doc, context: MaskingContext): readonly Candidate[] => {
  const own = context.municipality === undefined ? null : officialName(context.municipality);
  const found: Candidate[] = [];
  for (let at = 0; at < doc.tokens.length; ) {
    const hit = phraseAt(doc, at, lookup().names, 3);
    const candidate =
      hit === null
        ? oddForm(doc, at)
        : emit(doc, hit, judge(doc, hit, hit.value.name === own), hit.value.name === own);
    if (candidate !== null) found.push(candidate);
    at = hit === null ? at + 1 : hit.to;
  }
  // A case outside the 290 (another country, another kind of organisation): its name as it stands.
  if (own !== null && !lookup().names.has(foldPhrase(own)) && own.length > 1) {
    const escaped = own.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
    for (const match of doc.plain.matchAll(
      new RegExp(`(?<![\\p{L}\\p{N}])${escaped}s?(?: (?:kommun|stad)s?)?(?![\\p{L}\\p{N}])`, 'giu'),
    ))
      found.push(
        certain(
          { start: match.index, end: match.index + match[0].length },
          'municipality',
          key(own),
          'own_municipality',
        ),
      );
  }
  return found;
};
