import { ANSWER_STATES } from '../../study/answer.ts';
import type { Cell, Sheet } from '../sheet/sheet.ts';
import type { Dataset, DatasetInterview, DatasetQuestion } from './model.ts';

/** A table broken down by a background, as it is handed to the small-cell rule: all of an export at once. */
export interface AskedTable {
  readonly variable: string;
  readonly background: string;
  readonly within?: readonly string[];
  readonly groups: readonly string[];
  readonly categories: readonly string[];
  /** `counts[group][category]`; a group's sum is its number of interviews. */
  readonly counts: readonly (readonly number[])[];
}
export type ShownTable =
  | {
      readonly type: 'table';
      readonly variable: string;
      readonly background: string;
      readonly table: Pick<AskedTable, 'groups' | 'categories' | 'counts'> & {
        /** Why a cell is not shown; null where it is. */
        readonly hidden: readonly (readonly (string | null)[])[];
      };
    }
  | { readonly type: 'other_level'; readonly variable: string; readonly background: string };
/** The small-cell rule: figures/small-cells' `publish` with the wave's threshold. */
export type Publish = (tables: readonly AskedTable[]) => readonly ShownTable[];

const BACKGROUNDS = ['stratum', 'role'] as const;

/**
 * Counts by question, pre-code, code and judgement: of all interviews, and by stratum and role as far as the small-cell
 * rule lets them be shown. A hidden count is an empty cell with its reason beside.
 */
export const tableSheet = (dataset: Dataset, publish: Publish): Sheet => ({
  name: 'tables',
  columns: ['variable', 'background', 'group', 'category', 'count', 'not_shown'],
  rows: tableRows(dataset, publish),
});

function* tableRows(dataset: Dataset, publish: Publish): Generator<readonly Cell[]> {
  const counted = countedOf(dataset);
  for (const { variable, of } of counted)
    for (const [category, count] of tally(dataset.interviews, of))
      yield [variable, null, null, category, count, null];
  const asked = BACKGROUNDS.flatMap((background) =>
    counted.flatMap((one) => askedBy(dataset.interviews, background, one)),
  );
  for (const shown of publish(asked)) {
    if (shown.type === 'other_level') {
      yield [shown.variable, shown.background, null, null, null, shown.type];
      continue;
    }
    const { groups, categories, counts, hidden } = shown.table;
    for (const [row, group] of groups.entries())
      for (const [column, category] of categories.entries()) {
        const why = hidden[row]?.[column] ?? null;
        yield [
          shown.variable,
          shown.background,
          group,
          category,
          why === null ? (counts[row]?.[column] ?? 0) : null,
          why,
        ];
      }
  }
}

/** One thing counted: every interview stands in exactly one category. */
interface Counted {
  readonly variable: string;
  readonly within?: readonly string[];
  readonly of: (interview: DatasetInterview) => string;
}

const countedOf = (dataset: Dataset): readonly Counted[] => [
  ...dataset.instrument.questions.flatMap((question) => [
    ...question.preCodeLists.flatMap((list) => preCodeCounts(question, list)),
    ...codeCounts(dataset, question),
  ]),
  ...dataset.coding.judgements.map(
    ({ id }): Counted => ({
      variable: `judgement ${id}`,
      of: ({ judgements }) => judgements[id] ?? 'not_judged',
    }),
  ),
];

const answerTo = (interview: DatasetInterview, question: string) =>
  interview.answers.find((answer) => answer.question === question);

const stateOf = (interview: DatasetInterview, question: string): string =>
  answerTo(interview, question)?.state ?? ANSWER_STATES[4];

const preCodeCounts = (
  question: DatasetQuestion,
  list: DatasetQuestion['preCodeLists'][number],
): readonly Counted[] => {
  const set = (interview: DatasetInterview): readonly string[] | null => {
    const answer = answerTo(interview, question.id);
    return answer?.state === 'answered' ? (answer.pre[list.name] ?? []) : null;
  };
  const outside = (interview: DatasetInterview, values: readonly string[] | null): string =>
    values === null ? stateOf(interview, question.id) : 'not_set';
  if (!list.many)
    return [
      { variable: list.name, of: (interview) => set(interview)?.[0] ?? outside(interview, set(interview)) },
    ];
  return list.values.map(
    ({ value }): Counted => ({
      variable: `${list.name} ${value}`,
      of: (interview) => {
        const values = set(interview);
        if (values === null || values.length === 0) return outside(interview, values);
        return values.includes(value) ? 'yes' : 'no';
      },
    }),
  );
};

const codeCounts = (dataset: Dataset, question: DatasetQuestion): readonly Counted[] => {
  const parents = new Map(dataset.coding.codes.map(({ id, parent }) => [id, parent]));
  const above = (code: string): readonly string[] => {
    const parent = parents.get(code) ?? null;
    return parent === null ? [] : [`${question.id} ${parent}`, ...above(parent)];
  };
  const used = new Set(
    dataset.interviews.flatMap((interview) => answerTo(interview, question.id)?.codes ?? []),
  );
  return dataset.coding.codes
    .filter(({ id }) => used.has(id))
    .map(({ id }) => ({
      variable: `${question.id} ${id}`,
      within: above(id),
      of: (interview) => {
        const answer = answerTo(interview, question.id);
        if (answer?.state !== 'answered') return stateOf(interview, question.id);
        return answer.codes === null
          ? 'not_coded'
          : answer.codes.includes(id)
            ? 'mentioned'
            : 'not_mentioned';
      },
    }));
};

const tally = (interviews: readonly DatasetInterview[], of: Counted['of']): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const interview of interviews) counts.set(of(interview), (counts.get(of(interview)) ?? 0) + 1);
  return counts;
};

/** None where the background of no interview is told: those without one are left out, and never a group of their own. */
const askedBy = (
  interviews: readonly DatasetInterview[],
  background: (typeof BACKGROUNDS)[number],
  { variable, within, of }: Counted,
): readonly AskedTable[] => {
  const told = interviews.filter((interview) => interview[background] !== null);
  const groups = [...new Set(told.map((interview) => interview[background] ?? ''))].sort();
  if (groups.length < 2) return [];
  const categories = [...tally(told, of).keys()].sort();
  const counts = groups.map((group) => {
    const within = tally(
      told.filter((interview) => interview[background] === group),
      of,
    );
    return categories.map((category) => within.get(category) ?? 0);
  });
  return [{ variable, background, ...(within && { within }), groups, categories, counts }];
};
