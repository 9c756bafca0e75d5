import { bootstrap } from '../agreement/bootstrap.ts';
import { figure, noFigure } from '../figure.ts';
import type { Estimate } from '../shares/estimate.ts';
import type { Column } from '../wave/wave-data.ts';

/**
 * How evenly answers are spread over their categories: the index of qualitative variation, 0 where all are the same, 1
 * where all categories are equally frequent, (1 - Σp²) · K/(K - 1) (Mueller & Schuessler 1961; Wilcox 1973).
 */
export const qualitativeVariation = (counts: readonly number[]): number | null => {
  const n = counts.reduce((so, count) => so + count, 0);
  const categories = counts.length;
  if (n === 0 || categories < 2) return null;
  const alike = counts.reduce((so, count) => so + (count / n) ** 2, 0);
  return ((1 - alike) * categories) / (categories - 1);
};

/** The spread of one judgement less that of another, both of the same interviews, with a seeded bootstrap interval. */
export const spreadDifference = (one: Column, other: Column, seed = 'spread'): Estimate => {
  const both = [...one.of.keys()].filter(
    (at) => (one.of[at] ?? 255) < one.categories.length && (other.of[at] ?? 255) < other.categories.length,
  );
  const spread = (column: Column, weights: Float64Array) => {
    const counts = column.categories.map(() => 0);
    for (const [unit, at] of both.entries()) {
      const category = column.of[at] ?? 0;
      counts[category] = (counts[category] ?? 0) + (weights[unit] ?? 0);
    }
    return qualitativeVariation(counts);
  };
  const statistic = (weights: Float64Array) => {
    const [first, second] = [spread(one, weights), spread(other, weights)];
    return first === null || second === null
      ? noFigure('There are no interviews in which both were judged.')
      : figure(first - second);
  };
  const whole = statistic(new Float64Array(both.length).fill(1));
  const { interval, reason } = bootstrap(both.length, statistic, { seed });
  return {
    estimate: whole.value,
    interval,
    method: 'difference of the index of qualitative variation; percentile bootstrap over interviews, seeded',
    source: 'Wilcox 1973, Western Political Quarterly 26:325; Efron & Tibshirani 1993',
    ...(whole.reason === undefined ? {} : { reason: whole.reason }),
    ...(interval === null && whole.reason === undefined ? { reason } : {}),
  };
};
