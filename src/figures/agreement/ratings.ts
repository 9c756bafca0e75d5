/**
 * Who said what of which unit, with values as numbers from 0 so that counting is quick.
 * `cells[unit * coders + coder]` is the number of a value in `values`, or -1 where it is missing.
 */
export interface Ratings<Value> {
  readonly units: number;
  readonly coders: number;
  readonly values: readonly Value[];
  readonly cells: Int32Array;
}

/**
 * Rows are units, columns coders, null is missing. Values are the same when their keys are. With `order` they are
 * numbered by it, as the ordinal distance needs; else by first appearance.
 */
export const ratingsOf = <Value>(
  rows: readonly (readonly (Value | null)[])[],
  keyOf: (value: Value) => string | number = (value) => String(value),
  order?: (a: Value, b: Value) => number,
): Ratings<Value> => {
  const byKey = new Map<string | number, Value>();
  for (const row of rows) for (const value of row) if (value !== null) byKey.set(keyOf(value), value);
  const entries = [...byKey];
  if (order !== undefined) entries.sort(([, a], [, b]) => order(a, b));
  const numbers = new Map(entries.map(([key], index) => [key, index]));
  const coders = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const cells = new Int32Array(rows.length * coders).fill(-1);
  for (const [unit, row] of rows.entries()) {
    for (const [coder, value] of row.entries()) {
      if (value !== null) cells[unit * coders + coder] = numbers.get(keyOf(value)) ?? -1;
    }
  }
  return { units: rows.length, coders, values: entries.map(([, value]) => value), cells };
};

/**
 * How often each value was given to each unit, whoever gave it: `value[i]` was given `count[i]` times, where i runs
 * from `starts[unit]` to before `starts[unit + 1]`; `given[unit]` is the number of its ratings.
 */
export interface Tally {
  readonly units: number;
  readonly values: number;
  readonly starts: Int32Array;
  readonly value: Int32Array;
  readonly count: Int32Array;
  readonly given: Int32Array;
}

export const tallyOf = ({ units, coders, values, cells }: Ratings<unknown>): Tally => {
  const starts = new Int32Array(units + 1);
  const given = new Int32Array(units);
  const value: number[] = [];
  const count: number[] = [];
  for (let unit = 0; unit < units; unit++) {
    const here = new Map<number, number>();
    for (let coder = 0; coder < coders; coder++) {
      const cell = cells[unit * coders + coder] ?? -1;
      if (cell >= 0) here.set(cell, (here.get(cell) ?? 0) + 1);
    }
    for (const [number, times] of here) {
      value.push(number);
      count.push(times);
      given[unit] = (given[unit] ?? 0) + times;
    }
    starts[unit + 1] = value.length;
  }
  return {
    units,
    values: values.length,
    starts,
    value: Int32Array.from(value),
    count: Int32Array.from(count),
    given,
  };
};

/** How many times each unit counts: once, or as often as a bootstrap drew it. */
export type Weights = ArrayLike<number>;
export const once = (units: number): Weights => new Float64Array(units).fill(1);
