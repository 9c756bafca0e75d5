/**
 * How far two values lie apart for Krippendorff's alpha: a square matrix over the numbered values, made from how often
 * each value occurs among the pairable (only the ordinal distance asks). Scales as in Krippendorff 2011; MASI and
 * Jaccard are used as they are, not squared (Passonneau 2006).
 */
export type Distances = (totals: Float64Array) => Float64Array;

const matrix = (size: number, between: (a: number, b: number) => number): Float64Array => {
  const cells = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) if (a !== b) cells[a * size + b] = between(a, b);
  }
  return cells;
};

const fixed = <Value>(values: readonly Value[], between: (a: Value, b: Value) => number): Distances => {
  const cells = matrix(values.length, (a, b) => between(values[a] as Value, values[b] as Value));
  return () => cells;
};

export const nominal = (values: readonly unknown[]): Distances => fixed(values, () => 1);

/** Values must be numbered in their order: the distance is what lies between, half of the ends included. */
export const ordinal: Distances = (totals) =>
  matrix(totals.length, (a, b) => {
    let between = 0;
    for (let value = Math.min(a, b); value <= Math.max(a, b); value++) between += totals[value] ?? 0;
    return (between - ((totals[a] ?? 0) + (totals[b] ?? 0)) / 2) ** 2;
  });

export const interval = (values: readonly number[]): Distances => fixed(values, (a, b) => (a - b) ** 2);

export const ratio = (values: readonly number[]): Distances =>
  fixed(values, (a, b) => (a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2));

export type CodeSet = ReadonlySet<string>;

const inBoth = (a: CodeSet, b: CodeSet): number => {
  let common = 0;
  for (const code of a) if (b.has(code)) common++;
  return common;
};

export const jaccardDistance = (a: CodeSet, b: CodeSet): number => {
  const common = inBoth(a, b);
  const union = a.size + b.size - common;
  return union === 0 ? 0 : 1 - common / union;
};

/** Jaccard weighed down where neither set holds the other: identical 1, subset 2/3, overlap 1/3, apart 0. */
export const masiDistance = (a: CodeSet, b: CodeSet): number => {
  const common = inBoth(a, b);
  const smaller = Math.min(a.size, b.size);
  if (a.size === b.size && common === a.size) return 0;
  const monotonicity = common === 0 ? 0 : common === smaller ? 2 / 3 : 1 / 3;
  return 1 - (1 - jaccardDistance(a, b)) * monotonicity;
};

export const jaccard = (sets: readonly CodeSet[]): Distances => fixed(sets, jaccardDistance);
export const masi = (sets: readonly CodeSet[]): Distances => fixed(sets, masiDistance);

/** One key for a set whatever the order it was made in, for `ratingsOf`. */
export const setKey = (set: CodeSet): string => JSON.stringify([...set].sort());
