import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFrame } from '../study/frame.ts';
import { drawSample } from '../study/sample.ts';

const FRAME = 'questionnaires/it-sakerhet-upphandling/2025/sample-frame.csv';
const draw = (args: readonly string[], input = '') => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/tools/cli.ts', 'draw', ...args],
    { input, encoding: 'utf8' },
  );
  const lines = stdout.split('\n').slice(0, -1);
  return { rows: lines.map((line) => JSON.parse(line)), stderr, status };
};

describe('tool draw', { timeout: 60_000 }, () => {
  it('draws the study’s sample again: the sample, then the reserve, everybody once', () => {
    const { rows, status } = draw(['--seed', '2026', '--target', '100', '--response', '55', FRAME]);
    expect(status).toBe(0);
    expect(rows).toHaveLength(290);
    const sample = rows.filter(({ replicate }) => replicate === 0);
    expect(sample).toHaveLength(185);
    const read = parseFrame(readFileSync(FRAME, 'utf8'));
    const sizes = new Map<string, number>();
    for (const { stratum } of sample) sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1);
    const drawn = drawSample(read.ok ? read.value : [], { seed: '2026', allocation: 'by_size', sizes });
    expect(sample.map(({ code }) => code)).toEqual(
      drawn.ok && drawn.value.strata.flatMap((stratum) => stratum.drawn.map(({ code }) => code)),
    );
  });

  it('takes sizes and merges as they were made', () => {
    const input = 'kod;namn;stratum\n1;A;x\n2;B;x\n3;C;y\n';
    const { rows } = draw(['--seed', 's', '--merges', '[["y","x"]]', '--sizes', '{"x / y":2}'], input);
    expect(rows.map(({ stratum, replicate }) => [stratum, replicate])).toEqual([
      ['x / y', 0],
      ['x / y', 0],
      ['x / y', 1],
    ]);
  });

  it('draws nothing of a frame with a bad row, and says which', () => {
    const { rows, stderr, status } = draw(
      ['--seed', 's', '--sizes', '{"x":1}'],
      'kod,namn,stratum\n1,A,x\n1,B,x\n',
    );
    expect([rows, status]).toEqual([[], 1]);
    expect(stderr).toContain('line 3: ');
    for (const args of [
      [],
      ['--seed', 's'],
      ['--seed', 's', '--sizes', '[1]'],
      ['--seed', 's', '--merges', 'x'],
    ])
      expect(draw(args, 'kod,namn,stratum\n1,A,x\n').status).toBe(1);
  });
});
