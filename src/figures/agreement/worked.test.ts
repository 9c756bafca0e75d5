import { describe, expect, it } from 'vitest';
import { alpha } from './alpha.ts';
import { interval, nominal, ordinal, ratio } from './distances.ts';
import { fleissByValue, observe } from './many-coders.ts';
import { ratingsOf, tallyOf } from './ratings.ts';
import { agreementOf } from './summary.ts';
import { cohenMaximum, cohenStandardError, confusionOf } from './two-coders.ts';
import { FLEISS, fromStrings, fromTable, KRIPPENDORFF } from './worked-data.ts';

type Rows = readonly (readonly (number | string | null)[])[];
const byNumber = (rows: readonly (readonly (number | null)[])[]) =>
  ratingsOf(
    rows,
    (value) => value,
    (a, b) => a - b,
  );
const figures = (rows: Rows, scheme?: number) => {
  const ratings = ratingsOf<number | string>(rows);
  const options = { distances: nominal(ratings.values) };
  const { figures: all } = agreementOf(ratings, scheme === undefined ? options : { ...options, scheme });
  return Object.fromEntries(Object.entries(all).map(([name, { value }]) => [name, value ?? Number.NaN]));
};
const pair = (table: readonly (readonly number[])[]) => confusionOf(byNumber(fromTable(table)), 0, 1);

describe('Krippendorff 2011, 4 coders and 12 units', () => {
  it('gives the published alphas at each level', () => {
    const ratings = byNumber(KRIPPENDORFF);
    const tally = tallyOf(ratings);
    const at = (distances: Parameters<typeof alpha>[1]) => alpha(tally, distances).value;
    expect(at(nominal(ratings.values))).toBeCloseTo(0.743421, 6);
    expect(at(ordinal)).toBeCloseTo(0.815388, 6);
    expect(at(interval(ratings.values))).toBeCloseTo(0.849107, 6);
    expect(at(ratio(ratings.values))).toBeCloseTo(0.797403, 6);
    expect(agreementOf(ratings, { distances: ordinal })).toMatchObject({
      coders: 4,
      units: 11,
      pairable: 40,
    });
  });

  it('gives what irrCAC gives for the same data', () => {
    const { percent, fleiss, ac1, brennanPrediger } = figures(KRIPPENDORFF);
    expect(percent).toBeCloseTo(0.818182, 6);
    expect(fleiss).toBeCloseTo(0.761169, 6);
    expect(ac1).toBeCloseTo(0.775444, 6);
    expect(brennanPrediger).toBeCloseTo(0.772727, 6);
  });
});

describe('Fleiss 1971, 30 patients and 6 psychiatrists', () => {
  it('gives kappa with its parts', () => {
    const { percent, fleiss, alpha: krippendorff, ac1 } = figures(FLEISS);
    expect(percent).toBeCloseTo(0.555556, 6);
    expect(fleiss).toBeCloseTo(0.430245, 6);
    expect(krippendorff).toBeCloseTo(0.43341, 5);
    expect(ac1).toBeCloseTo(0.44788, 5);
    const { shares } = observe(tallyOf(byNumber(FLEISS)));
    expect(shares.reduce((so, share) => so + share ** 2, 0)).toBeCloseTo(0.219938, 6);
  });

  it('gives kappa for each diagnosis', () => {
    const each = fleissByValue(tallyOf(byNumber(FLEISS)));
    const computed = [0.2448, 0.2448, 0.52, 0.4711, 0.5661];
    // The paper rounds its shares on the way and prints .248 .248 .517 .470 .565.
    const printed = [0.248, 0.248, 0.517, 0.47, 0.565];
    for (const [index, { value }] of each.entries()) {
      expect(value).toBeCloseTo(computed[index] ?? Number.NaN, 4);
      expect(Math.abs((value ?? Number.NaN) - (printed[index] ?? Number.NaN))).toBeLessThan(0.005);
    }
  });

  it('gives what irrCAC gives for the first fifteen', () => {
    const { fleiss, alpha: krippendorff, ac1, brennanPrediger } = figures(FLEISS.slice(0, 15));
    expect(fleiss).toBeCloseTo(0.4139265, 7);
    expect(krippendorff).toBeCloseTo(0.4204384, 7);
    expect(ac1).toBeCloseTo(0.4448007, 7);
    expect(brennanPrediger).toBeCloseTo(0.4388889, 7);
  });
});

describe('two coders', () => {
  const COHEN_45 = [
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ];
  const COHEN_37 = [
    [25, 12, 3],
    [13, 2, 15],
    [12, 16, 2],
  ];
  const ABSTRACTORS = [
    [13, 0, 0],
    [0, 20, 7],
    [0, 4, 56],
  ];

  it('agrees with Cohen 1960', () => {
    expect(figures(fromTable(COHEN_45))).toMatchObject({ percent: 0.7 });
    expect(figures(fromTable(COHEN_45)).cohen).toBeCloseTo(0.491525, 6);
    expect(cohenMaximum(pair(COHEN_45)).value).toBeCloseTo(0.83049, 4);
    const below = figures(fromTable(COHEN_37));
    expect(below.percent).toBeCloseTo(0.29, 12);
    expect(below.cohen).toBeCloseTo(-0.092308, 6);
    expect(below.ac1).toBeCloseTo(-0.04797, 6);
  });

  it('agrees with Gwet 2014 and irrCAC, standard error included', () => {
    const got = figures(fromTable(ABSTRACTORS));
    expect(got.percent).toBeCloseTo(0.89, 12);
    expect(got.cohen).toBeCloseTo(0.7964094, 7);
    expect(got.light).toBe(got.cohen);
    expect(got.scott).toBeCloseTo(0.7962397, 7);
    expect(got.fleiss).toBeCloseTo(0.7962397, 7);
    expect(got.ac1).toBeCloseTo(0.8493305, 7);
    expect(got.brennanPrediger).toBeCloseTo(0.835, 7);
    expect(got.alpha).toBeCloseTo(0.7972585, 7);
    expect(cohenStandardError(pair(ABSTRACTORS)).value).toBeCloseTo(0.05891072, 4);
  });

  it.each([
    [[118, 5], [2, 0], -0.0234, 0.9408, 0.888],
    [[40, 9], [6, 45], 0.6995, 0.7007, 0.7],
    [[80, 10], [5, 5], 0.3182, 0.808, 0.7],
  ])('shows the paradox of kappa in %j %j', (first, second, cohen, ac1, pabak) => {
    const got = figures(fromTable([first as number[], second as number[]]));
    expect(got.cohen).toBeCloseTo(cohen as number, 4);
    expect(got.ac1).toBeCloseTo(ac1 as number, 4);
    expect(got.brennanPrediger).toBeCloseTo(pabak as number, 4);
  });
});

describe('marks position by position', () => {
  it.each([
    ['001111111100001111110000', '000011110000000110000000'],
    [`${'1'.repeat(18)}${'0'.repeat(6)}`, `${'1'.repeat(10)}${'0'.repeat(14)}`],
  ])('agrees with Krippendorff 1995: %s', (first, second) => {
    const got = figures(fromStrings(first, second));
    expect(got.cohen).toBeCloseTo(0.384615, 6);
    expect(got.scott).toBeCloseTo(0.314286, 6);
    expect(got.alpha).toBeCloseTo(0.328571, 6);
  });

  it('agrees with the manuals of ATLAS.ti and NVivo, and with Cohen where QualCoder does not', () => {
    const atlas = figures(fromStrings('1100000000', '0110010100'));
    expect(atlas.percent).toBeCloseTo(0.6, 12);
    expect(atlas.cohen).toBeCloseTo(0.0909, 4);
    expect(atlas.alpha).toBeCloseTo(0.0952, 4);
    expect(
      figures(
        fromTable([
          [800, 75],
          [75, 50],
        ]),
      ).percent,
    ).toBeCloseTo(0.85, 12);
    // Both 50, the first alone 100, the second alone 50 of 1 000 characters. QualCoder prints 0.2131.
    expect(
      figures(
        fromTable([
          [800, 50],
          [100, 50],
        ]),
      ).cohen,
    ).toBeCloseTo(0.3182, 4);
  });
});
