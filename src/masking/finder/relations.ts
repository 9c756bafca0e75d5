import { PRODUCTS, SUPPLIERS, WORDLIKE_NAMES } from '../lists/suppliers.ts';
import { type Candidate, certain, matches, near, sentenceOf, uncertain } from './candidate.ts';
import type { Doc, Token } from './doc.ts';
import { foldPhrase } from './fold.ts';
import { phraseAt } from './phrases.ts';

interface Trade {
  readonly kind: 'supplier' | 'product';
  readonly name: string;
  readonly wordlike: boolean;
}
const INDEX: ReadonlyMap<string, Trade> = new Map([
  ...PRODUCTS.map((name): [string, Trade] => [
    foldPhrase(name),
    { kind: 'product', name, wordlike: WORDLIKE_NAMES.has(name) },
  ]),
  ...SUPPLIERS.map((name): [string, Trade] => [
    foldPhrase(name),
    { kind: 'supplier', name, wordlike: WORDLIKE_NAMES.has(name) },
  ]),
]);

/** What ties the speaker to a supplier or a product. Where none of it is near, the name may be talk of the market. */
const TIE =
  /(?<![\p{L}])(?:vi|vår|vårt|våra|oss|här|leverantör\p{L}*|avtal\p{L}*|kör|kört|använder|använt|köper|köpt|köpte|upphandla\p{L}*|drift\p{L}*|levererar|levererade|bytte|byter|bytt|införde|infört|system\p{L}*|konsult\p{L}*|hos|our|we|us|supplier|contract|vendor)(?![\p{L}])/iu;
const TALK =
  /(?<![\p{L}])(?:till exempel|t\.ex|typ|såna som|sådana som|som exempel|marknaden|de stora|jättar\p{L}*|generellt|for example|such as|big players)(?![\p{L}])/iu;
/** Words before a wordlike name that make it a product or a company even in lower case. */
const NAMED =
  /^(?:heter|kör|använder|systemet|leverantören|leverantör|hos|via|från|programmet|verktyget|har|called|use|i|med|till|byta|bytte|av|köpte|upphandlade|och|plattformen|moln)$/u;

const CAP = '\\p{Lu}[\\p{L}\\d&-]{1,40}';
const FIRM = new RegExp(
  `(?<![\\p{L}])(?<x>${CAP}(?: ${CAP}| &){0,3} (?:AB|HB|KB|Oy|GmbH|Ltd|Inc|A/S|ApS))(?![\\p{L}])`,
  'dgu',
);
const ANNOUNCED = new RegExp(
  `(?<=(?:[Ll]everantören|[Ll]everantör|[Dd]riftleverantören|[Dd]riftleverantör|[Ss]ystemleverantören|[Kk]onsultbolaget|[Kk]onsultfirman|[Ff]öretaget|[Ff]irman|[Bb]olaget|[Dd]riftpartner|[Dd]riftpartnern|[Aa]vtal(?:et)? med|supplier|vendor)(?: som)?(?: heter| är| called)? )(?<x>(?!(?:SKR|MSB|Adda|Kammarkollegiet|Inera|KLASSA|IT|ISO|NIS2?|PUB|Microsoft|Google|Apple|Amazon|Telia|Att|Vi|Det|De)(?![\\p{L}]))${CAP}(?: ${CAP})?)(?![\\p{L}])`,
  'dgu',
);
const SYSTEM =
  /(?<=(?:[Ss]ystemet|[Pp]rogrammet|[Pp]rodukten|[Vv]erktyget|[Pp]lattformen|[Ll]ösningen|system) (?:som heter |heter |called )?)(?<x>(?!(?:KLASSA|ISO|NIS2?|Microsoft|Office|Windows|Teams|Excel|Azure|Google|Att|Vi|Det|IT|SKR)(?![\p{L}]))\p{Lu}[\p{L}\d-]{2,})(?![\p{L}])/dgu;

/** Suppliers and products by name, and unknown ones that are announced. */
export const findRelations = (doc: Doc): readonly Candidate[] => {
  const found: Candidate[] = [];
  doc.tokens.forEach((token: Token, at) => {
    const hit = phraseAt(doc, at, INDEX, 3) ?? headed(doc, at);
    if (hit === null) return;
    const { kind, name, wordlike } = hit.value;
    const key = `${kind}:${name}`;
    const sentence = sentenceOf(doc, token);
    const tied = TIE.test(sentence);
    const range = { start: hit.start, end: hit.end };
    if (wordlike && !token.capital && !(token.upper && tied && !token.first && !token.shouted)) return;
    if (wordlike && !NAMED.test(near(doc, at, -1)) && !tied) return;
    if (TALK.test(sentence)) found.push(uncertain(range, kind, key, 'keep', 'name'));
    else if (tied && !wordlike) found.push(certain(range, kind, key, 'relation'));
    else found.push(uncertain(range, kind, key, 'mask', wordlike ? 'word_or_name' : 'name'));
  });
  for (const range of matches(doc.plain, FIRM))
    found.push(certain(range, 'supplier', `supplier:${clean(doc, range)}`, 'form'));
  for (const range of matches(doc.plain, ANNOUNCED))
    found.push(uncertain(range, 'supplier', `supplier:${clean(doc, range)}`, 'mask', 'context'));
  for (const range of matches(doc.plain, SYSTEM))
    found.push(uncertain(range, 'product', `product:${clean(doc, range)}`, 'mask', 'context'));
  return found;
};

/** "Treserva-upphandlingen": the name before the hyphen. */
const headed = (doc: Doc, at: number) => {
  const token = doc.tokens[at];
  const dash = token?.word.indexOf('-') ?? -1;
  if (token === undefined || dash < 3) return null;
  const value = INDEX.get(foldPhrase(token.word.slice(0, dash)));
  return value === undefined || value.wordlike ? null : { start: token.start, end: token.end, value };
};
const clean = (doc: Doc, { start, end }: { start: number; end: number }): string =>
  doc.plain
    .slice(start, end)
    .toLowerCase()
    .replace(/ (?:ab|hb|kb)$/u, '')
    .replace(/s$/u, '');
