import ExcelJS from 'exceljs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { cleanForXml } from '../xml/write.ts';
import { openZip } from '../zip/read.ts';
import { joined } from '../zip/write.ts';
import { type Cell, looksLikeFormula, type Sheet } from './sheet.ts';
import { PLAIN_CSV, SWEDISH_CSV, writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

const sheetOf = (rows: readonly (readonly Cell[])[], columns = ['a', 'b']): Sheet => ({
  name: 'blad',
  columns,
  rows,
});
const csv = (sheet: Sheet, form = PLAIN_CSV) => [...writeCsv(sheet, form)].join('');
const workbookOf = async (sheets: readonly Sheet[]) => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(joined(writeXlsx(sheets)).buffer);
  return book;
};
const ATTACKS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' =1',
  '\n-x',
  '＝1+1',
  "=cmd|' /C calc'!A0",
];
const text = fc.string({
  unit: fc.constantFrom('a', 'å', ' ', '\n', '"', ',', ';', '=', '-', '\t', '😀', '_x0041_'),
});

describe('what a spreadsheet would run', () => {
  it('is told from what it would not', () => {
    for (const attack of ATTACKS) expect(looksLikeFormula(attack)).toBe(true);
    for (const fine of ['', 'a=1', '1-2', 'å', '"=1"', "'=1", '(+46)'])
      expect(looksLikeFormula(fine)).toBe(false);
  });
});

describe('writeCsv', () => {
  it('is read back by another reader, formulas disarmed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), fc.constantFrom(PLAIN_CSV, SWEDISH_CSV), (rows, form) => {
        const back = Papa.parse<string[]>(csv(sheetOf(rows), form).replace(/^\uFEFF/, ''), {
          delimiter: form.delimiter,
        }).data.slice(1, -1);
        const expected = rows.map((row) => row.map((cell) => (looksLikeFormula(cell) ? `'${cell}` : cell)));
        expect(back).toEqual(expected);
        expect(back.flat().some(looksLikeFormula)).toBe(false);
      }),
    );
  });

  it('leaves numbers as numbers, with the comma where Excel wants it', () => {
    const sheet = sheetOf([
      [-1.5, null],
      [true, ''],
    ]);
    expect(csv(sheet)).toBe('a,b\r\n-1.5,\r\n1,\r\n');
    expect(csv(sheet, SWEDISH_CSV)).toBe('\uFEFFa;b\r\n"-1,5";\r\n1;\r\n');
  });
});

describe('writeXlsx', () => {
  it('is read back by another reader, texts as texts and numbers as numbers', {
    timeout: 60_000,
  }, async () => {
    const cell = fc.oneof(
      text,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), async (rows) => {
        const [sheet] = (await workbookOf([sheetOf(rows)])).worksheets;
        expect(sheet?.name).toBe('blad');
        rows.forEach((row, at) => {
          row.forEach((wanted, column) => {
            const found = sheet?.getCell(at + 2, column + 1);
            expect(found?.type).not.toBe(ExcelJS.ValueType.Formula);
            const value = found?.value ?? '';
            const plain = typeof value === 'string' ? value.replaceAll('_x005F_', '_') : value;
            // -0 is written as 0.
            if (typeof wanted === 'number') expect(value === wanted).toBe(true);
            else expect(plain).toBe(wanted === null ? '' : wanted);
          });
        });
      }),
      { numRuns: 40 },
    );
  });

  it('holds no formula, whatever a text looks like, and keeps it so when the cell is edited', async () => {
    const bytes = joined(writeXlsx([sheetOf(ATTACKS.map((attack) => [attack, 'x']))]));
    const zip = openZip(bytes);
    const sheet = zip.ok ? zip.value.read('xl/worksheets/sheet1.xml') : zip;
    const xml = sheet.ok ? new TextDecoder().decode(sheet.value) : '';
    expect(xml).not.toContain('<f>');
    expect(xml.match(/ s="2"/g)).toHaveLength(ATTACKS.length);
    const book = await workbookOf([sheetOf([['=1+1', 'x']])]);
    expect(book.worksheets[0]?.getCell('A2').value).toBe('=1+1');
  });

  it('cuts what no cell can hold, writes what XML cannot, and names sheets apart', async () => {
    const book = await workbookOf([
      sheetOf([[`${'x'.repeat(32_765)}😀y`, 'a\u0001b_x0041_']]),
      { ...sheetOf([]), name: 'tomt' },
    ]);
    const [first, second] = book.worksheets;
    const long = String(first?.getCell('A2').value);
    expect([long.length, long.at(-1)]).toEqual([32_766, '…']);
    expect(first?.getCell('B2').value).toBe(cleanForXml('a\u0001b_x005F_x0041_'));
    expect([second?.name, second?.getCell('B1').value, second?.rowCount]).toEqual(['tomt', 'b', 1]);
  });
});
