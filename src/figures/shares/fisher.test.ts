import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../study/result.ts';
import type { Estimate } from './estimate.ts';
import { fisher, fisherTwoSided } from './fisher.ts';
import type { BadInput, Table } from './input.ts';

const value = <Value>(result: Result<Value, BadInput>): Value => {
  if (!result.ok) throw new Error(result.error.reason);
  return result.value;
};
const near = ({ interval }: Estimate, low: number, high: number, digits = 4) => {
  expect(interval?.[0]).toBeCloseTo(low, digits);
  expect(interval?.[1]).toBeCloseTo(high, digits);
};

describe('fisher', () => {
  it('agrees with R on the lady tasting tea (Agresti, p. 61)', () => {
    const tea = value(
      fisher([
        [3, 1],
        [1, 3],
      ]),
    );
    expect(tea.p).toBeCloseTo(0.4857, 4);
    expect(tea.estimate).toBeCloseTo(6.4083, 3);
    // R prints 621.93 for the upper end, where its root finder stops early; scipy gives 626.24.
    expect(tea.interval?.[0]).toBeCloseTo(0.2117, 3);
    expect(tea.interval?.[1]).toBeCloseTo(626.2435, 3);
    // Half the level outside on one side: what R gives for a one-sided test at 0.95.
    expect(
      value(
        fisher(
          [
            [3, 1],
            [1, 3],
          ],
          0.9,
        ),
      ).interval?.[0],
    ).toBeCloseTo(0.3136, 3);
  });

  it("agrees with R on Fisher's convicted twins", () => {
    const twins = value(
      fisher([
        [2, 10],
        [15, 3],
      ]),
    );
    expect(twins.p).toBeCloseTo(0.0005367, 7);
    expect(twins.estimate).toBeCloseTo(0.04694, 4);
    near(twins, 0.003317, 0.36319, 4);
  });

  it('agrees with R on job satisfaction, four by four (Agresti, p. 57)', () => {
    const job = [
      [1, 2, 1, 0],
      [3, 3, 6, 1],
      [10, 10, 14, 9],
      [6, 7, 12, 11],
    ];
    const got = value(fisher(job));
    expect(got.method).toContain('draws');
    expect(Math.abs((got.p ?? 0) - 0.7827)).toBeLessThan(0.01);
    expect(value(fisher(job)).p).toBe(got.p);
  });

  it('equals dealing every order, for tables of any shape', () => {
    const cell = fc.nat(2);
    const table = fc.constantFrom([2, 2], [2, 3], [3, 2]).chain(([rows = 2, columns = 2]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
    fc.assert(
      fc.property(table, (cells) => {
        const total = cells.flat().reduce((so, each) => so + each, 0);
        fc.pre(total > 0 && total <= 7);
        expect(value(fisher(cells)).p).toBeCloseTo(byEveryOrder(cells), 9);
      }),
      { numRuns: 60 },
    );
  });

  it('says where there is no odds ratio', () => {
    expect(
      value(
        fisher([
          [0, 0],
          [3, 4],
        ]),
      ),
    ).toMatchObject({ estimate: null, interval: null, p: 1 });
    const endless = value(
      fisher([
        [5, 0],
        [1, 4],
      ]),
    );
    expect(endless.estimate).toBe(Number.POSITIVE_INFINITY);
    expect(endless.reason).toContain('endless');
    expect(
      value(
        fisher([
          [0, 5],
          [4, 1],
        ]),
      ).estimate,
    ).toBe(0);
    expect(fisher([[1, 2], [3]]).ok).toBe(false);
    expect(fisher([[1, 2]]).ok).toBe(false);
    expect(fisherTwoSided(0, 0, 0, 0)).toBe(1);
  });
});

/** Deals the column of each case in every order, and compares how likely the tables come out. */
const byEveryOrder = (cells: Table): number => {
  const rowOf = cells.flatMap((row, at) => row.flatMap((count) => Array.from({ length: count }, () => at)));
  const columnOf = cells.flatMap((row) =>
    row.flatMap((count, at) => Array.from({ length: count }, () => at)),
  );
  const seen = new Map<string, number>();
  const used = columnOf.map(() => false);
  const table = cells.map((row) => row.map(() => 0));
  const key = () => JSON.stringify(table);
  const deal = (at: number): void => {
    if (at === rowOf.length) {
      seen.set(key(), (seen.get(key()) ?? 0) + 1);
      return;
    }
    for (const [place, column] of columnOf.entries()) {
      const row = table[rowOf[at] ?? 0];
      if (used[place] === true || row === undefined) continue;
      used[place] = true;
      row[column] = (row[column] ?? 0) + 1;
      deal(at + 1);
      row[column] = (row[column] ?? 0) - 1;
      used[place] = false;
    }
  };
  deal(0);
  const here = seen.get(JSON.stringify(cells)) ?? 0;
  const all = [...seen.values()];
  const sum = (counts: readonly number[]) => counts.reduce((so, count) => so + count, 0);
  return sum(all.filter((count) => count <= here)) / sum(all);
};
