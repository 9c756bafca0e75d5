import type { CodeCreate } from '../../study/commands/code-create.ts';
import type { Id } from '../../study/ids.ts';
import type { CodeFields } from '../../study/rows.ts';
import type { Language } from '../../words/index.ts';
import { type CodeTree, orderBetween } from '../codes/tree.ts';

export const EMPTY_FIELDS: CodeFields = {
  name_sv: '',
  name_en: '',
  definition_sv: '',
  definition_en: '',
  use: '',
  not_use: '',
  example: '',
  colour: '',
  memo: '',
  questions: [],
  opposites: [],
};

/** The theme most of the question's own codes lie under: where a new code of this question most likely belongs. */
const themeOf = (tree: CodeTree, question: string): Id | null => {
  const counts = new Map<Id, number>();
  for (const { row } of tree.all)
    if (row.parent && row.fields.questions.includes(question))
      counts.set(row.parent, (counts.get(row.parent) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? null;
};

/** A code made in the middle of coding: a name, and a place to be found again. */
export const newCode = (
  tree: CodeTree,
  code: Id,
  name: string,
  question: string | null,
  language: Language,
  under?: Id | null,
): CodeCreate => {
  const parent = under === undefined ? (question ? themeOf(tree, question) : null) : under;
  const siblings = tree.all.filter(({ row }) => row.parent === parent);
  const last = Math.max(0, ...siblings.map(({ row }) => row.order));
  const own = language === 'sv' ? { name_sv: name } : { name_en: name };
  return {
    code,
    key: null,
    parent,
    order: orderBetween(siblings.length > 0 ? last : undefined, undefined),
    fields: { ...EMPTY_FIELDS, ...own, questions: question ? [question] : [] },
  };
};
