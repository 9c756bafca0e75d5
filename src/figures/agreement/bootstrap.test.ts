import { describe, expect, it } from 'vitest';
import { bootstrap } from './bootstrap.ts';
import { nominal } from './distances.ts';
import { ratingsOf } from './ratings.ts';
import { REASONS } from './reasons.ts';
import { agreementIntervals, agreementOf, statisticsOf } from './summary.ts';
import { FLEISS, fromTable } from './worked-data.ts';

const percentOf = (table: readonly (readonly number[])[], draws = 2000, level = 0.95) => {
  const ratings = ratingsOf(fromTable(table));
  const { percent } = statisticsOf(ratings, { distances: nominal(ratings.values) });
  return bootstrap(ratings.units, percent, { seed: 'x', draws, level });
};

describe('bootstrap', () => {
  it('comes near the known interval of a share', () => {
    // 70 of 100 agree: the resampled share is binomial, 2.5 and 97.5 % at 0.61 and 0.79.
    const { interval } = percentOf([
      [35, 15],
      [15, 35],
    ]);
    expect(interval?.[0]).toBeCloseTo(0.61, 1);
    expect(Math.abs((interval?.[0] ?? 0) - 0.61)).toBeLessThan(0.015);
    expect(Math.abs((interval?.[1] ?? 0) - 0.79)).toBeLessThan(0.015);
  });

  it('holds the figure, is the same for the same seed and wider at a higher level', () => {
    const ratings = ratingsOf(FLEISS);
    const options = { distances: nominal(ratings.values) };
    const { figures } = agreementOf(ratings, options);
    const intervals = agreementIntervals(ratings, options, { seed: 1, draws: 500 });
    expect(agreementIntervals(ratings, options, { seed: 1, draws: 500 })).toEqual(intervals);
    for (const name of ['percent', 'fleiss', 'alpha', 'ac1'] as const) {
      const [low, high] = intervals[name].interval ?? [1, 0];
      expect(low).toBeLessThan(figures[name].value ?? Number.NaN);
      expect(high).toBeGreaterThan(figures[name].value ?? Number.NaN);
    }
    const wide = agreementIntervals(ratings, options, { seed: 1, draws: 500, level: 0.99 }).alpha.interval;
    expect(wide?.[0]).toBeLessThan(intervals.alpha.interval?.[0] ?? 0);
  });

  it('gives no interval where there is no figure, or too often none', () => {
    const ratings = ratingsOf(
      fromTable([
        [20, 0],
        [0, 1],
      ]),
    );
    const { alpha } = statisticsOf(ratings, { distances: nominal(ratings.values) });
    const rare = bootstrap(ratings.units, alpha, { seed: 1 });
    // One unit of 21 is left out of a draw about once in three.
    expect(rare).toMatchObject({ interval: null, reason: REASONS.tooManyEmptyDraws });
    expect(rare.emptyDraws).toBeGreaterThan(200);
    const one = ratingsOf([['a', 'a']]);
    const none = statisticsOf(one, { distances: nominal(one.values) }).alpha;
    expect(bootstrap(1, none, { seed: 1 })).toMatchObject({ interval: null, reason: REASONS.oneCategory });
  });
});
