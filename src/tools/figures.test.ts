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
    const idle = tool(['agreement'], 'unit,coder,value\n1,a,x\n1,b,y\n1,c,\n2,a,y\n2,b,y\n').lines[0];
    expect(idle).toMatchObject({ coders: 2, cohen: 0, reasons: {} });
    expect(tool(['agreement'], 'unit,coder,value\n1,a,x\n').lines[0].reasons.percent).toContain('one coder');
  });
});

describe('tool stats', { timeout: 60_000 }, () => {
  it('prints estimate, interval, p, method and source for each kind', () => {
    const { lines, stderr, status } = tool(
      ['stats'],
      [
        '{"kind":"proportion","x":34,"n":98,"N":290,"level":0.95}',
        '{"kind":"paired","table":[[59,6],[16,80]]}',
        '{"kind":"fisher","table":[[3,1],[1,3]]}',
        '{"kind":"weighted","strata":[{"N":40,"n":20,"x":10},{"N":160,"n":40,"x":10}]}',
        '{"kind":"difference","x1":56,"n1":70,"x2":48,"n2":80}',
        '{"kind":"permutation","groups":[[1,2],[3,4]],"draws":10}',
        '{"kind":"holm","p":[0.01,0.04,null]}',
        '{"kind":"fisher","table":[[5,0],[1,4]]}',
      ].join('\n'),
    );
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(lines[0].interval.map((end: number) => end.toFixed(3))).toEqual(['0.275', '0.427']);
    expect(lines[1].p).toBeCloseTo(0.0525, 4);
    expect(lines[2]).toMatchObject({ method: expect.stringContaining('Fisher'), source: expect.any(String) });
    expect(lines[3]).toMatchObject({ unweighted: { estimate: 1 / 3 } });
    expect(lines[6].p).toEqual([0.02, 0.04, null]);
    expect(lines[7]).toMatchObject({ estimate: null, interval: [expect.any(Number), null] });
  });

  it('tells every line that asks what cannot be answered', () => {
    const asked = [
      '{"kind":"share"}',
      '{"kind":"proportion","x":5,"n":4}',
      '{"kind":"proportion","x":1,"n":4,"Level":0.9}',
      '{"kind":"paired","table":[[1,2],[3]]}',
      '{"kind":"weighted","strata":[{"N":1,"n":1}]}',
      '[1]',
    ];
    const { lines, stderr, status } = tool(['stats'], asked.join('\n'));
    expect({ lines, status }).toEqual({ lines: [], status: 1 });
    expect(stderr.trim().split('\n')).toEqual([
      'line 1: "kind" must be one of proportion, weighted, difference, paired, fisher, permutation, holm',
      'line 2: x is more than n',
      'line 3: "Level" is not known here',
      'line 4: the rows of the table differ in length',
      'line 5: "strata[0].x" is missing',
      'line 6: is not a JSON object',
    ]);
  });
});
