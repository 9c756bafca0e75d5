import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isComplete, matchContactColumns } from './columns.ts';
import { lookAtContacts, type NamedCase, readContacts } from './read-contacts.ts';

const CASES: readonly NamedCase[] = [
  { id: 'habo', code: '0643', name: 'Habo' },
  { id: 'borås', code: '1490', name: 'Borås' },
  { id: 'stockholm', code: '0180', name: 'Stockholm' },
  { id: 'n1', code: '9001', name: 'Näs' },
  { id: 'n2', code: '9002', name: 'Näs' },
];
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const look = (text: string) => {
  const looked = lookAtContacts(bytes(text));
  if (!looked.ok) throw new Error(looked.error.type);
  return looked.value;
};
const read = (text: string, known: Parameters<typeof readContacts>[3] = []) => {
  const looked = look(text);
  return readContacts(looked, looked.columns, CASES, known);
};

describe('a file of contacts', () => {
  it('tells from its heading what is where, and asks for the rest', () => {
    expect(matchContactColumns(['Kommun', 'Kontaktperson', 'Befattning', 'Tel.', 'Mobil', 'E-post'])).toEqual(
      {
        ...{ case: 0, name: 1, role: 2, phone: 3, phone2: 4, email: 5 },
        ...{ link: null, notes: null },
      },
    );
    expect(isComplete(matchContactColumns(['Kommun', 'Tel']))).toBe(true);
    expect(isComplete(matchContactColumns(['Kommun', 'x']))).toBe(false);
    expect(isComplete(matchContactColumns(['x', 'Tel']))).toBe(false);
    expect(isComplete({ ...matchContactColumns(['Kommun', 'Tel']), name: 1 })).toBe(false);
  });

  it('finds the case by code, with or without its zero, and by name', () => {
    const { contacts, bad } = read(
      'Kommun;Namn;Tel\n0643;A;08-465 004 00\n643;B;\nHabo kommun;C;\nBORÅS STAD;D;\nBorås;E;\nStockholms stad;F;\n',
    );
    expect(contacts.map((one) => one.case)).toEqual(['habo', 'habo', 'habo', 'borås', 'borås', 'stockholm']);
    expect(bad).toEqual([]);
  });

  it('takes several numbers in one field, and several persons of one case', () => {
    const { contacts } = read(
      'kod,person,telefon,mobil\n1490,Å,"08-465 004 00 / 08-465 004 01",070-174 06 05\n1490,Ä,,',
    );
    expect(contacts.map(({ card }) => card.phones.map(({ number }) => number))).toEqual([
      ['08-465 004 00', '08-465 004 01', '070-174 06 05'],
      [],
    ]);
  });

  it('lists each bad row with its line and reason', () => {
    const { contacts, bad } = read(
      [
        'kod;person;tel;e-post',
        '0643;Anna;08-465 004 00;',
        ';Bo;;',
        '7777;Bo;;',
        'Näs;Bo;;',
        '1490;;;',
        '1490;Bo;fråga växeln;',
        '1490;Bo;;;',
        '0643;anna;08465 00400;',
        '',
        '1490;Disa;;disa@exempel.invalid',
      ].join('\n'),
      [
        {
          case: 'borås',
          card: {
            ...(read('kod;person;e-post\n1490;Disa;disa@exempel.invalid').contacts[0]?.card ?? fail()),
          },
        },
      ],
    );
    expect(contacts.map(({ line }) => line)).toEqual([2]);
    expect(bad.map(({ line, problem }) => [line, problem.type])).toEqual([
      [3, 'no_case'],
      [4, 'unknown_case'],
      [5, 'two_cases'],
      [6, 'nothing'],
      [7, 'number'],
      [8, 'values'],
      [9, 'repeated'],
      [11, 'known'],
    ]);
  });

  it('loses no row: each is a contact or a bad one', () => {
    const field = fc.stringMatching(/^[a-zåäö0-9 +-]{0,12}$/u);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('0643', 'Borås', 'okänd', ''), field, field)), (rows) => {
        const text = ['kod;person;tel', ...rows.map((row) => row.join(';'))].join('\n');
        const { contacts, bad } = read(text);
        const written = rows.filter((row) => row.some((value) => value.trim() !== '')).length;
        expect(contacts.length + bad.length).toBe(written);
      }),
    );
  });

  it('refuses what is no table', () => {
    expect(lookAtContacts(bytes(''))).toMatchObject({ error: { type: 'empty_file' } });
    expect(lookAtContacts(bytes('bara en kolumn\nx'))).toMatchObject({ error: { type: 'few_columns' } });
    expect(lookAtContacts(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toMatchObject({
      error: { type: 'not_text' },
    });
  });
});

const fail = (): never => {
  throw new Error('a contact was expected');
};
