import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openZip } from '../exchange/zip/read.ts';

const exporting = (args: readonly string[], input = '') => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/tools/cli.ts', 'export', ...args],
    { input, encoding: 'utf8' },
  );
  return { lines: stdout.split('\n').slice(0, -1), stderr, status };
};
let place = '';
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'export-'));
});
afterAll(() => rmSync(place, { recursive: true }));

describe('tool export', { timeout: 60_000 }, () => {
  it('writes a zip, and from the dataset in it the same files into a folder', () => {
    const zip = join(place, 'wave.zip');
    const first = exporting(['--practice', '12', '--to', zip, '--day', '2026-11-24']);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    const archive = openZip(readFileSync(zip));
    if (!archive.ok) throw new Error(archive.error.reason);
    const told = first.lines.map((line) => JSON.parse(line));
    expect(told.map(({ file }) => file)).toEqual(archive.value.names);
    const json = archive.value.read('dataset.json');
    const again = exporting(
      ['--to', join(place, 'folder'), '--day', '2026-11-24'],
      json.ok ? new TextDecoder().decode(json.value) : '',
    );
    expect(again.lines).toEqual(first.lines);
    for (const { file, sha256, bytes } of told) {
      const written = readFileSync(join(place, 'folder', file));
      expect([file, written.length, createHash('sha256').update(written).digest('hex')]).toEqual([
        file,
        bytes,
        sha256,
      ]);
    }
    const tables = readFileSync(join(place, 'folder', 'tables.csv'), 'utf8').split('\r\n');
    for (const line of tables.filter((row) => row.includes(',stratum,')))
      expect(Number(line.split(',').at(-2) || '5')).toBeGreaterThanOrEqual(5);
  });

  it('says what it cannot do', () => {
    expect(exporting(['--practice', '3'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('--to'),
    });
    const to = ['--to', join(place, 'none')];
    expect(exporting([...to, '--practice', '3', '--threshold', '2']).stderr).toContain('3 or more');
    expect(exporting(to, '{').stderr).toContain('is not JSON');
    expect(exporting(to, '{"format":"lagesbild-dataset"}').stderr).toContain(
      "must have required property 'version'",
    );
  });
});
