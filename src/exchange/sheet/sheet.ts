export type Cell = string | number | boolean | null;

/** A table to be written; rows are made as they are written, so that a large one is never whole in memory. */
export interface Sheet {
  /** Names a file or a worksheet: letters, digits and underscores. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly Cell[]>;
}

/**
 * A text that a spreadsheet would take for a formula, or for one after it has thrown away what stands before: = + - @
 * and their full-width forms, behind white space too. Numbers are not texts and are never touched.
 */
const FORMULA = /^[\s\0]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n\0]/u;
export const looksLikeFormula = (text: string): boolean => FORMULA.test(text);
