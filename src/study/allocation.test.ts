import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FEWEST_EXPECTED,
  type Merge,
  mergeSizes,
  proposeDraw,
  type StratumSize,
  suggestMerge,
  type Wanted,
} from './allocation.ts';

/** The five strata of the study's frame of 290. */
const MUNICIPALITIES: readonly StratumSize[] = [
  { stratum: 'storstad', population: 41 },
  { stratum: 'förorter', population: 53 },
  { stratum: 'söder', population: 85 },
  { stratum: 'norr', population: 72 },
  { stratum: 'öster', population: 39 },
];
const draws = (sizes: readonly StratumSize[], wanted: Wanted) =>
  proposeDraw(sizes, wanted).map(({ draw }) => draw);
/** Every suggestion taken, one after the other. */
const allMerges = (sizes: readonly StratumSize[], wanted: Wanted): readonly Merge[] => {
  const merges: Merge[] = [];
  for (;;) {
    const next = suggestMerge(proposeDraw(mergeSizes(sizes, merges), wanted));
    if (next === null) return merges;
    merges.push(next);
  }
};
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('proposeDraw', () => {
  it('proposes about 180 of 290 for 100 interviews at 55 %, each stratum rounded up', () => {
    // 41/290 of 100 interviews is 14.1, which at 55 % takes 25.7 organisations, so 26; and so on.
    const drawn = draws(MUNICIPALITIES, { target: 100, response: 55, allocation: 'proportional' });
    expect(drawn).toEqual([26, 34, 54, 46, 25]);
    expect(sum(drawn)).toBe(185);
  });

  it('expects the same of every stratum when equal, and shares out what a small one cannot give', () => {
    // 20 interviews each at 55 %: 36.4 organisations, so 37; the stratum of 39 can give that.
    expect(draws(MUNICIPALITIES, { target: 100, response: 55, allocation: 'equal' })).toEqual([
      37, 37, 37, 37, 37,
    ]);
    // 10 give 5; the other 15 interviews take 30 of the other.
    const uneven = [
      { stratum: 'a', population: 10 },
      { stratum: 'b', population: 50 },
    ];
    expect(draws(uneven, { target: 20, response: 50, allocation: 'equal' })).toEqual([10, 30]);
  });

  it('does not round up what comes out even', () => {
    const thirds = [1, 2, 3].map((n) => ({ stratum: String(n), population: 70 }));
    expect(draws(thirds, { target: 33, response: 55, allocation: 'equal' })).toEqual([20, 20, 20]);
  });

  it('draws everything where the frame is too small, and says what to expect of it', () => {
    const proposed = proposeDraw(MUNICIPALITIES, { target: 200, response: 50, allocation: 'proportional' });
    expect(sum(proposed.map(({ draw }) => draw))).toBe(290);
    expect(sum(proposed.map(({ expected }) => expected))).toBe(145);
  });

  const frames = fc
    .array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 })
    .map((populations) => populations.map((population, index) => ({ stratum: String(index), population })));
  const wantedOf = fc.record({
    target: fc.integer({ min: 1, max: 500 }),
    response: fc.integer({ min: 1, max: 100 }),
    allocation: fc.constantFrom('proportional' as const, 'equal' as const),
  });

  it('reaches the target with less than one to spare in each stratum, or takes the whole frame', () => {
    fc.assert(
      fc.property(frames, wantedOf, (sizes, wanted) => {
        const proposed = proposeDraw(sizes, wanted);
        for (const { draw, population } of proposed) {
          expect(draw).toBeGreaterThanOrEqual(0);
          expect(draw).toBeLessThanOrEqual(population);
        }
        const drawn = sum(proposed.map(({ draw }) => draw));
        const needed = (wanted.target * 100) / wanted.response;
        const all = sum(sizes.map(({ population }) => population));
        expect(drawn).toBeGreaterThanOrEqual(Math.min(needed, all) - 1e-6);
        expect(drawn).toBeLessThan(needed + sizes.length + 1e-6);
      }),
    );
  });

  it('leaves no stratum under the fewest after the merges, unless one is all there is', () => {
    fc.assert(
      fc.property(frames, wantedOf, (sizes, wanted) => {
        const merged = mergeSizes(sizes, allMerges(sizes, wanted));
        const proposed = proposeDraw(merged, wanted);
        expect(proposed.length === 1 || proposed.every(({ expected }) => expected >= FEWEST_EXPECTED)).toBe(
          true,
        );
        expect(merged.flatMap(({ parts }) => parts).toSorted()).toEqual(
          sizes.map(({ stratum }) => stratum).toSorted(),
        );
        expect(sum(merged.map(({ population }) => population))).toBe(
          sum(sizes.map(({ population }) => population)),
        );
      }),
    );
  });
});

describe('suggestMerge', () => {
  it('leaves strata that expect enough, and merges the least with the next', () => {
    const wanted: Wanted = { target: 100, response: 55, allocation: 'proportional' };
    expect(allMerges(MUNICIPALITIES, wanted)).toEqual([]);
    // Of 60 interviews the east expects 8.25 and the cities 8.8.
    const fewer: Wanted = { ...wanted, target: 60 };
    expect(allMerges(MUNICIPALITIES, fewer)).toEqual([['öster', 'storstad']]);
    expect(mergeSizes(MUNICIPALITIES, allMerges(MUNICIPALITIES, fewer))[0]).toEqual({
      stratum: 'storstad / öster',
      population: 80,
      parts: ['storstad', 'öster'],
    });
  });
});
