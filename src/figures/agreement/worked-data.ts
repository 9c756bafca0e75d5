/** Published reliability data, for the tests of several files. Values are digits; a point is a missing one. */

const rowsOf = (text: string): readonly (readonly (number | null)[])[] =>
  text
    .trim()
    .split(/\s+/)
    .map((row) => [...row].map((digit) => (digit === '.' ? null : Number(digit))));

/** Turned so that rows are units. */
const turned = <Cell>(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] =>
  (rows[0] ?? []).map((_, unit) => rows.map((row) => row[unit] as Cell));

/** Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", example C: 4 coders, 12 units. */
export const KRIPPENDORFF = turned(rowsOf('123321412... 1233224125.3 .3332342251. 12332441251.'));

/** Fleiss 1971, p. 379: 30 patients by 6 psychiatrists. */
export const FLEISS = rowsOf(`
444444 222555 233335 555555 222444 113333 333355 113334 114444 555555
144444 124444 222333 144444 224445 333335 111455 111112 224444 133555
555555 244444 224555 114444 144445 222224 111155 224444 133333 555555`);

/** One row for each unit of a table of counts: rows of the table are the first coder's values. */
export const fromTable = (table: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  table.flatMap((row, first) =>
    row.flatMap((count, second) => Array.from({ length: count }, () => [first, second])),
  );

/** Two coders' marks position by position. */
export const fromStrings = (first: string, second: string): readonly (readonly string[])[] =>
  [...first].map((value, at) => [value, second[at] ?? '']);
