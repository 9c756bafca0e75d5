import type { Language } from '../../words/index.ts';

/** What a chart shows, as figures: printed under it and offered as a file. Shares are fractions. */
export interface ChartTable {
  readonly columns: readonly {
    readonly label: string;
    readonly format?: 'number' | 'decimal' | 'percent';
  }[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };
const OPTIONS: Readonly<Record<'number' | 'decimal' | 'percent', Intl.NumberFormatOptions>> = {
  number: { maximumFractionDigits: 0 },
  decimal: { maximumFractionDigits: 1 },
  percent: { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 },
};

/** As it is printed: a cell without a value says so with a dash. */
export const cellWords = (
  value: string | number | null,
  format: ChartTable['columns'][number]['format'],
  language: Language,
): string =>
  value === null
    ? '–'
    : typeof value === 'string'
      ? value
      : new Intl.NumberFormat(locales[language], OPTIONS[format ?? 'number']).format(value);

/** A text that a spreadsheet would take for a formula is kept a text. */
const safe = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quoted = (text: string): string => (/[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * For a spreadsheet in the reader's language: semicolon and decimal comma in Swedish, comma and point in English, UTF-8 with
 * a byte order mark. Numbers are whole and unrounded.
 */
export const tableCsv = ({ columns, rows }: ChartTable, language: Language): string => {
  const [separator, point] = language === 'sv' ? [';', ','] : [',', '.'];
  const quote =
    language === 'sv'
      ? quoted
      : (text: string) => (/[,"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const cell = (value: string | number | null): string =>
    value === null
      ? ''
      : typeof value === 'number'
        ? quote(String(value).replace('.', point))
        : quote(safe(value));
  return `\uFEFF${[columns.map(({ label }) => label), ...rows].map((row) => row.map(cell).join(separator)).join('\r\n')}\r\n`;
};
