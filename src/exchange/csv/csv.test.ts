import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode.ts';
import { type CsvRow, type Delimiter, delimiterOf, readCsv } from './rows.ts';

const rowsOf = (text: string, delimiter: Delimiter = ','): readonly CsvRow[] => {
  const all: CsvRow[] = [];
  readCsv(text, delimiter, (rows) => {
    all.push(...rows);
    return true;
  });
  return all;
};
const windows1252 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('decodeText', () => {
  it('tells UTF-8, with and without a mark, from Windows-1252', () => {
    const text = 'Örebro;Håbo;Ånge';
    const utf8 = new TextEncoder().encode(text);
    expect(decodeText(utf8)).toEqual({ ok: true, value: { text, encoding: 'utf-8' } });
    expect(decodeText(new TextEncoder().encode(`\uFEFF${text}`))).toMatchObject({ value: { text } });
    expect(decodeText(windows1252(text))).toEqual({ ok: true, value: { text, encoding: 'windows-1252' } });
  });

  it('refuses what is no text: a workbook, text of 16 bits', () => {
    for (const bytes of [Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), Uint8Array.of(0xff, 0xfe, 65, 0)])
      expect(decodeText(bytes)).toEqual({ ok: false, error: { type: 'not_text' } });
  });
});

describe('delimiterOf', () => {
  it('counts in the heading, outside quotation marks', () => {
    expect(delimiterOf('a,b,c\n1;2;3;4;5')).toBe(',');
    expect(delimiterOf('kod;namn;stratum\r\n')).toBe(';');
    expect(delimiterOf('"a,b,c,d";e;f')).toBe(';');
    expect(delimiterOf('a\tb,c\td')).toBe('\t');
    expect(delimiterOf('')).toBe(',');
  });
});

describe('readCsv', () => {
  it('numbers lines where values run over several, and marks a broken row', () => {
    expect(rowsOf('a,b\r\n"x\r\ny",1\r\nz,2\r\n"open,3\r\nw,4')).toEqual([
      { line: 1, values: ['a', 'b'], broken: false },
      { line: 2, values: ['x\ny', '1'], broken: false },
      { line: 4, values: ['z', '2'], broken: false },
      { line: 5, values: [], broken: true },
      { line: 6, values: ['w', '4'], broken: false },
    ]);
  });

  it('loses no row to the broken one before it', () => {
    for (const bad of ['"x"y,1', '"x,1', 'x,5" rör', '"x""y"z",1'])
      expect(rowsOf(`a,b\n${bad}\nz,2\n"w",3`).map(({ line, broken }) => [line, broken])).toEqual([
        [1, false],
        [2, true],
        [3, false],
        [4, false],
      ]);
  });

  it('reads back what was written, whatever stands in the values', () => {
    const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
    const value = fc.string({ unit: fc.constantFrom('a', 'ö', '"', ',', ';', '\n', ' ') });
    fc.assert(
      fc.property(fc.array(fc.array(value, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (table) => {
        const text = table.map((row) => row.map(quoted).join(';')).join('\n');
        expect(rowsOf(text, ';').map(({ values }) => values)).toEqual(table);
      }),
    );
  });

  it('keeps lines and marks right across batches, and stops when told', () => {
    const text = Array.from({ length: 5_000 }, (_, n) => (n === 4_990 ? `"x"y,${n}` : `x,${n}`)).join('\n');
    const rows = rowsOf(text);
    expect(rows.map((row) => row.line)).toEqual(Array.from({ length: 5_000 }, (_, n) => n + 1));
    expect(rows.filter((row) => row.broken).map((row) => row.line)).toEqual([4_991]);
    let batches = 0;
    readCsv(text, ',', () => {
      batches += 1;
      return false;
    });
    expect(batches).toBe(1);
  });
});
