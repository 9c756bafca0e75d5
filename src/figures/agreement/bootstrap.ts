import { seeded } from '../../study/seeded.ts';
import type { Figure } from '../figure.ts';
import { REASONS } from './reasons.ts';

export interface BootstrapOptions {
  /** The same seed gives the same interval on every device. */
  readonly seed: string | number;
  /** 1 000 unless told: the ends then move by about a hundredth between seeds. */
  readonly draws?: number;
  readonly level?: number;
}

export type BootstrapInterval =
  | {
      readonly interval: readonly [low: number, high: number];
      readonly emptyDraws: number;
      readonly reason?: undefined;
    }
  | { readonly interval: null; readonly emptyDraws: number; readonly reason: string };

/**
 * Percentile interval (Efron & Tibshirani 1993, chapter 13): units are drawn with replacement, coders stay as they
 * are. Draws in which the figure is not defined are left out and counted; where they are more than one in twenty there
 * is no interval. Where all coders agree on every unit each draw is 1, and so is the interval: it then says nothing
 * on how many units there were, so the number of units stands beside it. All figures get the same draws, which spares
 * time and lets them be compared.
 */
export const bootstrapEach = <Name extends string>(
  units: number,
  statistics: Readonly<Record<Name, (weights: Float64Array) => Figure>>,
  { seed, draws = 1000, level = 0.95 }: BootstrapOptions,
): Readonly<Record<Name, BootstrapInterval>> => {
  const all: { name: Name; statistic: (weights: Float64Array) => Figure; values: number[] }[] = [];
  for (const name in statistics) all.push({ name, statistic: statistics[name], values: [] });
  const whole = new Float64Array(units).fill(1);
  const intervals: Partial<Record<Name, BootstrapInterval>> = {};
  const defined = all.filter(({ name, statistic }) => {
    const { reason } = statistic(whole);
    if (reason !== undefined) intervals[name] = { interval: null, emptyDraws: draws, reason };
    return reason === undefined;
  });
  const chance = seeded(seed);
  const weights = new Float64Array(units);
  for (let draw = 0; draw < draws && defined.length > 0; draw++) {
    weights.fill(0);
    for (let unit = 0; unit < units; unit++) {
      const drawn = chance.below(units);
      weights[drawn] = (weights[drawn] ?? 0) + 1;
    }
    for (const { statistic, values } of defined) {
      const { value } = statistic(weights);
      if (value !== null) values.push(value);
    }
  }
  for (const { name, values } of defined) intervals[name] = percentiles(values, draws, level);
  return intervals as Record<Name, BootstrapInterval>;
};

/** The same for one figure. */
export const bootstrap = (
  units: number,
  statistic: (weights: Float64Array) => Figure,
  options: BootstrapOptions,
): BootstrapInterval => bootstrapEach(units, { statistic }, options).statistic;

const percentiles = (values: number[], draws: number, level: number): BootstrapInterval => {
  const emptyDraws = draws - values.length;
  if (emptyDraws * 20 > draws) return { interval: null, emptyDraws, reason: REASONS.tooManyEmptyDraws };
  values.sort((a, b) => a - b);
  const outside = (1 - level) / 2;
  return { interval: [quantile(values, outside), quantile(values, 1 - outside)], emptyDraws };
};

/** Between the neighbours, linearly (Hyndman & Fan 1996, type 7). */
const quantile = (sorted: readonly number[], share: number): number => {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
};
