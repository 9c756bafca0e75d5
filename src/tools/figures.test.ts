import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { KRIPPENDORFF } from '../figures/agreement/worked-data.ts';

const tool = (args: readonly string[], input: string) => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/tools/cli.ts', ...args],
    { input, encoding: 'utf8' },
  );
  return {
    lines: stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line)),
    stderr,
    status,
  };
};

describe('tool rates', { timeout: 60_000 }, () => {
  it('prints the rates of each line, and tells which line it could not read', () => {
    const counts = { I: 62, P: 4, R: 9, NC: 8, O: 3, UH: 6, UO: 2, NE: 6 };
    const { lines, stderr, status } = tool(
      ['rates'],
      [
        JSON.stringify(counts),
        '{"I": 1}',
        '',
        JSON.stringify({ ...counts, I: 0, P: 0, R: 0, O: 0, e: 1 }),
      ].join('\n'),
    );
    expect(status).toBe(1);
    expect(stderr).toBe('line 2: "P" is missing\n');
    expect(Object.keys(lines[0])).toHaveLength(17);
    expect(lines[0].RR1).toBe(62 / 94);
    expect(lines[0].e).toBe(86 / 92);
    expect(lines[1]).toMatchObject({ RR1: 0, COOP1: null, COOP3: null, e: 1 });
  });
});

describe('tool agreement', { timeout: 60_000 }, () => {
  const csv = ['unit,coder,value']
    .concat(
      KRIPPENDORFF.flatMap((row, unit) =>
        row.map((value, coder) => `u${unit},"c ""${coder}""",${value ?? ''}`),
      ),
    )
    .join('\r\n');

  it('prints figures, and reasons where there are none', () => {
    const { lines, stderr, status } = tool(['agreement', '--level', 'ordinal', '--draws', '200'], csv);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    const [got] = lines;
    expect(got.alpha).toBeCloseTo(0.815388, 6);
    expect(got.percent).toBeCloseTo(0.818182, 6);
    expect(got).toMatchObject({
      cohen: null,
      scott: null,
      coders: 4,
      units: 11,
      pairable: 40,
      level: 'ordinal',
    });
    expect(Object.keys(got.reasons)).toEqual(['cohen', 'scott']);
    expect(got.intervals.alpha[0]).toBeLessThan(got.alpha);
    expect(got.intervals.cohen).toBeNull();
  });

  it('tells every faulty line', () => {
    const faulty = 'unit,coder,value\n1,a,2\n1,a,3\n2,a,x\n2,b\n,b,1\n3,a,-1';
    expect(tool(['agreement', '--level', 'ratio'], faulty)).toEqual({
      lines: [],
      status: 1,
      stderr: [
        'line 3: unit 1 by coder a stands on line 2 already',
        'line 4: "x" is not a number, which level ratio needs',
        'line 5: has 2 values where the header has 3',
        'line 6: has no unit',
        'line 7: A ratio scale has no values below zero.',
        '',
      ].join('\n'),
    });
    expect(tool(['agreement'], 'unit,value\n').stderr).toBe('line 1: the header must be unit,coder,value\n');
    expect(tool(['agreement', '--level', 'high'], csv).stderr).toContain('--level must be one of');
    expect(tool(['agreement'], 'unit,coder,value\n1,a,x\n').lines[0].reasons.percent).toContain('one coder');
  });
});
