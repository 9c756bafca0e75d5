import type { FrameUnit } from '../../study/frame.ts';
import { type CsvRow, type Delimiter, readCsv } from '../csv/rows.ts';
import type { FrameColumn, FullColumnMap } from './columns.ts';
import { FRAME_COLUMNS } from './columns.ts';

export const MOST_ROWS = 100_000;

/** Why a row cannot be part of the frame; words for it are the screen's. */
export type RowProblem =
  | { readonly type: 'quote' }
  | { readonly type: 'values'; readonly has: number; readonly expected: number }
  | { readonly type: 'empty'; readonly columns: readonly FrameColumn[] }
  | { readonly type: 'too_long'; readonly column: FrameColumn }
  /** A code is letters, digits and `_ . : / -`; no spaces, since it is compared. */
  | { readonly type: 'code'; readonly code: string }
  /** `+` joins strata that are merged at the close. */
  | { readonly type: 'plus' }
  | { readonly type: 'repeated'; readonly code: string; readonly line: number }
  | { readonly type: 'too_many' };

export interface BadRow {
  readonly line: number;
  readonly problem: RowProblem;
}

export interface FrameChunk {
  readonly units: readonly FrameUnit[];
  readonly bad: readonly BadRow[];
  /** Of the file read, in [0, 1]. */
  readonly share: number;
}

const LONGEST = 200;
const CODE = /^[A-Za-z0-9_.:/-]{1,80}$/;

/**
 * Gives the good rows and the bad ones with line and reason, chunk by chunk; nothing is repaired or left out unsaid.
 * Rows without any value (a spreadsheet's tail) are no rows. The whole frame is taken by a person, or none of it.
 */
export const readFrame = (
  text: string,
  delimiter: Delimiter,
  columns: FullColumnMap,
  onChunk: (chunk: FrameChunk) => void,
): void => {
  const codes = new Map<string, number>();
  let width: number | null = null;
  readCsv(text, delimiter, (rows, share) => {
    const units: FrameUnit[] = [];
    const bad: BadRow[] = [];
    let full = false;
    for (const row of rows) {
      if (width === null) {
        width = row.values.length;
        continue;
      }
      if (!row.broken && row.values.every((value) => value.trim() === '')) continue;
      if (codes.size === MOST_ROWS) {
        bad.push({ line: row.line, problem: { type: 'too_many' } });
        full = true;
        break;
      }
      const read = readUnit(row, width, columns, codes);
      if ('problem' in read) bad.push({ line: row.line, problem: read.problem });
      else {
        codes.set(read.code, row.line);
        units.push(read);
      }
    }
    onChunk({ units, bad, share: full ? 1 : share });
    return !full;
  });
};

const readUnit = (
  { values, broken }: CsvRow,
  expected: number,
  columns: FullColumnMap,
  codes: ReadonlyMap<string, number>,
): FrameUnit | { readonly problem: RowProblem } => {
  if (broken) return { problem: { type: 'quote' } };
  if (values.length !== expected) return { problem: { type: 'values', has: values.length, expected } };
  const cell = (column: FrameColumn): string => (values[columns[column]] ?? '').trim().normalize('NFC');
  const unit = { code: cell('code'), name: cell('name'), stratum: cell('stratum') };
  const empty = FRAME_COLUMNS.filter((column) => unit[column] === '');
  if (empty.length > 0) return { problem: { type: 'empty', columns: empty } };
  const long = FRAME_COLUMNS.find((column) => unit[column].length > LONGEST);
  if (long !== undefined) return { problem: { type: 'too_long', column: long } };
  if (!CODE.test(unit.code)) return { problem: { type: 'code', code: unit.code } };
  if (unit.stratum.includes('+')) return { problem: { type: 'plus' } };
  const line = codes.get(unit.code);
  if (line !== undefined) return { problem: { type: 'repeated', code: unit.code, line } };
  return unit;
};
