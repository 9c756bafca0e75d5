import type { Cell, Sheet } from '../sheet/sheet.ts';
import type { Dataset, DatasetAnswer } from './model.ts';
import type { Language } from './texts.ts';
import { rowsOf, type Variable } from './variables.ts';

/** One row an interview; values as numbers whose labels the variables sheet gives. */
export const interviewSheet = (dataset: Dataset, variables: readonly Variable[]): Sheet => ({
  name: 'interviews',
  columns: variables.map(({ name }) => name),
  rows: rowsOf(dataset, variables),
});

/** One row an answer, everything in words of the data: for reading, and for programs that count by themselves. */
export const answerSheet = (dataset: Dataset): Sheet => ({
  name: 'answers',
  columns: ['nr', 'interview', 'stratum', 'question', 'state', 'pre_codes', 'notes', 'codes'],
  rows: answerRows(dataset),
});

function* answerRows(dataset: Dataset): Generator<readonly Cell[]> {
  for (const [at, { id, stratum, answers }] of dataset.interviews.entries())
    for (const answer of answers)
      yield [
        at + 1,
        id,
        stratum,
        answer.question,
        answer.state,
        preCodes(answer),
        answer.notes,
        answer.codes === null ? null : answer.codes.join(' '),
      ];
}

/** `a1_1_method=klassa|iso27001 a1_1_scope=scope_all`. */
const preCodes = ({ pre }: DatasetAnswer): string =>
  Object.entries(pre)
    .filter(([, values]) => values.length > 0)
    .map(([list, values]) => `${list}=${values.join('|')}`)
    .join(' ');

/** One row a value that has a label, and one a variable that has none. */
export const variableSheet = (variables: readonly Variable[], language: Language): Sheet => ({
  name: 'variables',
  columns: ['variable', 'label', 'type', 'question', 'value', 'value_label'],
  rows: variables.flatMap(({ name, label, kind, question, labels }): readonly (readonly Cell[])[] => {
    const own = [name, label[language], kind, question?.id ?? null] as const;
    return labels.length === 0
      ? [[...own, null, null]]
      : labels.map((one) => [...own, one.value, one.label[language]]);
  }),
});

export const codeSheet = (dataset: Dataset): Sheet => ({
  name: 'codebook',
  columns: ['code', 'parent', 'name_sv', 'name_en', 'definition_sv', 'definition_en'],
  rows: dataset.coding.codes.map(({ id, parent, name, definition }) => [
    id,
    parent,
    name.sv,
    name.en,
    definition.sv,
    definition.en,
  ]),
});
