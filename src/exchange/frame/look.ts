import { err, ok, type Result } from '../../study/result.ts';
import { type DecodeProblem, decodeText, type Encoding } from '../csv/decode.ts';
import { type Delimiter, delimiterOf, readCsv } from '../csv/rows.ts';
import { type ColumnMap, matchColumns } from './columns.ts';

/** What one sees of a file before its columns are settled. */
export interface FrameLook {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly heading: readonly string[];
  readonly columns: ColumnMap;
  /** The first rows as they stand. */
  readonly first: readonly (readonly string[])[];
}
export type LookProblem =
  | DecodeProblem
  | { readonly type: 'empty_file' }
  /** Without at least three columns there is nothing to choose from. */
  | { readonly type: 'few_columns'; readonly columns: number };

const SHOWN = 3;
/** Enough for a heading and some rows, whatever the size of the file. */
const HEAD = 65_536;

export const lookAtFrame = (
  bytes: Uint8Array,
): Result<{ readonly look: FrameLook; readonly text: string }, LookProblem> => {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  if (text.trim() === '') return err({ type: 'empty_file' });
  const delimiter = delimiterOf(text);
  const head: (readonly string[])[] = [];
  readCsv(text.slice(0, HEAD), delimiter, (rows) => {
    head.push(...rows.slice(0, SHOWN + 1 - head.length).map(({ values }) => values));
    return head.length <= SHOWN;
  });
  const [heading = [], ...first] = head;
  if (heading.length < 3) return err({ type: 'few_columns', columns: heading.length });
  return ok({ text, look: { encoding, delimiter, heading, columns: matchColumns(heading), first } });
};
