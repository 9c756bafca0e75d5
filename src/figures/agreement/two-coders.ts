import { type Figure, figure, noFigure } from '../figure.ts';
import { once, type Ratings, type Weights } from './ratings.ts';
import { REASONS } from './reasons.ts';

/** How two coders' values meet: `cells[a * size + b]` units were a to the first and b to the second. */
export interface Confusion {
  readonly size: number;
  readonly cells: Float64Array;
  readonly total: number;
}

/** Only units that both rated. */
export const confusionOf = (
  ratings: Ratings<unknown>,
  first: number,
  second: number,
  weights: Weights = once(ratings.units),
): Confusion => {
  const size = ratings.values.length;
  const cells = new Float64Array(size * size);
  let total = 0;
  for (let unit = 0; unit < ratings.units; unit++) {
    const a = ratings.cells[unit * ratings.coders + first] ?? -1;
    const b = ratings.cells[unit * ratings.coders + second] ?? -1;
    const weight = weights[unit] ?? 0;
    if (a < 0 || b < 0 || weight === 0) continue;
    cells[a * size + b] = (cells[a * size + b] ?? 0) + weight;
    total += weight;
  }
  return { size, cells, total };
};

interface Margins {
  readonly agreed: number;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

const marginsOf = ({ size, cells, total }: Confusion): Margins => {
  const each = Array.from({ length: size }, (_, index) => index);
  const share = (row: number, column: number) => (cells[row * size + column] ?? 0) / total;
  const sum = (term: (index: number) => number) => each.reduce((so, index) => so + term(index), 0);
  return {
    agreed: sum((index) => share(index, index)),
    rows: each.map((row) => sum((column) => share(row, column))),
    columns: each.map((column) => sum((row) => share(row, column))),
  };
};

const beyond = (confusion: Confusion, chance: (row: number, column: number) => number): Figure => {
  if (confusion.total === 0) return noFigure(REASONS.nothingShared);
  const { agreed, rows, columns } = marginsOf(confusion);
  const used = rows.filter((row, index) => row + (columns[index] ?? 0) > 0).length;
  if (used < 2) return noFigure(REASONS.oneCategory);
  const expected = rows.reduce((so, row, index) => so + chance(row, columns[index] ?? 0), 0);
  return figure((agreed - expected) / (1 - expected));
};

/** Cohen 1960: each coder draws from own shares. */
export const cohenKappa = (confusion: Confusion): Figure => beyond(confusion, (row, column) => row * column);

/** Scott 1955: both draw from their common shares. */
export const scottPi = (confusion: Confusion): Figure =>
  beyond(confusion, (row, column) => ((row + column) / 2) ** 2);

/** The largest kappa that the two coders' own shares allow (Cohen 1960, p. 42). */
export const cohenMaximum = (confusion: Confusion): Figure => {
  const kappa = cohenKappa(confusion);
  if (kappa.value === null) return kappa;
  const { rows, columns } = marginsOf(confusion);
  const most = rows.reduce((so, row, index) => so + Math.min(row, columns[index] ?? 0), 0);
  const expected = rows.reduce((so, row, index) => so + row * (columns[index] ?? 0), 0);
  return figure((most - expected) / (1 - expected));
};

/** Large-sample standard error of Cohen's kappa (Fleiss, Cohen & Everitt 1969). */
export const cohenStandardError = (confusion: Confusion): Figure => {
  const kappa = cohenKappa(confusion);
  if (kappa.value === null) return kappa;
  const { agreed, rows, columns } = marginsOf(confusion);
  const { size, cells, total } = confusion;
  const left = 1 - kappa.value;
  const expected = rows.reduce((so, row, index) => so + row * (columns[index] ?? 0), 0);
  let on = 0;
  let off = 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const share = (cells[row * size + column] ?? 0) / total;
      if (row === column) on += share * (1 - ((rows[row] ?? 0) + (columns[row] ?? 0)) * left) ** 2;
      else off += share * ((columns[row] ?? 0) + (rows[column] ?? 0)) ** 2;
    }
  }
  const variance = on + left ** 2 * off - (kappa.value - expected * left) ** 2;
  return agreed === 1 ? figure(0) : figure(Math.sqrt(variance / total) / (1 - expected));
};

/**
 * Light 1971: the mean of Cohen's kappa over all pairs of coders, each over the units both rated. Null where one pair
 * has none: a mean over the pairs that happen to work would hide who did not vary.
 */
export const lightKappa = (ratings: Ratings<unknown>, weights?: Weights): Figure => {
  let sum = 0;
  let pairs = 0;
  for (let first = 0; first < ratings.coders; first++) {
    for (let second = first + 1; second < ratings.coders; second++) {
      const kappa = cohenKappa(confusionOf(ratings, first, second, weights));
      if (kappa.value === null) return ratings.coders === 2 ? kappa : noFigure(REASONS.pairWithout);
      sum += kappa.value;
      pairs++;
    }
  }
  return pairs === 0 ? noFigure(REASONS.oneCoder) : figure(sum / pairs);
};
