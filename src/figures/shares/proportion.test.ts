import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zOf } from './normal.ts';
import { correctedSize, type ProportionInput, proportion, wilson } from './proportion.ts';
import { type StratumShare, weightedProportion } from './weighted.ts';

const of = (input: ProportionInput) => {
  const got = proportion(input);
  if (!got.ok) throw new Error(got.error.reason);
  return got.value;
};
const weighted = (strata: readonly StratumShare[], level?: number) => {
  const got = weightedProportion(strata, level);
  if (!got.ok) throw new Error(got.error.reason);
  return got.value;
};
const near = (interval: readonly number[] | null, low: number, high: number, digits = 4) => {
  expect(interval?.[0]).toBeCloseTo(low, digits);
  expect(interval?.[1]).toBeCloseTo(high, digits);
};

describe('zOf', () => {
  it('gives the quantiles of the tables', () => {
    expect(zOf(0.95)).toBeCloseTo(1.959963984540054, 14);
    expect(zOf(0.99)).toBeCloseTo(2.575829303548901, 14);
    expect(zOf(0.9)).toBeCloseTo(1.6448536269514722, 14);
  });
});

describe('proportion', () => {
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('agrees with Newcombe 1998, table I: %i of %i', (x, n, low, high) => {
    near(of({ x, n }).interval, low, high);
  });

  it('takes the population into account, as the study does', () => {
    near(of({ x: 34, n: 98, N: 290 }).interval, 0.275, 0.427, 3);
    near(of({ x: 34, n: 98 }).interval, 0.26, 0.445, 3);
    // A subset keeps the wave's own fraction.
    const subset = of({ x: 17, n: 49, N: 290, interviewed: 98 });
    expect(subset.interval).toEqual(wilson(17 / 49, (49 * 289) / 192, zOf(0.95)));
    expect(subset.interval).not.toEqual(of({ x: 17, n: 49, N: 290 }).interval);
  });

  it('leaves nothing to chance where all were asked', () => {
    expect(of({ x: 3, n: 10, N: 10 })).toMatchObject({ estimate: 0.3, interval: [0.3, 0.3] });
    expect(correctedSize(10, 10, 10)).toBe(Number.POSITIVE_INFINITY);
  });

  it('has no value for nobody, and refuses what cannot be', () => {
    expect(of({ x: 0, n: 0 })).toMatchObject({ estimate: null, interval: null });
    const refused: readonly ProportionInput[] = [
      { x: 5, n: 4 },
      { x: -1, n: 4 },
      { x: 0.5, n: 4 },
      { x: 1, n: 4, N: 3 },
      { x: 1, n: 4, N: 9, interviewed: 3 },
      { x: 1, n: 4, interviewed: 4 },
      { x: 1, n: 4, level: 1 },
    ];
    for (const input of refused) expect(proportion(input).ok).toBe(false);
  });

  it('holds the share, lies within 0 to 1, mirrors, and narrows with n, N and a lower level', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), fc.nat(500), (n, seen, unseen) => {
        const x = seen % (n + 1);
        const [low, high] = of({ x, n }).interval ?? [1, 0];
        expect(low >= 0 && high <= 1).toBe(true);
        expect(low <= x / n && x / n <= high).toBe(true);
        near(of({ x: n - x, n }).interval, 1 - high, 1 - low, 10);
        const width = (input: ProportionInput) => {
          const [from, to] = of(input).interval ?? [0, 9];
          return to - from;
        };
        expect(width({ x, n, N: n + unseen + 1 })).toBeLessThanOrEqual(high - low + 1e-12);
        expect(width({ x: 2 * x, n: 2 * n })).toBeLessThan(high - low);
        expect(width({ x, n, level: 0.9 })).toBeLessThan(high - low);
      }),
    );
  });
});

describe('weightedProportion', () => {
  it('weighs by stratum: worked by hand', () => {
    // W = 0.2 and 0.8; p = 0.2·0.5 + 0.8·0.25 = 0.3.
    const got = weighted([
      { N: 40, n: 20, x: 10 },
      { N: 160, n: 40, x: 10 },
    ]);
    expect(got.estimate).toBeCloseTo(0.3, 12);
    const v = (0.2 ** 2 * 0.5 * 0.25) / 19 + (0.8 ** 2 * 0.75 * 0.1875) / 39;
    expect(got.size).toBeCloseTo(0.21 / v, 9);
    expect(got.interval).toEqual(wilson(got.estimate ?? 0, got.size ?? 0, zOf(0.95)));
    expect(got.unweighted.estimate).toBeCloseTo(1 / 3, 12);
    expect(got.unweighted.interval).toEqual(of({ x: 20, n: 60, N: 200 }).interval);
  });

  it('falls back on the weights where the variance cannot be had', () => {
    const none = weighted([
      { N: 40, n: 20, x: 0 },
      { N: 160, n: 40, x: 0 },
    ]);
    // Weights 2 (20 times) and 4 (40 times): mean 10/3, variance 8/9, cv² 0.08.
    expect(none.size).toBeCloseTo((60 * 199) / 140 / 1.08, 9);
    expect(none.interval?.[0]).toBe(0);
    const lone = weighted([
      { N: 40, n: 1, x: 1 },
      { N: 160, n: 40, x: 10 },
    ]);
    expect(lone.method).toContain('cv²');
  });

  it('takes a subset by the weights of the whole wave', () => {
    const got = weighted([
      { N: 40, interviewed: 20, n: 5, x: 5 },
      { N: 160, interviewed: 40, n: 5, x: 0 },
      { N: 10, interviewed: 2, n: 0, x: 0 },
    ]);
    expect(got.estimate).toBeCloseTo((5 * 2) / (5 * 2 + 5 * 4), 12);
  });

  it('is the share itself where all were asked, and refuses a stratum without interviews', () => {
    expect(weighted([{ N: 4, n: 4, x: 1 }])).toMatchObject({
      estimate: 0.25,
      interval: [0.25, 0.25],
      size: null,
    });
    expect(weightedProportion([{ N: 4, n: 0, x: 0 }]).ok).toBe(false);
    expect(weightedProportion([]).ok).toBe(false);
    expect(weighted([{ N: 4, interviewed: 2, n: 0, x: 0 }]).estimate).toBeNull();
  });

  it('gives the unweighted share where the sample is spread as the population is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 2, max: 40 }), fc.nat(40)), { minLength: 1, maxLength: 5 }),
        (strata) => {
          const got = weighted(strata.map(([n, seen]) => ({ N: 3 * n, n, x: seen % (n + 1) })));
          expect(got.estimate).toBeCloseTo(got.unweighted.estimate ?? 0, 12);
          const [low, high] = got.interval ?? [1, 0];
          expect(low >= 0 && high <= 1 && low <= high).toBe(true);
        },
      ),
    );
  });
});
