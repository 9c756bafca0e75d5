import { seeded } from '../../study/seeded.ts';
import type { Estimate } from './estimate.ts';
import { logFactorial } from './factorials.ts';
import type { Table } from './input.ts';

/** Beyond this many tables drawing is quicker than counting: about a tenth of a second on a slow laptop. */
const MOST_TABLES = 1_000_000;
const DRAWS = 20_000;
/** As in R: rounding must not make a table likelier than its equal. */
const ALLOWANCE = Math.log(1 + 1e-7);

/**
 * Fisher's exact test for more than four cells: all tables with the same margins, or draws of them where these are
 * too many (Freeman & Halton 1951; draws counted with the observed one, Phipson & Smyth 2010).
 */
export const manyCells = (table: Table, seed: string | number): Estimate => {
  const exact = byCounting(table);
  return {
    estimate: null,
    interval: null,
    p: exact ?? byDrawing(table, seed),
    reason: 'An odds ratio is defined for tables of two by two.',
    method:
      exact === null
        ? `Fisher's exact test by ${DRAWS} seeded draws of tables with the same margins`
        : "Fisher's exact test over all tables with the same margins",
    source: 'Freeman & Halton 1951',
  };
};

const rowSums = (table: Table): number[] => table.map((row) => row.reduce((so, cell) => so + cell, 0));
const columnSums = (table: Table): number[] =>
  (table[0] ?? []).map((_, column) => table.reduce((so, row) => so + (row[column] ?? 0), 0));

/** The log of a table's probability, but for what all tables with these margins share. */
const logWeight = (cells: Iterable<number>): number => {
  let log = 0;
  for (const cell of cells) log -= logFactorial(cell);
  return log;
};

/** Null where there are too many. */
const byCounting = (table: Table): number | null => {
  const rows = rowSums(table);
  const left = columnSums(table);
  const highest = logWeight(table.flat()) + ALLOWANCE;
  const scale = logWeight(table.flat());
  let tables = 0;
  let all = 0;
  let unlikely = 0;
  /** Fills cell by cell; `room` is what this row may still hold. */
  const fill = (row: number, column: number, room: number, log: number): boolean => {
    if (row === rows.length - 1) {
      // The last row is what is left.
      const whole = log + logWeight(left);
      const weight = Math.exp(whole - scale);
      all += weight;
      if (whole <= highest) unlikely += weight;
      return ++tables <= MOST_TABLES;
    }
    const available = left[column] ?? 0;
    if (column === left.length - 1) {
      if (room > available) return true;
      left[column] = available - room;
      const more = fill(row + 1, 0, rows[row + 1] ?? 0, log - logFactorial(room));
      left[column] = available;
      return more;
    }
    for (let cell = Math.min(room, available); cell >= 0; cell--) {
      left[column] = available - cell;
      const more = fill(row, column + 1, room - cell, log - logFactorial(cell));
      left[column] = available;
      if (!more) return false;
    }
    return true;
  };
  return fill(0, 0, rows[0] ?? 0, 0) ? Math.min(1, unlikely / all) : null;
};

const byDrawing = (table: Table, seed: string | number): number => {
  const chance = seeded(seed);
  const columns = columnSums(table);
  const rowOf = rowSums(table).flatMap((sum, row) => Array.from({ length: sum }, () => row));
  const columnOf = columns.flatMap((sum, column) => Array.from({ length: sum }, () => column));
  const highest = logWeight(table.flat()) + ALLOWANCE;
  let unlikely = 1;
  for (let draw = 0; draw < DRAWS; draw++) {
    const cells = new Float64Array(table.length * columns.length);
    for (const [at, column] of chance.shuffle(columnOf).entries()) {
      const cell = (rowOf[at] ?? 0) * columns.length + column;
      cells[cell] = (cells[cell] ?? 0) + 1;
    }
    if (logWeight(cells) <= highest) unlikely++;
  }
  return unlikely / (DRAWS + 1);
};
