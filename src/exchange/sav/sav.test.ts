import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSavBack } from '../../../test/setup/read-sav.ts';
import { joined } from '../zip/write.ts';
import { piecesOf, type SavVariable } from './dictionary.ts';
import { type SavCell, widthOf, writeSav } from './write-sav.ts';

const number = (name: string, more: Partial<SavVariable> = {}): SavVariable => ({
  name,
  label: '',
  width: null,
  decimals: 0,
  labels: [],
  measure: 'scale',
  ...more,
});
const text = (name: string, width: number): SavVariable => number(name, { width, measure: 'nominal' });

/** By a reader that is not ours. */
const back = async (
  variables: readonly SavVariable[],
  rows: readonly (readonly SavCell[])[],
  label = 'Lägesbild',
) => {
  return readSavBack(joined(writeSav({ label, variables, cases: rows.length, rows })));
};

describe('writeSav', () => {
  it('is read back by sav-reader: labels, values, å ä ö, missing', async () => {
    const variables = [
      number('interview', { label: 'Intervjuns nummer' }),
      number('A1_1_metod', {
        label:
          'Hur kravställer ni IT‑säkerhet i era upphandlingar? Används KLASSA, ISO 27001 eller något annat?',
        labels: [
          { value: 1, label: 'KLASSA används alltid' },
          { value: 2, label: 'ingen metod – å ä ö' },
        ],
        measure: 'nominal',
      }),
      number('weight', { decimals: 4 }),
      text('notes', 40),
    ];
    const { meta, rows } = await back(variables, [
      [1, 2, 2.96, 'Vi frågar på ÅÄÖ'],
      [2, null, -0.5, ''],
    ]);
    expect(meta.header).toMatchObject({ encoding: 'UTF-8', n_cases: 2, n_vars: 4 });
    expect(meta.sysvars.map(({ name, label }) => [name, label ?? ''])).toEqual(
      variables.map(({ name, label }) => [name, label]),
    );
    expect(meta.getValueLabels('A1_1_metod')).toEqual([
      { val: 1, label: 'KLASSA används alltid' },
      { val: 2, label: 'ingen metod – å ä ö' },
    ]);
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { interview: 1, A1_1_metod: 2, weight: 2.96, notes: 'Vi frågar på ÅÄÖ' },
      { interview: 2, A1_1_metod: null, weight: -0.5, notes: '' },
    ]);
  });

  it('gives back any table, long texts and odd numbers too', { timeout: 60_000 }, async () => {
    const letter = fc.constantFrom('a', 'å', '😀', 'e\u0301', '.');
    const string = fc.array(letter, { maxLength: 300 }).map((letters) => letters.join(''));
    const numbers = fc.oneof(
      fc.integer({ min: -120, max: 170 }),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }).map((value) => value + 0),
      fc.constant(null),
    );
    const row = fc.tuple(
      numbers,
      string,
      numbers,
      string.map((one) => one.repeat(5)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const variables = [
          number('n1', { decimals: 3 }),
          text('t1', widthOf(rows.map(([, one]) => one))),
          number('n2'),
          text('t2', widthOf(rows.map(([, , , one]) => one))),
        ];
        const read = await back(variables, rows);
        expect(read.rows.map((one) => [one.n1, one.t1, one.n2, one.t2])).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  it('lays texts of every width so that what follows stays in place', { timeout: 60_000 }, async () => {
    for (const width of [1, 8, 9, 252, 255, 256, 257, 504, 505, 510, 511, 759, 2_000, 32_767]) {
      const long = 'abcdefghij'.repeat(4_000).slice(0, width);
      const { rows } = await back(
        [text('t', width), number('n')],
        [
          [long, 7],
          ['x', null],
        ],
      );
      expect(rows.map((one) => [one.t, one.n])).toEqual([
        [long, 7],
        ['x', null],
      ]);
    }
  });

  it('cuts at whole characters what is longer than a text can be', async () => {
    const { rows } = await back([text('t', 5)], [['ååå']]);
    expect(rows[0]?.t).toBe('åå');
    expect(widthOf(['', 'å', '😀'])).toBe(4);
    expect(widthOf(['x'.repeat(40_000)])).toBe(32_767);
    const widths = piecesOf([text('t', 600)]).map(({ width, used, index }) => [width, used, index]);
    // The example of 600 bytes in the tests of PSPP's own reader.
    expect(widths).toEqual([
      [255, 255, 1],
      [255, 255, 33],
      [96, 90, 65],
    ]);
  });
});
