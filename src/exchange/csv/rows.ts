import Papa from 'papaparse';

export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The delimiter that stands most often in the heading, outside quotation marks; the comma where none does. */
export const delimiterOf = (text: string): Delimiter => {
  const [heading = ''] = text.split(/\r\n|\n|\r/, 1);
  const bare = heading.replaceAll(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: Delimiter): number => bare.split(delimiter).length - 1;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
};

export interface CsvRow {
  /** Where it begins, from 1, the heading included; a value may run over several lines. */
  readonly line: number;
  readonly values: readonly string[];
  /** A quotation mark that is not closed, or stands where none can: the values cannot be trusted. */
  readonly broken: boolean;
}

/** Rows read at a time: progress is told often and costs little. */
const BATCH = 2_000;
/** A value longer than this is a quotation mark left open: it must not swallow the rows after it. */
const LONGEST_VALUE_LINES = 20;

/** Some lines of the file that hold one row; `text` is null where its quotation marks do not pair up. */
interface Piece {
  readonly line: number;
  readonly lines: number;
  readonly text: string | null;
}

/**
 * Reads the rows in order, a batch at a time; the callback returns false to stop. A broken row costs no other: reading
 * goes on at the line after the one where it began. Blocks until done, so large files belong in a worker.
 */
export const readCsv = (
  text: string,
  delimiter: Delimiter,
  onRows: (rows: readonly CsvRow[], share: number) => boolean,
): void => {
  const lines = text.split(/\r\n|\n|\r/);
  let at = 0;
  while (at < lines.length) {
    const pieces: Piece[] = [];
    for (let next = at; next < lines.length && pieces.length < BATCH; ) {
      const piece = pieceAt(lines, next);
      pieces.push(piece);
      next += piece.lines;
    }
    const rows = readPieces(pieces, delimiter);
    const last = pieces[rows.length - 1];
    if (last === undefined) return;
    // A broken row counts for the line it began on.
    at = last.line - 1 + (rows.at(-1)?.broken ? 1 : last.lines);
    if (!onRows(rows, at / lines.length)) return;
  }
};

const pieceAt = (lines: readonly string[], from: number): Piece => {
  let marks = 0;
  for (let count = 1; count <= LONGEST_VALUE_LINES && from + count <= lines.length; count++) {
    marks += (lines[from + count - 1] ?? '').split('"').length - 1;
    if (marks % 2 === 0) {
      return { line: from + 1, lines: count, text: lines.slice(from, from + count).join('\n') };
    }
  }
  return { line: from + 1, lines: 1, text: null };
};

/** One row a piece; ends early after a broken row of several lines, whose other lines are to be read anew. */
const readPieces = (pieces: readonly Piece[], delimiter: Delimiter): readonly CsvRow[] => {
  const texts = pieces.flatMap(({ text }) => (text === null ? [] : [text]));
  const all = parse(texts.join('\n'), delimiter);
  if (all !== null && all.length === texts.length) {
    const values = all[Symbol.iterator]();
    return pieces.map(({ line, text }) =>
      text === null ? brokenAt(line) : { line, values: values.next().value ?? [], broken: false },
    );
  }
  const rows: CsvRow[] = [];
  for (const { line, lines, text } of pieces) {
    const read = text === null ? null : parse(text, delimiter);
    const [values] = read ?? [];
    if (values !== undefined && read?.length === 1) rows.push({ line, values, broken: false });
    else {
      rows.push(brokenAt(line));
      if (lines > 1) break;
    }
  }
  return rows;
};

const brokenAt = (line: number): CsvRow => ({ line, values: [], broken: true });

/** null where a quotation mark stands where none can. */
const parse = (text: string, delimiter: Delimiter): readonly (readonly string[])[] | null => {
  if (text === '') return [['']];
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  return errors.some(({ type }) => type === 'Quotes') ? null : data;
};
