import { type ContactCard, emptyCard, isNumber, isWebLink } from '../../study/contact.ts';
import { err, ok, type Result } from '../../study/result.ts';
import { type DecodeProblem, decodeText, type Encoding } from '../csv/decode.ts';
import { type CsvRow, type Delimiter, delimiterOf, readCsv } from '../csv/rows.ts';
import { CONTACT_COLUMNS, type ContactColumn, type ContactColumns, matchContactColumns } from './columns.ts';

/** What one sees of a file before its columns are settled. */
export interface ContactLook {
  readonly text: string;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly heading: readonly string[];
  readonly columns: ContactColumns;
  readonly first: readonly (readonly string[])[];
}
export type ContactLookProblem =
  | DecodeProblem
  | { readonly type: 'empty_file' }
  | { readonly type: 'few_columns' };

const SHOWN = 3;

export const lookAtContacts = (bytes: Uint8Array): Result<ContactLook, ContactLookProblem> => {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  if (text.trim() === '') return err({ type: 'empty_file' });
  const delimiter = delimiterOf(text);
  const head: (readonly string[])[] = [];
  readCsv(text, delimiter, (rows) => {
    head.push(...rows.slice(0, SHOWN + 1).map(({ values }) => values));
    return false;
  });
  const [heading = [], ...first] = head;
  if (heading.length < 2) return err({ type: 'few_columns' });
  return ok({ text, encoding, delimiter, heading, columns: matchContactColumns(heading), first });
};

/** Why a row gives no contact; words for it are the screen's. */
export type ContactProblem =
  | { readonly type: 'quote' }
  | { readonly type: 'values'; readonly has: number; readonly expected: number }
  | { readonly type: 'no_case' }
  | { readonly type: 'unknown_case'; readonly said: string }
  | { readonly type: 'two_cases'; readonly said: string }
  | { readonly type: 'nothing' }
  | { readonly type: 'number'; readonly said: string }
  | { readonly type: 'link' }
  | { readonly type: 'too_long'; readonly column: ContactColumn }
  | { readonly type: 'repeated'; readonly line: number }
  | { readonly type: 'known' };

export interface ReadContact {
  readonly line: number;
  readonly case: string;
  readonly card: ContactCard;
}
export interface ReadContacts {
  readonly contacts: readonly ReadContact[];
  readonly bad: readonly { readonly line: number; readonly problem: ContactProblem }[];
}

/** A case as the file may name it: by code or by name. */
export interface NamedCase {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

const LONGEST = 2_000;
const plain = (text: string): string => text.normalize('NFC').toLocaleLowerCase('sv').trim();

/** "Borås stad" and "Habo kommun", but also "Stockholms stad": as said, without the word, without the genitive. */
const spellings = (said: string): readonly string[] => {
  const whole = plain(said);
  const bare = whole.replace(/ (kommun|stad)$/u, '');
  return bare === whole ? [whole] : [whole, bare, bare.replace(/s$/u, '')];
};

/** By code and by name; a name that two have names neither. */
const indexCases = (cases: readonly NamedCase[]): ReadonlyMap<string, readonly string[]> => {
  const index = new Map<string, readonly string[]>();
  const add = (key: string, id: string): void => {
    const known = index.get(key) ?? [];
    if (!known.includes(id)) index.set(key, [...known, id]);
  };
  for (const { id, code, name } of cases) {
    add(plain(code), id);
    add(plain(name), id);
    // Spreadsheets drop the zero in front of a code.
    if (/^0[0-9]+$/.test(code)) add(code.replace(/^0+/, ''), id);
  }
  return index;
};

/** Several numbers in one field: by comma, semicolon, slash or "eller". */
const numbersIn = (field: string): readonly string[] =>
  field
    .split(/[,;/]|\beller\b|\bor\b/u)
    .map((number) => number.trim())
    .filter((number) => number !== '');

/** The same person twice, however the numbers are spaced. */
const likeness = (card: ContactCard): string =>
  JSON.stringify([
    plain(card.name),
    plain(card.role),
    card.phones.map(({ number }) => number.replaceAll(/[^0-9+]/g, '')),
    card.email.toLowerCase(),
  ]);

const readCard = (cell: (column: ContactColumn) => string): ContactCard | ContactProblem => {
  const long = CONTACT_COLUMNS.find((column) => cell(column).length > LONGEST);
  if (long !== undefined) return { type: 'too_long', column: long };
  const numbers = [...numbersIn(cell('phone')), ...numbersIn(cell('phone2'))];
  const wrong = numbers.find((number) => !isNumber(number));
  if (wrong !== undefined) return { type: 'number', said: wrong };
  const link = cell('link');
  if (link !== '' && !isWebLink(link)) return { type: 'link' };
  const card: ContactCard = {
    ...emptyCard,
    name: cell('name'),
    role: cell('role'),
    phones: [...new Set(numbers)].map((number) => ({ number, dead: false })),
    email: cell('email'),
    link,
    notes: cell('notes'),
  };
  const says = card.name !== '' || card.phones.length > 0 || card.email !== '';
  return says ? card : { type: 'nothing' };
};

/**
 * Gives the contacts and the bad rows with line and reason. Nothing is repaired or left out unsaid; rows without any value
 * are no rows. `known`: what the register holds already, so that a file read twice adds nobody twice.
 */
export const readContacts = (
  { text, delimiter, heading }: Pick<ContactLook, 'text' | 'delimiter' | 'heading'>,
  columns: ContactColumns,
  cases: readonly NamedCase[],
  known: readonly { readonly case: string; readonly card: ContactCard }[],
): ReadContacts => {
  const index = indexCases(cases);
  const there = new Set(known.map((one) => one.case + likeness(one.card)));
  const lines = new Map<string, number>();
  const contacts: ReadContact[] = [];
  const bad: { line: number; problem: ContactProblem }[] = [];
  const read = ({ line, values, broken }: CsvRow): ReadContact | ContactProblem => {
    if (broken) return { type: 'quote' };
    if (values.length !== heading.length)
      return { type: 'values', has: values.length, expected: heading.length };
    const cell = (column: ContactColumn): string => {
      const at = columns[column];
      return at === null ? '' : (values[at] ?? '').trim().normalize('NFC');
    };
    const said = cell('case');
    if (said === '') return { type: 'no_case' };
    const found = spellings(said).find((spelling) => index.has(spelling));
    const [id, other] = index.get(found ?? '') ?? [];
    if (id === undefined) return { type: 'unknown_case', said };
    if (other !== undefined) return { type: 'two_cases', said };
    const card = readCard(cell);
    if ('type' in card) return card;
    const like = id + likeness(card);
    const before = lines.get(like);
    if (before !== undefined) return { type: 'repeated', line: before };
    if (there.has(like)) return { type: 'known' };
    lines.set(like, line);
    return { line, case: id, card };
  };
  let isHeading = true;
  readCsv(text, delimiter, (rows) => {
    for (const row of rows) {
      if (isHeading) {
        isHeading = false;
        continue;
      }
      if (!row.broken && row.values.every((value) => value.trim() === '')) continue;
      const one = read(row);
      if ('card' in one) contacts.push(one);
      else bad.push({ line: row.line, problem: one });
    }
    return true;
  });
  return { contacts, bad };
};
