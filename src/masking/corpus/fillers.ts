import municipalities from '../lists/municipalities.json' with { type: 'json' };
import type { FindKind } from '../types.ts';

/** Seeded, so that the corpus is the same everywhere (mulberry32). */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

export interface Filled {
  readonly kind: FindKind;
  readonly text: string;
}
type Half = 'tune' | 'test';

const lines = (text: string): readonly string[] => text.trim().split(/\s*[|\n]\s*/u);

/** What differs between the halves; written by hand, without a look at the word lists. */
const GIVEN: Readonly<Record<Half, readonly string[]>> = {
  tune: lines(
    'Karin|Anders|Eva|Mats|Susanne|Lars|Fredrik|Johanna|Ahmed|Leila|Maria|Peter|Helena|Jonas|Camilla|Gunilla|Oskar|Linnea|Thomas|Birgitta|Niklas|Åsa|Hanna|Stefan|Ulf|Elin|Marie|Kjell|Pernilla|Robert|Bengt-Åke|Ann-Marie|Samira|Piotr|Tove|Kerstin|Magnus|Therese|Emil|Jessica',
  ),
  test: lines(
    'Anneli|Christer|Ulrika|Håkan|Malin|Tobias|Yvonne|Patrik|Amina|Zoran|Ingrid|Göran|Sofia|Daniel|Katarina|Lennart|Jenny|Roger|Monica|Viktor|Marcus|Annika|Joakim|Cecilia|Henrik|Lisbeth|Rickard|Veronica|Hassan|Emelie|Carl-Johan|Anna-Lena|Nasrin|Goran|Siri|Kenneth|Agneta|Jörgen|Petra|Isak|Mahmoud|Gertrud|Ragnhild|Torbjörn|Josefine',
  ),
};
const FAMILY: Readonly<Record<Half, readonly string[]>> = {
  tune: lines(
    'Ek|Johansson|Nyberg|Lindström|Åkesson|Hedlund|Al-Masri|Persson|Bergqvist|Sjögren|Kovac|Wallin|Nordin|Holmberg|Svensson|Hermansson|Lindqvist|Öberg|Forsman|Kumar',
  ),
  test: lines(
    'Lundgren|Axelsson|Norén|Ström|Berglund|Haddad|Zetterqvist|Sundin|Mårtensson|Björklund|Eliasson|Hultén|Petrovic|Gustafsson|Engström|Blom|Rosén|Vikström|Dahlgren|Karlberg|Mehmedovic|Tingvall',
  ),
};
const SUPPLIER: Readonly<Record<Half, readonly string[]>> = {
  tune: lines('Tietoevry|Atea|CGI|Visma|Softronic|Advania|Nordlo|Pulsen|Ist Sverige|Bildtema AB'),
  test: lines('Dustin|Iver|Sokigo|Knowit|Tieto|Stratsys|Fujitsu|Axians|Formpipe|Lundkvist Data AB'),
};
const PRODUCT: Readonly<Record<Half, readonly string[]>> = {
  tune: lines('Treserva|Procapita|Platina|Raindance|Heroma|Ciceron|Sitevision|Unikum'),
  test: lines('Lifecare|W3D3|Public 360|Personec|Agresso|Edlevo|Ephorte|Skola24|Vklass'),
};
const COOP: Readonly<Record<Half, readonly string[]>> = {
  tune: lines(
    'it-nämnden i Skaraborg|Kommunalförbundet Itsam|Göliska IT|Norrbottens e-nämnd|Skaraborgs kommunalförbund|gemensamma nämnden med Skara',
  ),
  test: lines(
    'Sydnärkes it-nämnd|Höglandsförbundet|Fyrbodals kommunalförbund|kommunalförbundet Samspel|den gemensamma nämnden med Hjo och Tibro|servicenämnden i Östersund|Inköp Gävleborg',
  ),
};
const COMP: Readonly<Record<Half, readonly string[]>> = {
  tune: lines(
    'Habo Energi|Varabostäder|Skövde Stadsnät AB|Kalmar Vatten|Ystad Energi|Mälarenergi|Nässjö Affärsverk',
  ),
  test: lines(
    'Tranås Energi|Gislaved Energi|Hjo Energi|Falköpingsbostäder|Borås Elnät|Karlskrona Hamn AB|Ljungby Energi|Öresundskraft|Kalmarhem',
  ),
};
const REGION: Readonly<Record<Half, readonly string[]>> = {
  tune: lines(
    'Västra Götaland|Skåne|Dalarna|Region Kronoberg|Jämtland|Sörmland|Kalmar län|Värmland|Skaraborg',
  ),
  test: lines(
    'Halland|Blekinge|Region Gävleborg|Västerbotten|Östergötland|Örebro län|Småland|Norrbotten|Sjuhärad|Västernorrlands län',
  ),
};
const PLACE: Readonly<Record<Half, readonly string[]>> = {
  tune: lines('Märsta|Åkersberga|Kvänum|Gustavsberg|Skoghall|Smålandsstenar'),
  test: lines('Bålsta|Mölnlycke|Nossebro|Huskvarna|Charlottenberg|Edsbyn|Grebbestad'),
};
const INCIDENT: Readonly<Record<Half, readonly string[]>> = {
  tune: lines(
    'strömavbrottet i våras|ransomwareattacken i december 2021|intrånget 2022|driftstoppet förra hösten|dataläckan i mars',
  ),
  test: lines(
    'överbelastningsattacken i somras|haveriet i januari 2024|attacken mot oss hösten 2023|serverkraschen i fjol|det stora avbrottet 2022|brandattacken förra året',
  ),
};
const COUNT: Readonly<Record<Half, readonly string[]>> = {
  tune: lines('16 000|8 400|tolv tusen|45 000|1 200|drygt 900|9500'),
  test: lines('15 800|7 100|trettio tusen|62 000|1 450|600|11500|sjutton tusen'),
};
/** What stands before the number itself is not gold. */
const PREFIX = /^(?:drygt|knappt|cirka) /u;

const pick = <T>(items: readonly T[], random: () => number): T => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
};
const digit = (random: () => number): number => Math.floor(random() * 10);
const digits = (n: number, random: () => number): string =>
  Array.from({ length: n }, () => digit(random)).join('');

const withCheck = (nine: string): string => {
  const sum = Array.from(nine, Number).reduce((total, d, i) => {
    const product = i % 2 === 0 ? d * 2 : d;
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return nine + String((10 - (sum % 10)) % 10);
};
const two = (n: number): string => String(n).padStart(2, '0');

const personalId = (random: () => number): string => {
  const day = 1 + Math.floor(random() * 28) + (random() < 0.25 ? 60 : 0);
  const ten = withCheck(
    `${two(50 + Math.floor(random() * 49))}${two(1 + Math.floor(random() * 12))}${two(day)}${digits(3, random)}`,
  );
  const form = Math.floor(random() * 5);
  const [date, last] = [ten.slice(0, 6), ten.slice(6)];
  return (
    [
      `${date}-${last}`,
      ten,
      `19${date}-${last}`,
      `19${date}${last}`,
      `${date.slice(0, 2)} ${date.slice(2, 4)} ${date.slice(4)} ${last}`,
    ][form] ?? ten
  );
};
const phone = (random: () => number): string => {
  const tail = digits(7, random);
  const pairs = `${tail.slice(0, 3)} ${tail.slice(3, 5)} ${tail.slice(5)}`;
  const lead = pick(['070', '072', '073', '076'], random);
  const local = `${1 + Math.floor(random() * 9)}${digits(4, random)}`;
  return pick(
    [
      `${lead}-${pairs}`,
      `${lead} ${pairs}`,
      lead + tail,
      `${lead} ${tail.slice(0, 2)} ${tail.slice(2, 4)} ${tail.slice(4, 6)} ${tail.slice(6)}`,
      `+46 ${lead.slice(1)} ${pairs}`,
      `+46${lead.slice(1)}${tail}`,
      `0046 ${lead.slice(1)} ${pairs}`,
      `0512-${local.slice(0, 3)} ${local.slice(3)}`,
      `08-${1 + Math.floor(random() * 9)}${digits(2, random)} ${digits(2, random)} ${digits(2, random)}`,
      `${lead}/${pairs}`,
      `${lead}.${tail.slice(0, 3)}.${tail.slice(3, 5)}.${tail.slice(5)}`,
    ],
    random,
  );
};
const ascii = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[åä]/gu, 'a')
    .replace(/[öø]/gu, 'o')
    .replace(/é/gu, 'e')
    .replace(/[^a-z0-9-]/gu, '');
const street = [
  'Storgatan',
  'Kyrkogatan',
  'Torggatan',
  'Järnvägsgatan',
  'Nya vägen',
  'Skolvägen',
  'Drottninggatan',
  'Norra Esplanaden',
  'Badhusgatan',
];

const municipality = (form: string, random: () => number): string => {
  const name = pick(municipalities, random);
  const genitive = /[sxz]$/u.test(name) ? name : `${name}s`;
  if (form === 'kommun') return `${genitive === name || random() < 0.5 ? name : genitive} kommun`;
  if (form === 'kommuns') return `${genitive === name || random() < 0.5 ? name : genitive} kommuns`;
  if (form === 'stad') return `${genitive} stad`;
  if (form === 's') return genitive;
  if (form === 'low') return name.toLowerCase();
  if (form === 'caps') return name.toUpperCase();
  if (form === 'bor') return `${name.toLowerCase().replace(/[ -]/gu, '')}bor`;
  return name;
};

/** Fills one slot of a template. */
export const fill = (
  slot: string,
  half: Half,
  random: () => number,
): Filled & { readonly before?: string } => {
  const [name = '', form = ''] = slot.replace(/2$/u, '').split(':');
  const given = (): string => pick(GIVEN[half], random);
  const possessive = (text: string): string => (/[sxz]$/u.test(text) ? text : `${text}s`);
  switch (name) {
    case 'm':
      return { kind: 'municipality', text: municipality(form, random) };
    case 'p':
      return { kind: 'person', text: form === 'low' ? given().toLowerCase() : given() };
    case 'pg':
      return { kind: 'person', text: possessive(given()) };
    case 'pf':
      return { kind: 'person', text: `${given()} ${pick(FAMILY[half], random)}` };
    case 's':
      return { kind: 'supplier', text: pick(SUPPLIER[half], random) };
    case 'pr':
      return { kind: 'product', text: pick(PRODUCT[half], random) };
    case 'coop':
      return { kind: 'cooperation', text: pick(COOP[half], random) };
    case 'comp':
      return { kind: 'company', text: pick(COMP[half], random) };
    case 'reg':
      return { kind: 'region', text: pick(REGION[half], random) };
    case 'place':
      return { kind: 'place', text: pick(PLACE[half], random) };
    case 'inc':
      return { kind: 'incident', text: pick(INCIDENT[half], random) };
    case 'n': {
      const text = pick(COUNT[half], random);
      const before = PREFIX.exec(text)?.[0] ?? '';
      return { kind: 'count', text: text.slice(before.length), before };
    }
    case 'tel':
      return { kind: 'phone', text: phone(random) };
    case 'pnr':
      return { kind: 'personal_id', text: personalId(random) };
    case 'org':
      return {
        kind: 'org_number',
        text: ((ten) => `${ten.slice(0, 6)}-${ten.slice(6)}`)(withCheck(`2120${digits(5, random)}`)),
      };
    case 'ip':
      return {
        kind: 'ip',
        text: pick(
          [
            `10.${digit(random)}.${digits(2, random).replace(/^0/u, '1')}.${1 + digit(random)}`,
            `192.168.${1 + digit(random)}.0/24`,
            `172.16.${digit(random)}.2${digit(random) % 5}`,
          ],
          random,
        ),
      };
    case 'mail':
      return {
        kind: 'email',
        text: `${ascii(given())}.${ascii(pick(FAMILY[half], random))}@${ascii(pick(municipalities, random))}.se`,
      };
    case 'url':
      return {
        kind: 'url',
        text: pick(
          [
            `www.${ascii(pick(municipalities, random))}.se/it`,
            `https://www.${ascii(pick(municipalities, random))}.se/informationssakerhet`,
            `${ascii(pick(municipalities, random))}.se`,
          ],
          random,
        ),
      };
    case 'addr':
      return { kind: 'address', text: `${pick(street, random)} ${1 + Math.floor(random() * 80)}` };
    default:
      throw new TypeError(`unknown slot {${slot}}`);
  }
};
