import { type Figure, figure, noFigure } from '../figure.ts';
import { once, type Tally, type Weights } from './ratings.ts';
import { REASONS } from './reasons.ts';

/**
 * Coefficients (observed - expected) / (1 - expected) for any number of coders, with missing values. They share what
 * is observed, the mean over units of the share of agreeing pairs, and differ in what chance would give. Units with
 * two ratings or more tell the observed, units with one or more the shares of the values (Gwet 2014, chapter 2).
 */
export interface Observed {
  /** Mean share of agreeing pairs. */
  readonly agreement: number;
  /** Mean share of each value. */
  readonly shares: Float64Array;
  /** Units that at least two coders rated. */
  readonly units: number;
}

export const observe = (tally: Tally, weights: Weights = once(tally.units)): Observed => {
  const shares = new Float64Array(tally.values);
  let rated = 0;
  let paired = 0;
  let agreeing = 0;
  for (let unit = 0; unit < tally.units; unit++) {
    const weight = weights[unit] ?? 0;
    const given = tally.given[unit] ?? 0;
    if (weight === 0 || given === 0) continue;
    rated += weight;
    let same = 0;
    const end = tally.starts[unit + 1] ?? 0;
    for (let at = tally.starts[unit] ?? 0; at < end; at++) {
      const value = tally.value[at] ?? 0;
      const count = tally.count[at] ?? 0;
      shares[value] = (shares[value] ?? 0) + (weight * count) / given;
      same += count * (count - 1);
    }
    if (given < 2) continue;
    paired += weight;
    agreeing += (weight * same) / (given * (given - 1));
  }
  for (let value = 0; value < shares.length; value++) shares[value] = (shares[value] ?? 0) / rated;
  return { agreement: agreeing / paired, shares, units: paired };
};

/** Percent agreement as a share: the chance that two coders of a unit, drawn at random, agree. */
export const percentAgreement = (observed: Observed): Figure =>
  observed.units === 0 ? noFigure(REASONS.nothingShared) : figure(observed.agreement);

const beyond = (observed: Observed, expected: () => number): Figure => {
  if (observed.units === 0) return noFigure(REASONS.nothingShared);
  let used = 0;
  for (const share of observed.shares) if (share > 0) used++;
  if (used < 2) return noFigure(REASONS.oneCategory);
  const chance = expected();
  return figure((observed.agreement - chance) / (1 - chance));
};

const sumOver = (observed: Observed, term: (share: number) => number): number => {
  let sum = 0;
  for (const share of observed.shares) sum += term(share);
  return sum;
};

/** Fleiss 1971: two draws from the common shares agree. With two coders and none missing it is Scott's pi. */
export const fleissKappa = (observed: Observed): Figure =>
  beyond(observed, () => sumOver(observed, (share) => share * share));

/** Gwet 2008: only ratings given at random agree by chance. `values` is the size of the coding scheme. */
export const gwetAc1 = (observed: Observed, values = observed.shares.length): Figure =>
  beyond(observed, () => sumOver(observed, (share) => share * (1 - share)) / (values - 1));

/** Brennan & Prediger 1981: all values of the scheme are equally likely. With two values it is PABAK. */
export const brennanPrediger = (observed: Observed, values = observed.shares.length): Figure =>
  beyond(observed, () => 1 / values);

/** Each value against all others (Fleiss 1971, p. 381): which value the coders share, and which they do not. */
export const fleissByValue = (tally: Tally): readonly Figure[] =>
  Array.from({ length: tally.values }, (_, wanted) => fleissKappa(observe(against(tally, wanted))));

/** The same ratings with two values left: the wanted one (0) and any other (1). */
const against = (tally: Tally, wanted: number): Tally => {
  const starts = new Int32Array(tally.units + 1);
  const value: number[] = [];
  const count: number[] = [];
  for (let unit = 0; unit < tally.units; unit++) {
    let so = 0;
    const end = tally.starts[unit + 1] ?? 0;
    for (let at = tally.starts[unit] ?? 0; at < end; at++) {
      if (tally.value[at] === wanted) so += tally.count[at] ?? 0;
    }
    const others = (tally.given[unit] ?? 0) - so;
    if (so > 0) {
      value.push(0);
      count.push(so);
    }
    if (others > 0) {
      value.push(1);
      count.push(others);
    }
    starts[unit + 1] = value.length;
  }
  return { ...tally, values: 2, starts, value: Int32Array.from(value), count: Int32Array.from(count) };
};
