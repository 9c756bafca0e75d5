/**
 * Conditions over pre-codes, as the editor can show them: one or more clauses, all joined by the same word. The expression
 * language of SurveyJS says much more; what does not read as this is shown as it is written and stays so.
 */
export interface Clause {
  readonly list: string;
  /** It holds when any of them is set. */
  readonly values: readonly string[];
}
export interface Condition {
  readonly join: 'and' | 'or';
  readonly clauses: readonly Clause[];
}

const VALUE = "'([^'\\\\]*)'";
const CLAUSE = new RegExp(
  `^\\{([a-z][a-z0-9_]*)\\}\\s*(?:(?:=|==|contains)\\s*${VALUE}|anyof\\s*\\[([^\\]]*)\\])$`,
  'i',
);
const MEMBERS = new RegExp(`^\\s*${VALUE}(?:\\s*,\\s*${VALUE})*\\s*$`);

const readClause = (text: string): Clause | null => {
  const found = CLAUSE.exec(text.trim());
  if (!found) return null;
  const [, list = '', single, several] = found;
  if (single !== undefined) return { list, values: [single] };
  if (several === undefined || !MEMBERS.test(several)) return null;
  return { list, values: Array.from(several.matchAll(new RegExp(VALUE, 'g')), (match) => match[1] ?? '') };
};

/** null: not of this form. */
export const readCondition = (expression: string): Condition | null => {
  const words = expression.split(/\s+(and|or)\s+/i);
  const joins = new Set(words.filter((_, index) => index % 2 === 1).map((word) => word.toLowerCase()));
  if (joins.size > 1) return null;
  const clauses = words.filter((_, index) => index % 2 === 0).map(readClause);
  if (clauses.some((clause) => clause === null)) return null;
  return {
    join: joins.has('or') ? 'or' : 'and',
    clauses: clauses.filter((clause) => clause !== null),
  };
};

/** `isMany`: whether several pre-codes of that list may be set. A clause without values is left out; none left: ''. */
export const writeCondition = (condition: Condition, isMany: (list: string) => boolean): string =>
  condition.clauses
    .filter(({ values }) => values.length > 0)
    .map(({ list, values }) => {
      const [only] = values;
      if (values.length === 1) return `{${list}} ${isMany(list) ? 'contains' : '='} '${only}'`;
      return `{${list}} anyof [${values.map((value) => `'${value}'`).join(', ')}]`;
    })
    .join(` ${condition.join} `);
