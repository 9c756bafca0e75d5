import type { Json } from './json.ts';

/** What is sealed in a contact: one person, or one function, of the organisation that is called. */
export interface ContactCard {
  /** '' where only a role or a switchboard is known. */
  readonly name: string;
  readonly role: string;
  /** In the order in which to try them. A dead number is kept, so that nobody finds it anew. */
  readonly phones: readonly { readonly number: string; readonly dead: boolean }[];
  readonly email: string;
  /** Of a meeting by video. */
  readonly link: string;
  /** What was said and promised on earlier calls. */
  readonly notes: string;
  /** Ids of the sections this person answers for; none: all. */
  readonly areas: readonly string[];
  /** May we call again, next year too? '' where it was not asked. */
  readonly again: '' | 'yes' | 'no';
}

export const emptyCard: ContactCard = {
  name: '',
  role: '',
  phones: [],
  email: '',
  link: '',
  notes: '',
  areas: [],
  again: '',
};

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const isObject = (value: unknown): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a box held, whichever version wrote it; null where it is no card at all. */
export const readCard = (value: unknown): ContactCard | null => {
  if (!isObject(value)) return null;
  const phones = Array.isArray(value.phones) ? value.phones : [];
  const areas = Array.isArray(value.areas) ? value.areas : [];
  const { again } = value;
  return {
    name: text(value.name),
    role: text(value.role),
    phones: phones
      .filter(isObject)
      .map((phone) => ({ number: text(phone.number), dead: phone.dead === true }))
      .filter(({ number }) => number !== ''),
    email: text(value.email),
    link: text(value.link),
    notes: text(value.notes),
    areas: areas.filter((area) => typeof area === 'string'),
    again: again === 'yes' || again === 'no' ? again : '',
  };
};

/** Something that can be dialled: digits with signs between, at least five of them. */
export const isNumber = (number: string): boolean =>
  /^\+?[0-9 ()/.–-]+$/.test(number) && number.replaceAll(/[^0-9]/g, '').length >= 5;

/** For a `tel:` link (RFC 3966): the digits, and the plus in front where there is one. */
export const dialled = (number: string): string =>
  `${number.trim().startsWith('+') ? '+' : ''}${number.replaceAll(/[^0-9]/g, '')}`;

/** Where a meeting is held: links lead to the web alone, never to a script or a program. */
export const isWebLink = (link: string): boolean => /^https?:\/\/[^\s]+$/i.test(link);

export const liveNumbers = (card: ContactCard): readonly string[] =>
  card.phones.filter(({ dead }) => !dead).map(({ number }) => number);

/** In the order to try: who has a number that works first, then the rest, by name. */
export const byUse = (a: ContactCard, b: ContactCard): number =>
  Number(liveNumbers(b).length > 0) - Number(liveNumbers(a).length > 0) ||
  Number(a.again === 'no') - Number(b.again === 'no') ||
  a.name.localeCompare(b.name, 'sv');
