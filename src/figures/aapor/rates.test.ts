import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNT_NAMES, type DispositionCounts, readCounts } from './counts.ts';
import { outcomeRates, RATE_NAMES, type RateName, rateValues } from './rates.ts';

const none: DispositionCounts = { I: 0, P: 0, R: 0, NC: 0, O: 0, UH: 0, UO: 0, NE: 0 };
const values = (counts: DispositionCounts, names: readonly RateName[] = RATE_NAMES) => {
  const rates = outcomeRates(counts);
  return names.map((name) => rates[name].value);
};
const near = (given: readonly (number | null)[], wanted: readonly number[], digits: number) => {
  expect(given).toHaveLength(wanted.length);
  for (const [index, value] of wanted.entries()) expect(given[index]).toBeCloseTo(value, digits);
};
const RR: readonly RateName[] = ['RR1', 'RR2', 'RR3', 'RR4', 'RR5', 'RR6'];

describe('outcomeRates, worked examples', () => {
  it('agrees with the README of ropensci/outcomerate', () => {
    const counts = { I: 4, P: 2, R: 1, NC: 1, O: 1, UH: 1, UO: 1, NE: 1 };
    expect(outcomeRates(counts).e.value).toBeCloseTo(0.9, 12);
    near(
      values(counts),
      [
        0.364, 0.545, 0.37, 0.556, 0.444, 0.667, 0.5, 0.75, 0.571, 0.857, 0.091, 0.093, 0.111, 0.727, 0.741,
        0.889,
      ],
      3,
    );
  });

  it('agrees with the tests of ropensci/outcomerate, where e is given', () => {
    const counts = { I: 5, P: 3, R: 2, NC: 1, O: 2, UH: 1, UO: 1, NE: 0, e: 0.5 };
    near(
      values(counts),
      [
        1 / 3,
        8 / 15,
        5 / 14,
        4 / 7,
        5 / 13,
        8 / 13,
        5 / 12,
        2 / 3,
        1 / 2,
        4 / 5,
        2 / 15,
        1 / 7,
        2 / 13,
        4 / 5,
        6 / 7,
        12 / 13,
      ],
      12,
    );
  });

  it('agrees with our own hundred cases', () => {
    const counts = { I: 62, P: 4, R: 9, NC: 8, O: 3, UH: 6, UO: 2, NE: 6 };
    near([outcomeRates(counts).e.value], [0.9348], 4);
    near(values(counts, RR), [0.6596, 0.7021, 0.6633, 0.706, 0.7209, 0.7674], 4);
  });
});

describe('outcomeRates, edges', () => {
  it('has no value where nothing is divided by nothing', () => {
    expect(new Set(Object.values(rateValues(outcomeRates(none))))).toEqual(new Set([null]));
    expect(values({ ...none, NC: 5 }, ['RR1', 'COOP1', 'COOP3', 'CON1'])).toEqual([0, null, null, 0]);
  });

  it('asks for e only where somebody is unknown', () => {
    expect(outcomeRates({ ...none, UH: 3 }).RR3).toMatchObject({ denominator: null, value: null });
    expect(outcomeRates({ ...none, UH: 3, e: 1 }).RR3.value).toBe(0);
    expect(outcomeRates({ ...none, I: 2, NC: 2 }).RR3.value).toBe(0.5);
  });

  it('shows formula, numerator and denominator', () => {
    expect(outcomeRates({ ...none, I: 3, P: 1, NC: 4, UH: 2, NE: 1, e: 0.5 }).RR4).toEqual({
      formula: '(I + P) / (I + P + R + NC + O + e(UH + UO))',
      numerator: 4,
      denominator: 9,
      value: 4 / 9,
    });
  });
});

const anyCounts = fc.record(
  Object.fromEntries(COUNT_NAMES.map((name) => [name, fc.nat({ max: 500 })])),
) as fc.Arbitrary<DispositionCounts>;

describe('outcomeRates, invariants', () => {
  it('keeps every rate between 0 and 1, and in order', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const { RR1, RR2, RR3, RR5, RR6, ...rest } = rateValues(outcomeRates(counts));
        for (const value of [RR1, RR2, RR3, RR5, RR6, ...Object.values(rest)]) {
          if (value !== null && value !== undefined) expect(value >= 0 && value <= 1).toBe(true);
        }
        const order = [RR1, RR3, RR5].filter((value) => typeof value === 'number');
        expect(order.every((value, index) => index === 0 || value >= (order[index - 1] ?? 0) - 1e-12)).toBe(
          true,
        );
        if (typeof RR2 === 'number' && typeof RR6 === 'number') expect(RR2).toBeLessThanOrEqual(RR6);
      }),
    );
  });

  it('never counts the ineligible but through e', () => {
    fc.assert(
      fc.property(anyCounts, fc.nat(), (counts, NE) => {
        expect(rateValues(outcomeRates({ ...counts, NE, e: 0.5 }))).toEqual(
          rateValues(outcomeRates({ ...counts, e: 0.5 })),
        );
      }),
    );
  });
});

describe('readCounts', () => {
  it('refuses what would be a wrong count unseen', () => {
    const reason = (value: unknown) => {
      const read = readCounts(value);
      return read.ok ? 'read' : read.error.reason;
    };
    expect(reason(none)).toBe('read');
    expect(reason({ ...none, e: null })).toBe('read');
    const { UH: _, ...without } = none;
    expect(reason(without)).toBe('"UH" is missing');
    expect(reason({ ...none, I: -1 })).toContain('"I"');
    expect(reason({ ...none, I: '4' })).toContain('"I"');
    expect(reason({ ...none, E: 1 })).toContain('"E"');
    expect(reason({ ...none, e: 1.2 })).toContain('"e"');
    expect(reason([none])).toContain('object');
  });
});
