import type { Ratings, Weights } from './ratings.ts';

/** Ratings with each row once; `rowOf[unit]` is where a unit's row went. */
export interface Distinct<Value> {
  readonly ratings: Ratings<Value>;
  readonly rowOf: Int32Array;
}

/**
 * Units rated alike count alike. A code present or absent by three coders leaves at most 27 rows of however many
 * answers, which is what makes a bootstrap over 80 codes quick.
 */
export const distinctRows = <Value>({ units, coders, values, cells }: Ratings<Value>): Distinct<Value> => {
  const places = new Map<string, number>();
  const rowOf = new Int32Array(units);
  const kept: number[] = [];
  for (let unit = 0; unit < units; unit++) {
    const row = cells.subarray(unit * coders, (unit + 1) * coders);
    const key = row.join();
    const place = places.get(key) ?? places.size;
    if (place === places.size) {
      places.set(key, place);
      kept.push(...row);
    }
    rowOf[unit] = place;
  }
  return { ratings: { units: places.size, coders, values, cells: Int32Array.from(kept) }, rowOf };
};

/** The weights of units summed by row; every unit counts once where none are given. */
export const byRow = ({ ratings, rowOf }: Distinct<unknown>, weights?: Weights): Float64Array => {
  const sums = new Float64Array(ratings.units);
  for (let unit = 0; unit < rowOf.length; unit++) {
    const row = rowOf[unit] ?? 0;
    sums[row] = (sums[row] ?? 0) + (weights === undefined ? 1 : (weights[unit] ?? 0));
  }
  return sums;
};
