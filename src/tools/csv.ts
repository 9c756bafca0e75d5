import { err, ok, type Result } from '../study/result.ts';
import { failure, type ToolFailure } from './tool.ts';

export interface CsvRow {
  /** Where it begins, from 1; a quoted value may hold line ends. */
  readonly line: number;
  readonly values: readonly string[];
}

/** Comma-separated values (RFC 4180); empty lines are left out, white space around an unquoted value too. */
export const readCsv = (text: string): Result<readonly CsvRow[], ToolFailure> => {
  const rows: CsvRow[] = [];
  const value = /[^\S\r\n]*(?:"((?:[^"]|"")*)"[^\S\r\n]*|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  let line = 1;
  let rowLine = 1;
  let values: string[] = [];
  while (value.lastIndex < text.length) {
    const match = value.exec(text);
    if (match === null)
      return err(failure('has a quotation mark that is not closed or stands inside a value', line));
    const [all, quoted, plain = '', end] = match;
    values.push(quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'));
    line += all.split(/\r\n|\n|\r/).length - 1;
    const ended = end !== ',' || value.lastIndex === text.length;
    if (!ended) continue;
    if (end === ',') values.push('');
    if (values.length > 1 || values[0] !== '' || quoted !== undefined) rows.push({ line: rowLine, values });
    values = [];
    rowLine = line;
  }
  return ok(rows);
};
