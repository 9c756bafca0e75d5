import { FIRST_NAMES } from '../lists/first-names.ts';
import { NAME_WORDS, NO_GENITIVES } from '../lists/name-words.ts';
import { SURNAMES } from '../lists/surnames.ts';
import { type Candidate, certain, near, uncertain, withoutGenitive } from './candidate.ts';
import type { Doc, Token } from './doc.ts';
import { lookup } from './municipality-index.ts';
import { foldPhrase } from './phrases.ts';

const FIRST: ReadonlySet<string> = new Set(FIRST_NAMES);
const LAST: ReadonlySet<string> = new Set(SURNAMES);
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** After these a name comes, when nothing else is said ("säger Anneli", "vår it-chef Karin", "heter Bo"). */
const CUE =
  /^(?:säger|sa|sade|heter|hette|kallas|fråga|frågade|ring|ringde|mejla|kontakta|kollegan?|kollegor|chefen|chef|tjej|tjejen|killen|kille|herr|fru|namn|mr|mrs|ms|says|said|called|named|ask|colleague|tack|hej|\p{L}*(?:chefen|chef|samordnaren?|ansvariga?|strategen?|direktören?|direktör|teknikern?|upphandlaren?|projektledaren?|ombudet|ombud|rådet|råd|inköparen?|handläggaren?|utvecklaren?|samordnare|konsulten|manager|officer))$/u;
/** After a first name at the start of a sentence these make it a person. */
const ACTS = words(
  'säger sa sade tycker jobbar arbetar har hade är var gör gjorde kan vet berättade tog sköter kom slutade började brukar ansvarar ringde driver håller skrev menar fixar sitter gick vill ska skulle says said thinks works has is was who runs told',
);
const LEADS = words('med till från av hos för och som via genom åt mot om by with from to and for ask');
const NOT_AFTER = words('kommun kommuns stad stads ab universitet län energi hb');
/** Words with a capital that follow a cue and are no names. */
const NO_NAME =
  /^(?:jag|vi|det|den|de|man|han|hon|ni|ja|nej|alla|vår|vårt|it|ciso|cio|dpo|skr|msb|imy|nis|nis2|iso|klassa|gdpr|eu|adda|sverige|svenska|sweden|microsoft|google|teams|excel|office|azure|windows|dsf|lou|sfs|bitr|tf|the|our|and|i|it's|pub|sla|siem|soc|mfa|vpn|okej|ok|att|hur|vad|när|så|men|jo|om|en|ett|upphandling\p{L}*|region\p{L}*|kommun\p{L}*|kammarkollegiet|försäkringskassan|skatteverket|polisen|säpo|fra|must|ncsc|cert\p{L}*|inera|telia|tele2|sunet|digg|pts|ivo|skolverket|socialstyrelsen|chatgpt|copilot|god|bra|gud|jesus|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag)$/u;

const isFirst = (low: string): boolean => FIRST.has(low);
const firstOf = (low: string): string | null =>
  isFirst(low)
    ? low
    : ((stem) => (stem !== null && isFirst(stem) && !NO_GENITIVES.has(low) ? stem : null))(
        withoutGenitive(low),
      );
const lastOf = (low: string): string | null =>
  LAST.has(low) ? low : ((stem) => (stem !== null && LAST.has(stem) ? stem : null))(withoutGenitive(low));
/** A double first name ("Anna-Karin") is one if both halves are. */
const givenName = (low: string): string | null => {
  const whole = firstOf(low);
  if (whole !== null) return whole;
  const [a, b, ...more] = low.split('-');
  return a !== undefined && b !== undefined && more.length === 0 && isFirst(a) && firstOf(b) !== null
    ? `${a}-${firstOf(b) ?? b}`
    : null;
};
const familyName = (low: string): string | null => {
  const whole = lastOf(low);
  if (whole !== null) return whole;
  const parts = low.split('-');
  const last = parts.at(-1);
  return parts.length === 2 && last !== undefined && lastOf(last) !== null ? low : null;
};
const looksLikeFamily = (token: Token): boolean =>
  token.upper &&
  token.word.length > 2 &&
  !NO_NAME.test(token.low) &&
  !NOT_AFTER.has(token.low) &&
  !token.word.slice(1).match(/\p{Lu}{2}/u);

const key = (given: string | null, family: string | null): string => `person:${given ?? ''}|${family ?? ''}`;

/** How sure a lone first name is. */
const judgeGiven = (doc: Doc, at: number, name: string): 'certain' | 'mask' | 'keep' | 'none' => {
  const token = doc.tokens[at] as Token;
  const before = near(doc, at, -1);
  const after = near(doc, at, 1);
  const cued = CUE.test(before);
  const word = NAME_WORDS.has(name);
  const town =
    lookup().names.get(foldPhrase(token.word)) !== undefined ||
    lookup().names.get(foldPhrase(name)) !== undefined;
  if (NOT_AFTER.has(after)) return 'none';
  // "TED", "NILS" in an ordinary sentence: an abbreviation.
  if (
    !token.shouted &&
    !cued &&
    token.word.length > 1 &&
    token.word.length <= 4 &&
    token.word === token.word.toUpperCase()
  )
    return 'none';
  if (token.capital) {
    if (town)
      return cued || ACTS.has(after)
        ? before === 'i' || before === 'från'
          ? 'none'
          : 'mask'
        : before === 'i' || before === 'från' || before === 'till'
          ? 'none'
          : 'mask';
    if (!word || cued) return 'certain';
    if (name === 'will' || name === 'may' || name === 'mark' || name === 'june' || name === 'april')
      return 'mask';
    return token.word.length <= 2 && !ACTS.has(after) && !LEADS.has(before) ? 'mask' : 'certain';
  }
  if (token.upper && token.first && !token.shouted) {
    if (!word && !town) return 'certain';
    if (ACTS.has(after))
      return name === 'per' || name === 'hans' || name === 'mer' || name === 'min' || name === 'era'
        ? 'keep'
        : /^(?:säger|sa|sade|jobbar|tycker|berättade|slutade|ringde|says|said)$/u.test(after)
          ? 'certain'
          : 'mask';
    return 'none';
  }
  // Written small, or shouted.
  if (word || town)
    return cued && !/^(?:sa|säger|sade|namn|på|råd|chef|ombud|tack)$/u.test(before) && name.length > 2
      ? 'keep'
      : 'none';
  return name.length >= 4 || cued ? 'certain' : 'mask';
};

/** Persons: full names, first names of colleagues, surnames alone, unknown names after words that announce one. */
export const findPersons = (doc: Doc): readonly Candidate[] => {
  const found: Candidate[] = [];
  for (let at = 0; at < doc.tokens.length; at += 1) {
    const token = doc.tokens[at] as Token;
    const given = givenName(token.low);
    const next = token.joined ? doc.tokens[at + 1] : undefined;
    const second = next?.joined ? doc.tokens[at + 2] : undefined;
    if (given !== null) {
      const word = NAME_WORDS.has(given) || given.length < 3;
      const genitive = given !== token.low;
      // "Karin Ek", "karin ek", "Anna Maria Lund", "Karin Xyz"
      const middle =
        next !== undefined &&
        second !== undefined &&
        givenName(next.low) !== null &&
        next.upper === token.upper
          ? next
          : undefined;
      const tail =
        middle !== undefined &&
        second !== undefined &&
        familyName(second.low) !== null &&
        second.upper === token.upper
          ? second
          : next;
      const steps = tail === second && middle !== undefined ? 2 : 1;
      const family = tail === undefined ? null : familyName(tail.low);
      const small = !token.upper || token.shouted;
      if (tail !== undefined && !genitive && tail.sentence === token.sentence) {
        const familyWord = family !== null && NAME_WORDS.has(family);
        const known =
          family !== null &&
          (small
            ? !(word && familyWord) &&
              !(word && given.length < 4) &&
              !(familyWord && !CUE.test(near(doc, at, -1)) && !tail.shouted)
            : tail.upper);
        const unknown =
          !known &&
          !small &&
          tail.capital &&
          looksLikeFamily(tail) &&
          !NOT_AFTER.has(near(doc, at + steps, 1)) &&
          lookup().names.get(foldPhrase(tail.word)) === undefined &&
          (!word || !token.first);
        const town =
          !small &&
          tail.upper &&
          lookup().names.get(foldPhrase(tail.word))?.wordlike === true &&
          !NOT_AFTER.has(near(doc, at + steps, 1)) &&
          !(word && token.first);
        if (known || unknown || town) {
          const end = tail.end;
          const familyKey = family ?? withoutGenitive(tail.low) ?? tail.low;
          const sure = known ? !(word && token.first && familyWord) : !word;
          found.push(
            sure || town
              ? certain({ start: token.start, end }, 'person', key(given, familyKey), 'name')
              : uncertain(
                  { start: token.start, end },
                  'person',
                  key(given, familyKey),
                  'mask',
                  'word_or_name',
                ),
          );
          at += steps;
          continue;
        }
      }
      const verdict = judgeGiven(doc, at, given);
      const range = { start: token.start, end: token.end };
      if (verdict === 'certain')
        found.push(
          certain(range, 'person', key(given, null), NAME_WORDS.has(given) ? 'word_or_name' : 'name'),
        );
      else if (verdict !== 'none')
        found.push(uncertain(range, 'person', key(given, null), verdict, 'word_or_name'));
      if (verdict !== 'none') continue;
    }
    const family = familyName(token.low);
    const range = { start: token.start, end: token.end };
    if (
      family !== null &&
      token.capital &&
      lookup().names.get(foldPhrase(token.word)) === undefined &&
      !/^(?:ab|hb|kommun)$/u.test(near(doc, at, 1))
    ) {
      const word = NAME_WORDS.has(family) || family.length < 4;
      found.push(
        word
          ? uncertain(
              range,
              'person',
              key(null, family),
              CUE.test(near(doc, at, -1)) ? 'mask' : 'keep',
              'word_or_name',
            )
          : certain(range, 'person', key(null, family), 'name'),
      );
      continue;
    }
    if (
      family !== null &&
      !token.capital &&
      token.low.length >= 6 &&
      /sson|ström|qvist|kvist|gren|berg$|lund$/u.test(family) &&
      !NAME_WORDS.has(family) &&
      lookup().names.get(foldPhrase(token.word)) === undefined
    ) {
      found.push(certain(range, 'person', key(null, family), 'name'));
      continue;
    }
    // An unknown name that is announced: "vår it-chef Xhevahire", "säger Gnöl".
    if (
      token.capital &&
      given === null &&
      CUE.test(near(doc, at, -1)) &&
      looksLikeFamily(token) &&
      token.word.length > 2 &&
      !/^\p{Lu}+$/u.test(token.word) &&
      lookup().names.get(foldPhrase(token.word)) === undefined
    ) {
      const both =
        next?.capital && looksLikeFamily(next) && next.sentence === token.sentence ? next : undefined;
      found.push(
        uncertain(
          { start: token.start, end: both?.end ?? token.end },
          'person',
          key(withoutGenitive(token.low) ?? token.low, both?.low ?? null),
          'mask',
          'context',
        ),
      );
      if (both !== undefined) at += 1;
    }
  }
  return found;
};
