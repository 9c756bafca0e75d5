import { err, ok, type Result } from './result.ts';

/** One organisation that can be drawn. Other columns of the file are for analysts and are not read here. */
export interface FrameUnit {
  readonly code: string;
  readonly name: string;
  readonly stratum: string;
}

/** `line` counts from 1, the heading included. */
export type FrameProblem = { readonly type: 'broken_frame'; readonly line: number; readonly reason: string };

const COLUMNS = ['code', 'name', 'stratum'] as const;

/**
 * Reads a sample frame: CSV in UTF-8 with comma and a heading, quotation marks where a value holds a comma.
 * Strict, since a frame read half would bias every figure after it: nothing is skipped, guessed or repaired.
 */
export const parseFrame = (text: string): Result<readonly FrameUnit[], FrameProblem> => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const heading = readLine(lines[0] ?? '');
  if (heading === null) return broken(1, 'the heading has a quotation mark that is not closed');
  const places = COLUMNS.map((column) => heading.indexOf(column));
  const missing = COLUMNS.filter((_, index) => places[index] === -1);
  if (missing.length > 0) return broken(1, `the heading lacks ${missing.join(', ')}`);
  if (new Set(heading).size < heading.length) return broken(1, 'the heading names a column twice');

  const units: FrameUnit[] = [];
  const codes = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue;
    const at = index + 1;
    const values = readLine(line);
    if (values === null) return broken(at, 'a quotation mark is not closed');
    if (values.length !== heading.length) {
      return broken(at, `has ${values.length} values where the heading has ${heading.length}`);
    }
    const [code = '', name = '', stratum = ''] = places.map((place) => (values[place] ?? '').trim());
    const empty = COLUMNS.filter((_, column) => [code, name, stratum][column] === '');
    if (empty.length > 0) return broken(at, `has no ${empty.join(', ')}`);
    const before = codes.get(code);
    if (before !== undefined) return broken(at, `code ${code} stands on line ${before} already`);
    codes.set(code, at);
    units.push({ code, name, stratum });
  }
  return units.length === 0 ? broken(1, 'holds no organisation') : ok(units);
};

const broken = (line: number, reason: string) => err<FrameProblem>({ type: 'broken_frame', line, reason });

/** The values of one line; null where a quotation mark is left open or stands inside a plain value. */
const readLine = (line: string): readonly string[] | null => {
  const values: string[] = [];
  let rest = line;
  for (;;) {
    const match = /^(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/.exec(rest);
    if (match === null) return null;
    values.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] === '') return values;
    rest = rest.slice(match[0].length);
  }
};

/** Strata in the order they first stand in the frame. */
export const strataOf = (units: readonly FrameUnit[]): readonly string[] => [
  ...new Set(units.map((unit) => unit.stratum)),
];
