import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '../../study/seeded.ts';
import { alpha, costOfUnits } from './alpha.ts';
import { interval, nominal, ordinal, ratio } from './distances.ts';
import { fleissKappa, observe, percentAgreement } from './many-coders.ts';
import { ratingsOf, tallyOf } from './ratings.ts';
import { REASONS } from './reasons.ts';
import { AGREEMENT_NAMES, type AgreementName, agreementOf } from './summary.ts';
import { lightKappa } from './two-coders.ts';
import { KRIPPENDORFF } from './worked-data.ts';

type Rows = readonly (readonly (string | null)[])[];
const figures = (rows: Rows) => {
  const ratings = ratingsOf(rows);
  return agreementOf(ratings, { distances: nominal(ratings.values) }).figures;
};
const expectSame = (rows: Rows, others: Rows) => {
  const before = figures(rows);
  const after = figures(others);
  for (const name of AGREEMENT_NAMES) {
    expect(after[name].reason).toBe(before[name].reason);
    if (before[name].value !== null) expect(after[name].value).toBeCloseTo(before[name].value, 10);
  }
};

const anyRows = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 12 }))
  .chain(([coders, units]) =>
    fc.array(fc.array(fc.constantFrom('a', 'b', 'c', null), { minLength: coders, maxLength: coders }), {
      minLength: units,
      maxLength: units,
    }),
  );

describe('agreement, invariants', () => {
  it('does not ask who is who, what the values are called, or in which order the units came', () => {
    fc.assert(
      fc.property(anyRows, fc.nat(), (rows, seed) => {
        const chance = seeded(seed);
        const coders = chance.shuffle((rows[0] ?? []).map((_, coder) => coder));
        const renamed = new Map(['a', 'b', 'c'].map((name, at) => [name, 'xyz'[at] ?? '']));
        expectSame(
          rows,
          rows.map((row) => coders.map((coder) => row[coder] ?? null)),
        );
        expectSame(
          rows,
          rows.map((row) => row.map((value) => (value === null ? null : (renamed.get(value) ?? '')))),
        );
        expectSame(rows, chance.shuffle(rows));
      }),
    );
  });

  it('is 1 where all agree and at least two values are used', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 2, maxLength: 30 }),
        fc.integer({ min: 2, max: 5 }),
        (values, coders) => {
          fc.pre(new Set(values).size > 1);
          const got = figures(values.map((value) => Array.from({ length: coders }, () => value)));
          for (const name of AGREEMENT_NAMES) {
            if (coders > 2 && (name === 'cohen' || name === 'scott')) continue;
            expect(got[name].value).toBeCloseTo(1, 12);
          }
        },
      ),
    );
  });

  it('is near 0 at random, whatever the shares', () => {
    const chance = seeded('random coders');
    for (const shares of [
      [1, 1],
      [8, 2],
      [5, 3, 2],
    ]) {
      const draw = () =>
        String(
          chance.weighted(
            shares.map((weight, value) => ({ weight, value })),
            ({ weight }) => weight,
          ).value,
        );
      const two = figures(Array.from({ length: 20_000 }, () => [draw(), draw()]));
      const three = figures(Array.from({ length: 20_000 }, () => [draw(), draw(), draw()]));
      for (const name of ['cohen', 'light', 'scott', 'fleiss', 'alpha'] as const) {
        expect(Math.abs(two[name].value ?? 0)).toBeLessThan(0.03);
        expect(Math.abs((name === 'cohen' || name === 'scott' ? 0 : three[name].value) ?? 1)).toBeLessThan(
          0.03,
        );
      }
    }
  });

  it('is the same whether units rated alike are counted one by one or at once', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const ratings = ratingsOf(rows);
        const distances = nominal(ratings.values);
        const tally = tallyOf(ratings);
        const observed = observe(tally);
        const got = agreementOf(ratings, { distances }).figures;
        const plain = [
          alpha(tally, distances),
          fleissKappa(observed),
          percentAgreement(observed),
          lightKappa(ratings),
        ];
        for (const [at, name] of (['alpha', 'fleiss', 'percent', 'light'] as const).entries()) {
          expect(got[name].reason).toBe(plain[at]?.reason);
          expect(got[name].value ?? 9).toBeCloseTo(plain[at]?.value ?? 9, 12);
        }
      }),
    );
  });

  it('never exceeds 1, and stays a number', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const { value, reason } of Object.values(figures(rows))) {
          if (value === null) expect(reason).toMatch(/\.$/);
          else expect(Number.isFinite(value) && value <= 1 + 1e-12).toBe(true);
        }
      }),
    );
  });

  it('counts a unit twice as it would count two like it', () => {
    const tally = tallyOf(ratingsOf(KRIPPENDORFF));
    const doubled = tallyOf(ratingsOf([...KRIPPENDORFF, ...KRIPPENDORFF.slice(0, 3)]));
    const distances = nominal([1, 2, 3, 4, 5]);
    const weights = KRIPPENDORFF.map((_, unit) => (unit < 3 ? 2 : 1));
    expect(alpha(tally, distances, weights).value).toBeCloseTo(alpha(doubled, distances).value ?? 0, 12);
  });
});

describe('agreement, edges', () => {
  const reasons = (rows: Rows) =>
    Object.fromEntries(Object.entries(figures(rows)).map(([name, { reason }]) => [name, reason])) as Record<
      AgreementName,
      string | undefined
    >;

  it('says why there is no figure', () => {
    expect(new Set(Object.values(reasons([['a'], ['b']])))).toEqual(new Set([REASONS.oneCoder]));
    expect(new Set(Object.values(reasons([])))).toEqual(new Set([REASONS.oneCoder]));
    expect(
      new Set(
        Object.values(
          reasons([
            ['a', null],
            [null, 'b'],
          ]),
        ),
      ),
    ).toEqual(new Set([REASONS.nothingShared]));
    const { percent, ...beyondChance } = reasons([
      ['a', 'a'],
      ['a', 'a'],
    ]);
    expect(percent).toBeUndefined();
    expect(new Set(Object.values(beyondChance))).toEqual(new Set([REASONS.oneCategory]));
    const three = reasons([
      ['a', 'a', 'b'],
      ['b', 'a', 'b'],
    ]);
    expect(three).toMatchObject({ cohen: REASONS.moreThanTwo, scott: REASONS.moreThanTwo, light: undefined });
    expect(
      reasons([
        ['a', 'a', 'a'],
        ['b', 'b', null],
      ]),
    ).toMatchObject({ light: REASONS.pairWithout, alpha: undefined });
  });

  it('keeps what lies below chance below zero', () => {
    const opposed = figures([
      ['a', 'b'],
      ['b', 'a'],
      ['a', 'b'],
      ['b', 'a'],
    ]);
    expect(opposed.cohen.value).toBe(-1);
    expect(opposed.alpha.value).toBeLessThan(0);
  });

  it('takes zeros at the ratio level, and one place of the scale for no variation', () => {
    const zeros = ratingsOf(
      [
        [0, 0],
        [0, 3],
        [3, 3],
      ],
      (value) => value,
      (a, b) => a - b,
    );
    expect(alpha(tallyOf(zeros), ratio(zeros.values)).value).toBeTypeOf('number');
    const one = ratingsOf([
      ['a', 'b'],
      ['b', 'a'],
    ]);
    expect(alpha(tallyOf(one), interval([2, 2])).reason).toBe(REASONS.noDistance);
  });

  it('gives the ordinal distance no say where there are two values only', () => {
    const two = ratingsOf(
      [
        [1, 1],
        [2, 2],
        [1, 2],
        [2, 2],
      ],
      (value) => value,
      (a, b) => a - b,
    );
    const tally = tallyOf(two);
    expect(alpha(tally, ordinal).value).toBeCloseTo(alpha(tally, nominal(two.values)).value ?? 0, 12);
  });
});

describe('costOfUnits', () => {
  it('puts the dearest disagreement first', () => {
    const ratings = ratingsOf(
      [
        [1, 1],
        [1, 2],
        [1, 5],
        [5, null],
      ],
      (value) => value,
      (a, b) => a - b,
    );
    const costs = costOfUnits(tallyOf(ratings), interval(ratings.values));
    expect(costs.map(({ unit }) => unit)).toEqual([2, 1]);
    expect(costs[0]?.share).toBeCloseTo(16 / 17, 12);
  });
});
