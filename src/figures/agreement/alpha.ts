import { type Figure, figure, noFigure } from '../figure.ts';
import type { Distances } from './distances.ts';
import { once, type Tally, type Weights } from './ratings.ts';
import { REASONS } from './reasons.ts';

/**
 * Krippendorff's alpha, 1 - observed/expected disagreement over the pairable values (Krippendorff 2011, "Computing
 * Krippendorff's Alpha-Reliability"). Any number of coders, missing values, any distance.
 */
export const alpha = (tally: Tally, distances: Distances, weights: Weights = once(tally.units)): Figure => {
  const { totals, pairable } = pairableTotals(tally, weights);
  if (pairable === 0) return noFigure(REASONS.nothingShared);
  let used = 0;
  for (const total of totals) if (total > 0) used++;
  if (used < 2) return noFigure(REASONS.oneCategory);
  const far = distances(totals);
  const expected = expectedDisagreement(totals, far) / (pairable - 1);
  if (expected === 0) return noFigure(REASONS.noDistance);
  return figure(1 - observedDisagreement(tally, weights, far) / expected);
};

const pairableTotals = (tally: Tally, weights: Weights) => {
  const totals = new Float64Array(tally.values);
  let pairable = 0;
  for (let unit = 0; unit < tally.units; unit++) {
    const weight = weights[unit] ?? 0;
    const given = tally.given[unit] ?? 0;
    if (weight === 0 || given < 2) continue;
    pairable += weight * given;
    const end = tally.starts[unit + 1] ?? 0;
    for (let at = tally.starts[unit] ?? 0; at < end; at++) {
      const value = tally.value[at] ?? 0;
      totals[value] = (totals[value] ?? 0) + weight * (tally.count[at] ?? 0);
    }
  }
  return { totals, pairable };
};

/** The distances between the pairs of one unit, shared among its ratings. */
const unitCost = (tally: Tally, unit: number, far: Float64Array): number => {
  const given = tally.given[unit] ?? 0;
  if (given < 2) return 0;
  const end = tally.starts[unit + 1] ?? 0;
  let within = 0;
  for (let a = tally.starts[unit] ?? 0; a < end; a++) {
    const row = (tally.value[a] ?? 0) * tally.values;
    for (let b = a + 1; b < end; b++) {
      within += (tally.count[a] ?? 0) * (tally.count[b] ?? 0) * (far[row + (tally.value[b] ?? 0)] ?? 0);
    }
  }
  return (2 * within) / (given - 1);
};

const observedDisagreement = (tally: Tally, weights: Weights, far: Float64Array): number => {
  let sum = 0;
  for (let unit = 0; unit < tally.units; unit++) {
    const weight = weights[unit] ?? 0;
    if (weight > 0) sum += weight * unitCost(tally, unit, far);
  }
  return sum;
};

const expectedDisagreement = (totals: Float64Array, far: Float64Array): number => {
  let sum = 0;
  for (let a = 0; a < totals.length; a++) {
    const here = totals[a] ?? 0;
    if (here === 0) continue;
    for (let b = a + 1; b < totals.length; b++) {
      sum += 2 * here * (totals[b] ?? 0) * (far[a * totals.length + b] ?? 0);
    }
  }
  return sum;
};

/**
 * The units by how much their coders' difference costs: the share of all observed disagreement that lies in each.
 * Only units that cost something, the dearest first.
 */
export const costOfUnits = (
  tally: Tally,
  distances: Distances,
): readonly { unit: number; share: number }[] => {
  const far = distances(pairableTotals(tally, once(tally.units)).totals);
  const costs = Array.from({ length: tally.units }, (_, unit) => ({
    unit,
    cost: unitCost(tally, unit, far),
  })).filter(({ cost }) => cost > 0);
  const all = costs.reduce((so, { cost }) => so + cost, 0);
  return costs
    .map(({ unit, cost }) => ({ unit, share: cost / all }))
    .sort((a, b) => b.share - a.share || a.unit - b.unit);
};
