import { type Figure, noFigure } from '../figure.ts';
import { alpha } from './alpha.ts';
import { type BootstrapInterval, type BootstrapOptions, bootstrapEach } from './bootstrap.ts';
import type { Distances } from './distances.ts';
import { byRow, distinctRows } from './distinct.ts';
import { brennanPrediger, fleissKappa, gwetAc1, observe, percentAgreement } from './many-coders.ts';
import { type Ratings, tallyOf, type Weights } from './ratings.ts';
import { REASONS } from './reasons.ts';
import { type Confusion, cohenKappa, confusionOf, lightKappa, scottPi } from './two-coders.ts';

export const AGREEMENT_NAMES = [
  'percent',
  'cohen',
  'light',
  'scott',
  'fleiss',
  'alpha',
  'ac1',
  'brennanPrediger',
] as const;
export type AgreementName = (typeof AGREEMENT_NAMES)[number];

export interface Agreement {
  readonly coders: number;
  /** Units that at least two coders rated. */
  readonly units: number;
  /** Ratings given to them. */
  readonly pairable: number;
  readonly figures: Readonly<Record<AgreementName, Figure>>;
}

export interface AgreementOptions {
  /** For alpha alone: the other figures know only same and different. */
  readonly distances: Distances;
  /** Size of the coding scheme where it is more than the values that occur; for ac1 and brennanPrediger. */
  readonly scheme?: number;
}

/** All figures of one set of ratings. */
export const agreementOf = (ratings: Ratings<unknown>, options: AgreementOptions): Agreement => {
  const shared = [...tallyOf(ratings).given].filter((given) => given >= 2);
  return {
    coders: ratings.coders,
    units: shared.length,
    pairable: shared.reduce((so, given) => so + given, 0),
    figures: forEachName(statisticsOf(ratings, options), (statistic) => statistic()),
  };
};

/** An interval for each figure; the same seed draws the same units for all of them. */
export const agreementIntervals = (
  ratings: Ratings<unknown>,
  options: AgreementOptions,
  draws: BootstrapOptions,
): Readonly<Record<AgreementName, BootstrapInterval>> =>
  bootstrapEach(ratings.units, statisticsOf(ratings, options), draws);

type Statistic = (weights?: Weights) => Figure;

/** Each figure as a function of how often each unit counts, so that a bootstrap of one does not pay for all. */
export const statisticsOf = (
  ratings: Ratings<unknown>,
  { distances, scheme }: AgreementOptions,
): Readonly<Record<AgreementName, Statistic>> => {
  const distinct = distinctRows(ratings);
  const rows = distinct.ratings;
  const tally = tallyOf(rows);
  const some =
    (statistic: (weights: Weights) => Figure): Statistic =>
    (weights) =>
      ratings.coders < 2 ? noFigure(REASONS.oneCoder) : statistic(byRow(distinct, weights));
  const two = (statistic: (confusion: Confusion) => Figure): Statistic =>
    some((weights) =>
      ratings.coders > 2 ? noFigure(REASONS.moreThanTwo) : statistic(confusionOf(rows, 0, 1, weights)),
    );
  return {
    percent: some((weights) => percentAgreement(observe(tally, weights))),
    cohen: two(cohenKappa),
    light: some((weights) => lightKappa(rows, weights)),
    scott: two(scottPi),
    fleiss: some((weights) => fleissKappa(observe(tally, weights))),
    alpha: some((weights) => alpha(tally, distances, weights)),
    ac1: some((weights) => gwetAc1(observe(tally, weights), scheme)),
    brennanPrediger: some((weights) => brennanPrediger(observe(tally, weights), scheme)),
  };
};

const forEachName = <From, To>(
  from: Readonly<Record<AgreementName, From>>,
  make: (from: From) => To,
): Readonly<Record<AgreementName, To>> => ({
  percent: make(from.percent),
  cohen: make(from.cohen),
  light: make(from.light),
  scott: make(from.scott),
  fleiss: make(from.fleiss),
  alpha: make(from.alpha),
  ac1: make(from.ac1),
  brennanPrediger: make(from.brennanPrediger),
});
