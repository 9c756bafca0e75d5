import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FrameUnit, parseFrame } from '../../study/frame.ts';
import { fullMap, matchColumns } from './columns.ts';
import { lookAtFrame } from './look.ts';
import { type BadRow, MOST_ROWS, readFrame } from './read-frame.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => {
  const looked = lookAtFrame(bytes(text));
  if (!looked.ok) throw new Error(looked.error.type);
  const columns = fullMap(looked.value.look.columns);
  if (!columns) throw new Error('columns not matched');
  const units: FrameUnit[] = [];
  const bad: BadRow[] = [];
  const shares: number[] = [];
  readFrame(looked.value.text, looked.value.look.delimiter, columns, (chunk) => {
    units.push(...chunk.units);
    bad.push(...chunk.bad);
    shares.push(chunk.share);
  });
  return { units, bad, shares };
};

describe('matchColumns', () => {
  it('knows the usual headings in both languages, whatever their case and signs', () => {
    expect(matchColumns(['Kommun-kod', 'Kommun', 'Stratum'])).toEqual({ code: 0, name: 1, stratum: 2 });
    expect(matchColumns(['x', 'NAME', 'Org.nr', 'Group'])).toEqual({ code: 2, name: 1, stratum: 3 });
  });

  it('asks where a heading says nothing, or says it twice', () => {
    expect(matchColumns(['kod', 'namn', 'namn', 'län'])).toEqual({ code: 0, name: null, stratum: null });
    expect(fullMap({ code: 0, name: 0, stratum: 1 })).toBeNull();
    expect(fullMap({ code: 0, name: null, stratum: 1 })).toBeNull();
  });
});

describe('lookAtFrame', () => {
  it('shows the heading and the first rows', () => {
    const looked = lookAtFrame(bytes('kod;namn;grupp\n1;A;x\n2;B;x\n3;C;x\n4;D;x\n'));
    expect(looked).toMatchObject({
      value: {
        look: {
          encoding: 'utf-8',
          delimiter: ';',
          heading: ['kod', 'namn', 'grupp'],
          columns: { code: 0, name: 1, stratum: 2 },
          first: [
            ['1', 'A', 'x'],
            ['2', 'B', 'x'],
            ['3', 'C', 'x'],
          ],
        },
      },
    });
  });

  it('refuses a file that cannot be a frame', () => {
    expect(lookAtFrame(bytes(' \n'))).toEqual({ ok: false, error: { type: 'empty_file' } });
    expect(lookAtFrame(bytes('a,b\n'))).toEqual({ ok: false, error: { type: 'few_columns', columns: 2 } });
    expect(lookAtFrame(Uint8Array.of(0x50, 0x4b, 0))).toMatchObject({ error: { type: 'not_text' } });
  });
});

describe('readFrame', () => {
  it('reads the study’s frame as the strict reader does', () => {
    const text = readFileSync('questionnaires/it-sakerhet-upphandling/2025/sample-frame.csv', 'utf8');
    expect(read(text).units).toEqual(
      parseFrame(text).ok ? (parseFrame(text) as { value: unknown }).value : null,
    );
    expect(read(text).bad).toEqual([]);
  });

  it('lists each bad row with line and reason, and gives the good ones', () => {
    const { units, bad } = read(
      [
        ...['kod;namn;stratum', '1;Ale;väst', '2;Bjuv', '3; ;väst', '1;Vara;väst', 'å 4;Mora;norr'],
        ...['5;Orsa;norr + väst', ';;', `6;${'x'.repeat(201)};norr`, '7;"A"b;norr', '8;Åre;norr', ''],
      ].join('\r\n'),
    );
    expect(units).toEqual([
      { code: '1', name: 'Ale', stratum: 'väst' },
      { code: '8', name: 'Åre', stratum: 'norr' },
    ]);
    expect(bad).toEqual([
      { line: 3, problem: { type: 'values', has: 2, expected: 3 } },
      { line: 4, problem: { type: 'empty', columns: ['name'] } },
      { line: 5, problem: { type: 'repeated', code: '1', line: 2 } },
      { line: 6, problem: { type: 'code', code: 'å 4' } },
      { line: 7, problem: { type: 'plus' } },
      { line: 9, problem: { type: 'too_long', column: 'name' } },
      { line: 10, problem: { type: 'quote' } },
    ]);
  });

  it('accounts for every row with a value: good or listed, never both and never neither', () => {
    const value = fc.constantFrom('', 'a', 'b', 'c', 'å', '1+2', 'x y');
    fc.assert(
      fc.property(fc.array(fc.array(value, { minLength: 1, maxLength: 4 })), (rows) => {
        const { units, bad } = read(['code,name,stratum', ...rows.map((row) => row.join(','))].join('\n'));
        expect(units.length + bad.length).toBe(rows.filter((row) => row.some((one) => one !== '')).length);
        expect(new Set(units.map(({ code }) => code)).size).toBe(units.length);
        expect(new Set(bad.map(({ line }) => line)).size).toBe(bad.length);
      }),
    );
  });

  it('reads 100 000 rows with progress, and says that there are more', () => {
    const rows = Array.from({ length: MOST_ROWS }, (_, n) => `${n},Enhet ${n},s${n % 5}`);
    const { units, bad, shares } = read(['code,name,stratum', ...rows, ''].join('\n'));
    expect(units).toHaveLength(MOST_ROWS);
    expect(bad).toEqual([]);
    expect(shares.length).toBeGreaterThan(5);
    expect(shares.toSorted((one, other) => one - other)).toEqual(shares);
    expect(read(['code,name,stratum', ...rows, 'x,X,s1', 'y,Y,s1'].join('\n')).bad).toEqual([
      { line: MOST_ROWS + 2, problem: { type: 'too_many' } },
    ]);
  });
});
