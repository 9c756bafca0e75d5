import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../study/result.ts';
import { difference, leastVisibleDifference } from './difference.ts';
import type { Estimate } from './estimate.ts';
import { holm } from './holm.ts';
import type { BadInput } from './input.ts';
import { mcnemarExact, paired } from './paired.ts';
import { permutation } from './permutation.ts';

const value = <Value>(result: Result<Value, BadInput>): Value => {
  if (!result.ok) throw new Error(result.error.reason);
  return result.value;
};
const near = ({ interval }: Estimate, low: number, high: number, digits = 4) => {
  expect(interval?.[0]).toBeCloseTo(low, digits);
  expect(interval?.[1]).toBeCloseTo(high, digits);
};

describe('difference of independent shares', () => {
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('agrees with Newcombe 1998, table II: %i/%i - %i/%i', (x1, n1, x2, n2, low, high) => {
    near(value(difference({ x1, n1, x2, n2 })), low, high);
  });

  it('turns round with its groups', () => {
    const share = fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.nat(60))
      .map(([n, seen]) => ({ n, x: seen % (n + 1) }));
    fc.assert(
      fc.property(share, share, (a, b) => {
        const one = value(difference({ x1: a.x, n1: a.n, x2: b.x, n2: b.n }));
        const other = value(difference({ x1: b.x, n1: b.n, x2: a.x, n2: a.n }));
        near(other, -(one.interval?.[1] ?? 9), -(one.interval?.[0] ?? 9), 10);
        expect(other.p).toBeCloseTo(one.p ?? 9, 10);
      }),
    );
  });

  it('says what could be seen at all', () => {
    expect(leastVisibleDifference(100, 100)).toBeCloseTo(0.1386, 4);
    expect(value(difference({ x1: 0, n1: 0, x2: 1, n2: 2 })).estimate).toBeNull();
    expect(difference({ x1: 3, n1: 2, x2: 1, n2: 2 }).ok).toBe(false);
  });
});

describe('paired', () => {
  it('agrees with published analyses', () => {
    // Airway hyper-responsiveness before and after transplantation (Bentur 2009; Fagerland, Lydersen & Laake 2013, 2014).
    const bentur = value(
      paired([
        [1, 1],
        [7, 12],
      ]),
    );
    expect(bentur.estimate).toBeCloseTo(-0.2857, 4);
    near(bentur, -0.507, -0.026, 3);
    expect(bentur.p).toBeCloseTo(0.0703, 4);
    // Complete response before and after consolidation (Cavo 2012), as the R package contingencytables prints it.
    near(
      value(
        paired([
          [59, 6],
          [16, 80],
        ]),
      ),
      -0.1186,
      -0.0046,
    );
  });

  it('holds its estimate, turns round with its questions, and is square to a table without change', () => {
    const cell = fc.nat(30);
    fc.assert(
      fc.property(cell, cell, cell, cell, (a, b, c, d) => {
        fc.pre(a + b + c + d > 0);
        const one = value(
          paired([
            [a, b],
            [c, d],
          ]),
        );
        const [low, high] = one.interval ?? [1, 0];
        expect(low <= (one.estimate ?? 9) + 1e-12 && (one.estimate ?? -9) <= high + 1e-12).toBe(true);
        expect(low >= -1 && high <= 1).toBe(true);
        near(
          value(
            paired([
              [a, c],
              [b, d],
            ]),
          ),
          -high,
          -low,
          10,
        );
      }),
    );
    expect(
      value(
        paired([
          [5, 0],
          [0, 5],
        ]),
      ),
    ).toMatchObject({ estimate: 0, p: 1 });
    expect(
      value(
        paired([
          [0, 0],
          [0, 0],
        ]),
      ).estimate,
    ).toBeNull();
  });

  it('halves chance exactly', () => {
    expect(mcnemarExact(0, 5)).toBeCloseTo(2 / 32, 12);
    expect(mcnemarExact(1, 7)).toBeCloseTo((2 * 9) / 256, 12);
    expect(mcnemarExact(4, 4)).toBe(1);
    expect(mcnemarExact(0, 0)).toBe(1);
    expect(mcnemarExact(300, 1200)).toBeGreaterThan(0);
  });
});

describe('holm', () => {
  it('raises each p by its rank, never below the one before', () => {
    const wanted = [0.03, 0.06, 0.06, 0.02];
    for (const [at, p] of value(holm([0.01, 0.04, 0.03, 0.005])).entries())
      expect(p).toBeCloseTo(wanted[at] ?? 9, 12);
    expect(value(holm([0.6, null, 0.7]))).toEqual([1, null, 1]);
    expect(value(holm([]))).toEqual([]);
    expect(holm([1.2]).ok).toBe(false);
  });

  it('keeps the order, never lowers a p, and never passes Bonferroni', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (ps) => {
        const adjusted = value(holm(ps));
        for (const [i, p] of ps.entries()) {
          const mine = adjusted[i] ?? -1;
          expect(mine >= p && mine <= Math.min(1, p * ps.length)).toBe(true);
          for (const [j, other] of ps.entries())
            if (p < other) expect(mine).toBeLessThanOrEqual(adjusted[j] ?? -1);
        }
      }),
    );
  });
});

describe('permutation', () => {
  /** Survival of treated and untreated mice (Efron & Tibshirani 1993, table 2.1). */
  const TREATED = [94, 197, 16, 38, 99, 141, 23];
  const CONTROL = [52, 104, 146, 10, 51, 30, 40, 27, 46];

  it('comes near the exact p over all 11 440 deals of the mouse data', () => {
    const got = value(permutation({ groups: [TREATED, CONTROL], draws: 5000 }));
    expect(got.estimate).toBeCloseTo(30.63, 2);
    expect(Math.abs((got.p ?? 0) - 0.27832)).toBeLessThan(0.02);
    expect(value(permutation({ groups: [TREATED, CONTROL], draws: 5000 })).p).toBe(got.p);
    expect(value(permutation({ groups: [TREATED, CONTROL], draws: 5000, seed: 'b' })).p).not.toBe(got.p);
  });

  it('takes any number of groups, and is 1 where nothing differs', () => {
    expect(value(permutation({ groups: [[1, 1], [1], [1, 1]], draws: 50 }))).toMatchObject({
      estimate: null,
      p: 1,
    });
    const apart = value(
      permutation({
        groups: [
          [1, 2, 3],
          [11, 12, 13],
          [21, 22, 23],
        ],
        draws: 999,
      }),
    );
    expect(apart.p).toBeLessThan(0.02);
    expect(value(permutation({ groups: [[1], []] })).estimate).toBeNull();
    expect(permutation({ groups: [[1]] }).ok).toBe(false);
    expect(permutation({ groups: [[1], [Number.NaN]] }).ok).toBe(false);
  });
});
