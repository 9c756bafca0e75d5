import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Spawned as a user would, without npm in between. */
const tool = (args: readonly string[], input = '') => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/tools/cli.ts', ...args],
    {
      input,
      encoding: 'utf8',
    },
  );
  return { lines: stdout.split('\n').slice(0, -1), stderr, status };
};
const INSTRUMENT = 'questionnaires/it-sakerhet-upphandling/2025/instrument.json';

describe('tool', { timeout: 60_000 }, () => {
  it('tells what there is, and what is not', () => {
    const overview = tool(['--help']);
    expect(overview.status).toBe(0);
    for (const name of ['mask', 'instrument', 'generate']) expect(overview.lines.join('\n')).toContain(name);
    expect(tool(['sing']).status).toBe(1);
    expect(tool(['mask', '--help']).lines.join('\n')).toContain('UTF-16');
    expect(tool(['mask', '--loud']).stderr).toContain('--loud');
    expect(tool(['instrument', 'no-such-file.json'])).toMatchObject({ status: 1, lines: [] });
  });
});

describe('tool mask', { timeout: 60_000 }, () => {
  it('masks line by line and tells which lines it could not read', () => {
    const text = 'Ring Anna på 070-174 06 05.';
    const { lines, stderr, status } = tool(
      ['mask'],
      [
        JSON.stringify({ id: 'a', text, context: { municipality: 'Vara' } }),
        'not json',
        '',
        JSON.stringify({ id: 'b', text: 'Vi arbetar med ISO 27001.' }),
        JSON.stringify({ id: 1, text: '' }),
        JSON.stringify({ id: 'c', text: '', context: 'Vara' }),
      ].join('\n'),
    );
    expect(status).toBe(1);
    const [first, second, ...more] = lines.map((line) => JSON.parse(line));
    expect(more).toEqual([]);
    expect(first.masked).not.toContain('070');
    for (const find of first.finds) expect(text.slice(find.start, find.end)).toBe(find.text);
    expect(second).toEqual({ id: 'b', masked: 'Vi arbetar med ISO 27001.', finds: [] });
    expect(stderr.trim().split('\n')).toEqual([
      'line 2: is not JSON',
      'line 5: "id" must be a text',
      'line 6: "context" must be an object',
    ]);
  });
});

describe('tool instrument', { timeout: 60_000 }, () => {
  it('prints the hash of a sound definition, whatever its white space', () => {
    const file = tool(['instrument', INSTRUMENT]);
    expect(file).toMatchObject({ status: 0, stderr: '' });
    expect(file.lines).toHaveLength(1);
    expect(file.lines[0]).toMatch(/^[0-9a-f]{64}$/);
    const packed = JSON.stringify(JSON.parse(readFileSync(INSTRUMENT, 'utf8')));
    expect(tool(['instrument'], packed).lines).toEqual(file.lines);
  });

  it('tells every fault with line, path and reason', () => {
    const source = readFileSync(INSTRUMENT, 'utf8');
    const broken = source.replace('"A1.2"', '"A1.1"').replace('"consentVersion"', '"consent"');
    const { lines, stderr, status } = tool(['instrument'], broken);
    expect({ lines, status }).toEqual({ lines: [], status: 1 });
    const line =
      broken
        .split('\n')
        .findIndex(
          (text, index, all) => text.includes('"A1.1"') && all.slice(0, index).join().includes('"A1.1"'),
        ) + 1;
    expect(stderr).toContain(`line ${line}: /pages/1/questionId: "A1.1" is used twice in this list`);
    expect(stderr).toContain('/consentVersion: is missing');
    expect(stderr).toContain('"consent"');
    expect(tool(['instrument'], '{\n "a": \n}').stderr).toMatch(/^line 3: is not JSON/);
  });
});

describe('tool generate', { timeout: 60_000 }, () => {
  it('writes as many interviews as asked for, the same for the same seed', () => {
    const { lines, status } = tool(['generate', '--interviews', '7', '--seed', 'x']);
    expect(status).toBe(0);
    expect(lines).toHaveLength(7);
    expect(JSON.parse(lines[0] ?? '').answers).toHaveLength(22);
    expect(tool(['generate', '--interviews=7', '--seed=x']).lines).toEqual(lines);
    expect(tool(['generate', '--interviews', '7', '--seed', 'y']).lines).not.toEqual(lines);
  });

  it('writes cases and a raw interview', () => {
    expect(JSON.parse(tool(['generate', '--interviews', '5', '--cases']).lines[0] ?? '').code).toMatch(
      /^P\d{3}$/,
    );
    expect(tool(['generate', '--raw', 'Vara']).lines[0]).toContain('Vara Energi');
    expect(tool(['generate', '--interviews', 'many'])).toMatchObject({ status: 1, lines: [] });
  });
});

describe('tool instrument diff', { timeout: 60_000 }, () => {
  it('tells in sentences what differs, and nothing where nothing does', () => {
    const changed = readFileSync(INSTRUMENT, 'utf8').replace('Hur ser era rutiner ut', 'Hur arbetar ni');
    const { lines, status } = tool(['instrument', 'diff', INSTRUMENT, '-'], changed);
    expect(status).toBe(0);
    expect(lines).toEqual([
      'A1.2 lyder ”Hur arbetar ni om ni inte använder KLASSA?”, förut ”Hur ser era rutiner ut om ni inte använder KLASSA?”',
    ]);
    expect(tool(['instrument', 'diff', INSTRUMENT, INSTRUMENT])).toMatchObject({ status: 0, lines: [] });
    expect(tool(['instrument', 'diff', INSTRUMENT, '-'], '[]').status).toBe(1);
    expect(tool(['instrument', 'compare', INSTRUMENT, '-'], changed).status).toBe(1);
  });
});
