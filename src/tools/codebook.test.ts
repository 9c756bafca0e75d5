import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const BOOK = 'questionnaires/it-sakerhet-upphandling/2025/codebook.json';
const codebook = (args: readonly string[], input = '') => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/tools/cli.ts', 'codebook', ...args],
    { input, encoding: 'utf8' },
  );
  return { stdout, stderr, status };
};
let place = '';
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'codebook-'));
});
afterAll(() => rmSync(place, { recursive: true }));

describe('tool codebook', { timeout: 60_000 }, () => {
  it('writes the codebook of 2025 as QDC, and that one as the same table', () => {
    const [qdc, direct, around] = ['book.qdc', 'direct.csv', 'around.csv'].map((name) => join(place, name));
    const first = codebook(['--to', qdc ?? '', BOOK]);
    expect([first.status, first.stderr, JSON.parse(first.stdout).codes]).toEqual([0, '', 85]);
    codebook(['--to', direct ?? '', BOOK]);
    codebook(['--to', around ?? '', qdc ?? '']);
    const table = readFileSync(direct ?? '', 'utf8');
    expect(readFileSync(around ?? '', 'utf8')).toBe(table);
    const rows = Papa.parse<string[]>(table).data;
    expect([rows.length, rows[1]?.[1], rows[2]?.[2]]).toEqual([87, 'krav', 'krav']);
  });

  it('says what it cannot do', () => {
    expect(codebook([BOOK])).toMatchObject({ status: 1, stderr: expect.stringContaining('--to') });
    expect(codebook(['--to', join(place, 'x.pdf'), BOOK]).stderr).toContain('.html');
    expect(codebook(['--to', join(place, 'x.csv')], '<CodeBook>').stderr).toContain('line 1');
  });
});
