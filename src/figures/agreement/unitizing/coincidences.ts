import { intersection, type Span, type Stretch, stretchesOf, type Unitization } from './spans.ts';

/**
 * Lengths of text by pair of values that two coders gave to the same place, and for each value the pairings of a thing
 * with itself, which chance may not make (Krippendorff 2019, equations 32 and 33).
 */
export interface Table {
  readonly size: number;
  /** By row and column; symmetric. */
  readonly observed: Float64Array;
  readonly own: Float64Array;
  readonly total: number;
}

/** The whole continuum; number 0 is the gap, the values follow. */
export const wholeTable = (
  coders: readonly Unitization[],
  values: readonly string[],
  length: number,
): Table => {
  const numbers = new Map<string | null, number>([[null, 0]]);
  for (const [index, value] of values.entries()) numbers.set(value, index + 1);
  const table = emptyTable(values.length + 1);
  const stretches = coders.map((spans) => stretchesOf(spans, length));
  for (const { start, end, value } of stretches.flat()) {
    // A gap is no thing: only each of its places is itself.
    add(table.own, numbers.get(value) ?? 0, value === null ? end - start : (end - start) ** 2);
  }
  for (const [i, mine] of stretches.entries()) {
    for (const theirs of stretches.slice(i + 1)) {
      for (const [a, b] of meeting(mine, theirs)) {
        const shared = intersection(a, b) / (coders.length - 1);
        addPair(table, numbers.get(a.value) ?? 0, numbers.get(b.value) ?? 0, shared);
      }
    }
  }
  return totalled(table);
};

/**
 * What at least two coders marked. Each place counts once for each coder who marked it, however many they are, as
 * alpha counts units with missing values; the length of a passage is what others marked of it.
 */
export const markedTable = (coders: readonly Unitization[], values: readonly string[]): Table => {
  const numbers = new Map(values.map((value, index) => [value, index]));
  const table = emptyTable(values.length);
  const shared = coders.map(() => new Map<Span, number>());
  const cuts = [...new Set(coders.flat().flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const at = coders.map(() => 0);
  for (const [index, start] of cuts.entries()) {
    const length = (cuts[index + 1] ?? start) - start;
    const here = coders.flatMap((spans, coder) => {
      while ((spans[at[coder] ?? 0]?.end ?? Number.POSITIVE_INFINITY) <= start) add(at, coder, 1);
      const span = spans[at[coder] ?? 0];
      return span !== undefined && span.start <= start ? [{ span, coder }] : [];
    });
    if (length === 0 || here.length < 2) continue;
    for (const [i, a] of here.entries()) {
      const own = shared[a.coder];
      own?.set(a.span, (own.get(a.span) ?? 0) + length);
      for (const b of here.slice(i + 1)) {
        addPair(
          table,
          numbers.get(a.span.value) ?? 0,
          numbers.get(b.span.value) ?? 0,
          length / (here.length - 1),
        );
      }
    }
  }
  for (const own of shared) {
    for (const [{ value }, length] of own) add(table.own, numbers.get(value) ?? 0, length ** 2);
  }
  return totalled(table);
};

const emptyTable = (size: number) => ({
  size,
  observed: new Float64Array(size * size),
  own: new Float64Array(size),
});

const totalled = (table: ReturnType<typeof emptyTable>): Table => ({
  ...table,
  total: table.observed.reduce((so, part) => so + part, 0),
});

const add = (list: Float64Array | number[], index: number, amount: number): void => {
  list[index] = (list[index] ?? 0) + amount;
};

/** Both orders of the pair. */
const addPair = (table: ReturnType<typeof emptyTable>, a: number, b: number, length: number): void => {
  add(table.observed, a * table.size + b, length);
  add(table.observed, b * table.size + a, length);
};

/** Pairs of stretches that share a place; both lists cover the continuum, so two fingers find them all. */
function* meeting(
  mine: readonly Stretch[],
  theirs: readonly Stretch[],
): Iterable<readonly [Stretch, Stretch]> {
  let at = 0;
  let other = 0;
  for (;;) {
    const a = mine[at];
    const b = theirs[other];
    if (a === undefined || b === undefined) return;
    yield [a, b];
    if (a.end <= b.end) at++;
    if (b.end <= a.end) other++;
  }
}
