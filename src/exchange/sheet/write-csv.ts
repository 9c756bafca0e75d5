import { type Cell, looksLikeFormula, type Sheet } from './sheet.ts';

export interface CsvForm {
  readonly delimiter: ',' | ';';
  /** Excel tells UTF-8 by it. */
  readonly mark: boolean;
  readonly decimal: '.' | ',';
}
/** What RFC 4180 and every statistics program reads. */
export const PLAIN_CSV: CsvForm = { delimiter: ',', mark: false, decimal: '.' };
/** What Excel opens by a double click on a Swedish computer. */
export const SWEDISH_CSV: CsvForm = { delimiter: ';', mark: true, decimal: ',' };

/**
 * A sheet as CSV in UTF-8, row by row, lines ending with CR LF. A text that a spreadsheet would run gets an apostrophe
 * before it; texts are in quotation marks where anything in them could end the cell in either form. Null is empty, as
 * is the empty text; true and false are 1 and 0.
 */
export function* writeCsv(sheet: Sheet, form: CsvForm = PLAIN_CSV): Generator<string> {
  if (form.mark) yield '\uFEFF';
  yield line(sheet.columns, form);
  for (const row of sheet.rows) yield line(row, form);
}

const line = (cells: readonly Cell[], form: CsvForm): string =>
  `${cells.map((cell) => written(cell, form)).join(form.delimiter)}\r\n`;

const written = (cell: Cell, form: CsvForm): string => {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? '1' : '0';
  if (typeof cell === 'number') return quoted(String(cell).replace('.', form.decimal));
  return quoted(looksLikeFormula(cell) ? `'${cell}` : cell);
};

const quoted = (text: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
