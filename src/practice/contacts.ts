import type { ContactCard } from '../study/contact.ts';
import { type Chance, seeded } from '../study/seeded.ts';

/**
 * Invented persons. Every number lies in the series that PTS keeps free for books and films (08-465 004 00 to 99 and
 * 070-174 06 05 to 99), every address in a domain that never exists (RFC 2606): no call reaches anybody.
 */
const FIRST =
  'Alva Bosse Cilla Doris Eskil Fanny Gösta Hjördis Ivar Jorid Kaj Lova Måns Nanna Orvar Pia'.split(' ');
const LAST = 'Påhitt Exempelsson Övning Provberg Testgren Låtsas Fiktsén Dummelin'.split(' ');
const ROLES = ['Upphandlingschef', 'It-säkerhetsansvarig', 'Inköpare', 'Digitaliseringschef'] as const;
const NOTES = [
  '',
  '',
  'Säkrast på förmiddagen.',
  'Går via växeln.',
  'Ville ha frågorna i ett mejl först.',
] as const;

const two = (number: number): string => String(number).padStart(2, '0');
const switchboard = (chance: Chance): string => `08-465 004 ${two(chance.below(100))}`;
const mobile = (chance: Chance): string => `070-174 06 ${two(5 + chance.below(95))}`;

const cardOf = (chance: Chance): ContactCard => {
  const [first, last] = [chance.pick(FIRST), chance.pick(LAST)];
  const phones = [{ number: switchboard(chance), dead: false }];
  if (chance.happens(0.6)) phones.push({ number: mobile(chance), dead: false });
  return {
    name: `${first} ${last}`,
    role: chance.pick(ROLES),
    phones,
    email: chance.happens(0.7)
      ? `${first.toLowerCase().replace('å', 'a').replace('ö', 'o')}@exempel.invalid`
      : '',
    link: chance.happens(0.1) ? 'https://exempel.invalid/mote' : '',
    notes: chance.pick(NOTES),
    areas: [],
    again: '',
  };
};

/** One or two persons a case; the same seed gives the same. A few cases have none, as in life. */
export const makeContacts = (
  codes: readonly string[],
  seed: string,
): readonly { readonly code: string; readonly card: ContactCard }[] =>
  codes.flatMap((code) => {
    const chance = seeded(`${seed}/contact/${code}`);
    const persons = chance.happens(0.03) ? 0 : chance.happens(0.2) ? 2 : 1;
    return Array.from({ length: persons }, () => ({ code, card: cardOf(chance) }));
  });
