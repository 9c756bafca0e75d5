import { COMPANY_TAILS, MUNICIPAL_COMPANIES, SHARED_BODIES } from '../lists/bodies.ts';
import { PLACES } from '../lists/municipality-forms.ts';
import { COUNTIES, REGION_STEMS, REGIONS } from '../lists/regions.ts';
import { type Candidate, certain, matches, near, uncertain } from './candidate.ts';
import type { Doc, Token } from './doc.ts';
import { foldPhrase } from './fold.ts';
import { lookup } from './municipality-index.ts';
import { phraseAt } from './phrases.ts';

const indexOf = (names: readonly string[]): ReadonlyMap<string, string> =>
  new Map(names.map((name) => [foldPhrase(name), name]));
const REGION_INDEX: ReadonlyMap<string, string> = new Map(
  Object.entries(REGIONS).map(([form, thing]) => [foldPhrase(form), thing]),
);
const BODY_INDEX = indexOf(SHARED_BODIES);
const COMPANY_INDEX = indexOf(MUNICIPAL_COMPANIES);
const PLACE_INDEX = indexOf(PLACES);
const TAILS: ReadonlySet<string> = new Set(COMPANY_TAILS);
/** Villages whose names are words; only "i Backe" with a capital is one. */
const PLACE_WORDS: ReadonlySet<string> = new Set(
  'bor los fors jung lit backe hede viken råda åsa ruda larv nås töre grevie bua floda taberg nol järna lima hova skene kinna gimo bohus dalby broby kisa furulund jörn fristad kungsgården glommen utansjö stöde vision delsbo vindeln handen järpen åsarna insjön kolbäck väse'.split(
    ' ',
  ),
);
/** Companies whose names are words. */
const COMPANY_WORDS: ReadonlySet<string> = new Set([
  'framtiden',
  'renova',
  'mimer',
  'borgo',
  'utsikt bredband',
  'reva',
  'rodret',
  'utsikt',
  'miva',
  'affärsverken',
  'familjebostäder',
  'hyresbostäder',
  'miljöteknik',
  'svenska bostäder',
]);
const IN = /^(?:i|från|till|vid|in|from|near|hos)$/u;

const NAME = '\\p{Lu}[\\p{L}-]{1,40}';
const OTHERS = `${NAME}(?:(?:, ${NAME})*,? (?:och|samt|&|and) ${NAME})?`;
const COOPERATIONS: readonly RegExp[] = [
  // "it-nämnden i Skaraborg", "gemensam nämnd med Skara och Götene", "kommunalförbundet Samspel"
  new RegExp(
    `(?<![\\p{L}])(?<x>(?:[Dd]en )?(?:[Gg]emensam(?:ma)? )?[\\p{L}-]{0,30}(?:nämnd|nämnden|samverkan|samverkansorganisationen|förbund|förbundet|samarbetet|servicecentrum|servicecenter|it-centrum|it-bolaget) (?:i|för|med|mellan|kring|runt) ${OTHERS})(?![\\p{L}])`,
    'dgu',
  ),
  new RegExp(
    `(?<![\\p{L}])(?<x>(?:[Kk]ommunalförbund|[Kk]ommunförbund|[Rr]äddningstjänst|[Rr]äddningstjänstförbund|[Nn]ämnd|[Ss]amverkan|[Uu]pphandlingssamverkan)(?:et|en)? (?!(?:SKR|MSB|NIS2?|ISO|IT|EU|LOU|KLASSA)\\b)(?:${NAME}|[A-ZÅÄÖ]{2,})(?: ${NAME})?)(?![\\p{L}])`,
    'dgu',
  ),
  new RegExp(
    `(?<![\\p{L}])(?<x>${NAME}(?: ${NAME})? (?:kommunalförbund|kommunförbund|samverkansnämnd|it-nämnd|e-nämnd|servicenämnd|lönenämnd|räddningstjänstförbund|avfallsförbund|vattenförbund|samordningsförbund|gemensamma [\\p{L}-]{0,30}nämnd)(?:et|en|s)?)(?![\\p{L}])`,
    'dgu',
  ),
];
const NO_BODY =
  /^(?:vår|en|den|det|er|vi|varje|någon|ingen|ett|our|a|the|i|sedan|idag|nu|alla|ja|nej|jo|men|och)\b/iu;
const COMPANY_FORM = new RegExp(
  `(?<![\\p{L}])(?<x>(?:[Bb]olaget |[Bb]ostadsbolaget |[Ee]nergibolaget |[Kk]ommunala bolaget )(?:${NAME}|[A-ZÅÄÖ]{2,})(?: ${NAME})?(?: AB)?)(?![\\p{L}])`,
  'dgu',
);
const COUNTY = new RegExp(
  `(?<![\\p{L}])(?<x>(?:västra )?(?:${COUNTIES.join('|')}) läns?)(?![\\p{L}])`,
  'dgiu',
);
const UNKNOWN_REGION = new RegExp(
  `(?<![\\p{L}])(?<x>Region(?:en)? (?!(?:och|som|har|är|AB|SKR)\\b)${NAME}(?: län)?)(?![\\p{L}])`,
  'dgu',
);

const clean = (doc: Doc, range: { start: number; end: number }): string =>
  doc.plain.slice(range.start, range.end).toLowerCase().replace(/s$/u, '');

/** Stems by their first four letters. */
const STEMS = new Map<string, (readonly [string, string])[]>();
for (const [stem, thing] of Object.entries(REGION_STEMS))
  STEMS.set(stem.slice(0, 4), [...(STEMS.get(stem.slice(0, 4)) ?? []), [stem, thing]]);
const STEM_END = /^(?:|a|e|t|ar|arna|ars|arnas|arn|arens|er|erna|en|ans|are|aren|ska|ns|s)$/u;
const REGION_COMPOUND =
  /^(\p{L}{5,}?)s?(?:modellen|kommunerna|kommuner|kommun|bygden|trakten|området|sidan)$/u;

/** "Småländsk", "värmlänningar", "skaraborgskommunerna": the region meant. */
const regionStem = (low: string): string | null => {
  for (const [stem, thing] of STEMS.get(low.slice(0, 4)) ?? [])
    if (low.startsWith(stem) && STEM_END.test(low.slice(stem.length))) return thing;
  const head = REGION_COMPOUND.exec(low)?.[1];
  if (head === undefined) return null;
  return (
    REGION_INDEX.get(head) ?? (head.endsWith('s') ? REGION_INDEX.get(head.slice(0, -1)) : undefined) ?? null
  );
};

/** Takes in what else belongs to a company's name: "AB", "och Miljö". */
const companyEnd = (doc: Doc, at: number): number => {
  const [tail, after, third] = [doc.tokens[at], doc.tokens[at + 1], doc.tokens[at + 2]];
  const end = tail?.end ?? 0;
  if (tail?.joined !== true || after === undefined) return end;
  if (/^(?:ab|bolag|aktiebolag)$/u.test(after.low) || (TAILS.has(after.low) && after.upper)) return after.end;
  const paired = after.low === 'och' && after.joined && third?.capital === true && TAILS.has(third.low);
  return paired ? third.end : end;
};

/** "Habo Energi", "Varabostäder": the company of a municipality. */
const companyAt = (doc: Doc, at: number): Candidate | null => {
  const token = doc.tokens[at] as Token;
  const hit = phraseAt(doc, at, lookup().names, 3);
  const next = hit === null || doc.tokens[hit.to - 1]?.joined !== true ? undefined : doc.tokens[hit.to];
  if (
    hit !== null &&
    next !== undefined &&
    TAILS.has(next.low) &&
    next.sentence === token.sentence &&
    (!hit.value.wordlike || (token.upper && next.upper)) &&
    (next.upper ||
      /^(?:energis?|bostäder|stadsnät|elnät|energiverk|fjärrvärme|bostads|fastigheter)$/u.test(next.low))
  ) {
    return certain(
      { start: token.start, end: companyEnd(doc, hit.to) },
      'company',
      `supplier:${hit.value.name.toLowerCase()} ${next.low.replace(/s$/u, '')}`,
      'context',
    );
  }
  const word = token.fold.replace(/ /gu, '');
  for (const name of lookup().heads.get(word.slice(0, 3)) ?? []) {
    const head = foldPhrase(name).replace(/ /gu, '');
    if (!word.startsWith(head)) continue;
    const rest = word.slice(head.length).replace(/^s/u, '');
    const wordlike = lookup().names.get(foldPhrase(name))?.wordlike ?? false;
    if (
      rest.length > 2 &&
      TAILS.has(rest.replace(/s$/u, '')) &&
      (!wordlike || token.capital || rest.startsWith('bostäder'))
    )
      return certain({ start: token.start, end: token.end }, 'company', `supplier:${word}`, 'context');
  }
  return null;
};

/** Regions, counties, landscapes, towns, shared bodies and municipal companies. */
export const findBodies = (doc: Doc): readonly Candidate[] => {
  const found: Candidate[] = [];
  doc.tokens.forEach((token, at) => {
    const range = { start: token.start, end: token.end };
    const region = phraseAt(doc, at, REGION_INDEX, 3);
    if (region !== null) found.push(certain(region, 'region', `region:${region.value}`, 'name'));
    const stem = regionStem(token.low);
    if (stem !== null && region === null) found.push(certain(range, 'region', `region:${stem}`, 'name'));
    const body = phraseAt(doc, at, BODY_INDEX, 4);
    if (body !== null) found.push(certain(body, 'cooperation', `cooperation:${body.value}`, 'name'));
    const company = phraseAt(doc, at, COMPANY_INDEX, 3);
    if (company !== null && (!COMPANY_WORDS.has(company.value) || token.capital))
      found.push(certain(company, 'company', `supplier:${company.value}`, 'name'));
    const ours = companyAt(doc, at);
    if (ours !== null) found.push(ours);
    const place = phraseAt(doc, at, PLACE_INDEX, 2);
    if (place !== null) {
      const preposition = IN.test(near(doc, at, -1));
      const key = `place:${place.value}`;
      if (PLACE_WORDS.has(place.value)) {
        if (token.capital && preposition) found.push(uncertain(place, 'place', key, 'mask', 'word_or_name'));
      } else if (token.capital || (preposition && token.low.length > 4))
        found.push(certain(place, 'place', key, 'name'));
      else if (token.upper || token.low.length > 5)
        found.push(uncertain(place, 'place', key, 'mask', 'name'));
    }
  });
  for (const regex of COOPERATIONS)
    for (const range of matches(doc.plain, regex)) {
      const text = doc.plain.slice(range.start, range.end);
      if (!NO_BODY.test(text) || /^den (?:gemensamma|\p{L}*nämnd)/iu.test(text))
        found.push(certain(range, 'cooperation', `cooperation:${clean(doc, range)}`, 'context'));
    }
  for (const range of matches(doc.plain, COMPANY_FORM))
    found.push(uncertain(range, 'company', `supplier:${clean(doc, range)}`, 'mask', 'context'));
  for (const range of matches(doc.plain, COUNTY))
    found.push(certain(range, 'region', `region:${clean(doc, range)}`, 'name'));
  for (const range of matches(doc.plain, UNKNOWN_REGION))
    found.push(uncertain(range, 'region', `region:${clean(doc, range)}`, 'mask', 'context'));
  return found;
};
