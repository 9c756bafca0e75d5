import { type Candidate, certain, matches, uncertain } from './candidate.ts';
import type { Doc } from './doc.ts';

/** Numbers in figures or words. */
const UNIT =
  '(?:en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton|tjugo|tjugi|trettio|tretti|fyrtio|förti|femtio|femti|sextio|sexti|sjuttio|sjutti|åttio|åtti|nittio|nitti)';
const NUMBER = `(?:\\d{1,3}(?:[ .,]\\d{3})+|\\d+(?:,\\d+)?(?: ?(?:tusen|tusental|k))?|(?:${UNIT}){1,3}(?: ?(?:tusen|hundra)(?: ?(?:${UNIT}){1,2}(?: ?hundra)?)?)?|(?:hundra|tusen)(?:tals)?)`;
const PEOPLE =
  '(?:invånare|innevånare|invånarna|inv|kommuninvånare|kommunmedborgare|medborgare|människor|själar|anställda|medarbetare|personer|elever|tjänstemän|årsarbetare|heltider|heltidstjänster|årsarbetskrafter|tekniker|it-tekniker|it-folk|it-anställda|konton|användare|inhabitants|residents|employees|people|staff)';
const COUNT = new RegExp(
  `(?<![\\p{L}\\d.,:/-])(?<x>${NUMBER}) (?:\\p{L}+ )?(?<noun>${PEOPLE})(?![\\p{L}])`,
  'dgiu',
);
const SURE_COUNT =
  /^(?:invånare|innevånare|invånarna|inv|kommuninvånare|kommunmedborgare|medborgare|själar|anställda|medarbetare|elever|inhabitants|residents|employees)$/iu;
const BARE_COUNT =
  /(?<=(?:vi är|vi har|kommunen har|kommunen är|här bor|knappt|drygt|cirka|runt|ungefär|omkring) )(?<x>\d{1,3}[ .]\d{3})(?! ?(?:kr|kronor|sek|tkr|\d))(?![\d:.])(?= |,|\.|$)/dgiu;

/** "Vi är fjorton på it", "fjorton personer på it-avdelningen". */
const TEAM = new RegExp(
  `(?<![\\p{L}\\d.,:/-])(?<x>${NUMBER}) (?:personer |stycken |st |people )?(?:på|in|i) (?:it|IT|säkerhet|upphandling)(?:-?(?:avdelningen|enheten|sidan|gruppen|funktionen))?(?![\\p{L}-])`,
  'dgu',
);
/** Talk of somebody's crowd, not of the municipality's size, unless the number is large. */
const LOOSE = /^(?:människor|personer|people|användare|konton)$/iu;
const SMALL_STAFF = /^(?:tekniker|it-tekniker|it-folk|it-anställda|heltider|heltidstjänster|årsarbetare)$/iu;

/** Ten or more: fewer colleagues tell nobody apart. */
const isLarge = (text: string): boolean =>
  /tusen|hundra|[2-9]\d|\d{3}|(?:tio|ton)$|elva|tolv|tjugo|tjugi|trettio|fyrtio|förti|femtio|sextio|sjuttio|åttio|nittio/u.test(
    text,
  ) || Number(text.replace(/\D/gu, '')) >= 10;
const isHuge = (text: string): boolean => /tusen/u.test(text) || Number(text.replace(/\D/gu, '')) >= 1000;

const judge = (noun: string, text: string): 'certain' | 'mask' | 'keep' | 'none' => {
  if (!isLarge(text)) return SMALL_STAFF.test(noun) ? 'keep' : 'none';
  if (SURE_COUNT.test(noun)) return 'certain';
  return LOOSE.test(noun) && !isHuge(text) ? 'keep' : 'mask';
};

/** Numbers of inhabitants and of staff; only the number, so that what is counted can still be read. */
export const findCounts = (doc: Doc): readonly Candidate[] => {
  const found: Candidate[] = [];
  const keyOf = (text: string): string => `count:${text.replace(/[ .]/gu, '')}`;
  for (const range of matches(doc.plain, COUNT)) {
    const text = doc.plain.slice(range.start, range.end).toLowerCase();
    const verdict = judge(range.match.groups?.noun ?? '', text);
    if (verdict === 'certain') found.push(certain(range, 'count', keyOf(text), 'context'));
    else if (verdict !== 'none') found.push(uncertain(range, 'count', keyOf(text), verdict, 'context'));
  }
  for (const range of matches(doc.plain, TEAM)) {
    const text = doc.plain.slice(range.start, range.end).toLowerCase();
    if (isLarge(text)) found.push(uncertain(range, 'count', keyOf(text), 'mask', 'context'));
  }
  for (const range of matches(doc.plain, BARE_COUNT))
    found.push(
      uncertain(
        range,
        'count',
        `count:${doc.plain.slice(range.start, range.end).replace(/[ .]/gu, '')}`,
        'mask',
        'context',
      ),
    );
  return found;
};
