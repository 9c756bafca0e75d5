import quantile from '@stdlib/stats-base-dists-normal-quantile';

/** How many standard errors an interval of this level reaches to each side: 1.96 for 0.95. */
export const zOf = (level: number): number => quantile(1 - (1 - level) / 2, 0, 1);
