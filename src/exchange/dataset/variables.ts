import { ANSWER_STATES } from '../../study/answer.ts';
import type { Bilingual } from '../../study/instrument.ts';
import type { Dataset, DatasetAnswer, DatasetInterview, DatasetQuestion } from './model.ts';
import { type Namer, namer } from './names.ts';
import { STATE_TEXTS, VARIABLE_TEXTS } from './texts.ts';

/** One interview with its answers at hand. */
export interface Reading {
  readonly number: number;
  readonly interview: DatasetInterview;
  readonly answers: ReadonlyMap<string, DatasetAnswer>;
}

export type Value = number | string | null;

/** A column of the table with one row an interview; all tabular formats are made from the same list. */
export interface Variable {
  readonly name: string;
  readonly label: Bilingual;
  readonly kind: 'number' | 'text';
  readonly measure: 'nominal' | 'scale';
  readonly decimals: number;
  readonly labels: readonly { readonly value: number; readonly label: Bilingual }[];
  /** Question it belongs to. */
  readonly question: DatasetQuestion | null;
  readonly read: (reading: Reading) => Value;
}

export const variablesOf = (dataset: Dataset): readonly Variable[] => {
  const name = namer();
  return [
    ...ownVariables(dataset, name),
    ...dataset.instrument.questions.flatMap((question) => questionVariables(dataset, question, name)),
    ...dataset.coding.judgements.map((judgement): Variable => {
      const values = judgement.values.map(({ value }) => value);
      return coded(
        name('j', judgement.id),
        joinTexts([VARIABLE_TEXTS.judgement, judgement.text], ': '),
        judgement.values.map(({ text }) => text),
        ({ interview }) => placeIn(values, interview.judgements[judgement.id] ?? null),
      );
    }),
  ];
};

/** Rows in the order of `variables`. */
export function* rowsOf(dataset: Dataset, variables: readonly Variable[]): Generator<readonly Value[]> {
  for (const [at, interview] of dataset.interviews.entries()) {
    const answers = new Map(interview.answers.map((answer) => [answer.question, answer]));
    const reading: Reading = { number: at + 1, interview, answers };
    yield variables.map((variable) => variable.read(reading));
  }
}

const ownVariables = (dataset: Dataset, name: Namer): readonly Variable[] => {
  const roles = new Map(dataset.instrument.roles.map(({ value, text }) => [value, text]));
  const background = (
    key: 'role' | 'language' | 'mode' | 'completeness',
    texts: ReadonlyMap<string, Bilingual>,
  ) => {
    const values = distinct(dataset.interviews.map((interview) => interview[key]));
    const labels = values.map((value) => texts.get(value) ?? same(value));
    return coded(name(key), VARIABLE_TEXTS[key], labels, ({ interview }) => placeIn(values, interview[key]));
  };
  const strata = distinct([
    ...dataset.wave.strata.map((stratum) => stratum.name),
    ...dataset.interviews.map((interview) => interview.stratum),
  ]);
  const stratum = coded(name('stratum'), VARIABLE_TEXTS.stratum, strata.map(same), ({ interview }) =>
    placeIn(strata, interview.stratum),
  );
  const both = new Map<string, Bilingual>([
    ['complete', VARIABLE_TEXTS.complete],
    ['partial', VARIABLE_TEXTS.partial],
  ]);
  const none = new Map<string, Bilingual>();
  return [
    numeric(name('nr'), VARIABLE_TEXTS.number, 0, ({ number }) => number),
    text(name('interview'), VARIABLE_TEXTS.interview, null, ({ interview }) => interview.id),
    stratum,
    text(name('month'), VARIABLE_TEXTS.month, null, ({ interview }) => interview.month),
    background('role', roles),
    background('language', none),
    background('mode', none),
    background('completeness', both),
    numeric(name('weight'), VARIABLE_TEXTS.weight, 6, ({ interview }) => interview.weight),
  ];
};

const questionVariables = (dataset: Dataset, question: DatasetQuestion, name: Namer): readonly Variable[] => {
  const { id } = question;
  const answered = ({ answers }: Reading): DatasetAnswer | null => {
    const answer = answers.get(id);
    return answer?.state === 'answered' ? answer : null;
  };
  const state = coded(
    name(id),
    joinTexts([same(id), question.text, VARIABLE_TEXTS.state], ' '),
    ANSWER_STATES.map((one) => STATE_TEXTS[one]),
    ({ answers }) => placeIn(ANSWER_STATES, answers.get(id)?.state ?? 'not_asked'),
    question,
  );
  const lists = question.preCodeLists.flatMap((list): readonly Variable[] => {
    const title = joinTexts([same(id), list.title ?? question.text], ' ');
    const values = list.values.map(({ value }) => value);
    if (!list.many)
      return [
        coded(
          name(list.name),
          title,
          list.values.map((one) => one.text),
          (reading) => placeIn(values, answered(reading)?.pre[list.name]?.[0] ?? null),
          question,
        ),
      ];
    return list.values.map(({ value, text: label }) =>
      yesNo(name(list.name, value), joinTexts([title, label], ': '), question, (reading) => {
        const answer = answered(reading);
        // A list that nobody touched says nothing of its values.
        const set = answer?.pre[list.name];
        return set === undefined || set.length === 0 ? null : set.includes(value);
      }),
    );
  });
  const used = new Set(
    dataset.interviews.flatMap(({ answers }) => answers.find(({ question: of }) => of === id)?.codes ?? []),
  );
  const codes = dataset.coding.codes
    .filter((code) => used.has(code.id))
    .map((code) =>
      yesNo(
        name(id, 'k', code.id),
        joinTexts([joinTexts([same(id), VARIABLE_TEXTS.code], ' '), code.name], ': '),
        question,
        (reading) => answered(reading)?.codes?.includes(code.id) ?? null,
      ),
    );
  const notes = text(
    name(id, 'notes'),
    joinTexts([same(id), VARIABLE_TEXTS.notes], ' '),
    question,
    ({ answers }) => answers.get(id)?.notes ?? '',
  );
  return [state, ...lists, ...codes, notes];
};

const same = (value: string): Bilingual => ({ sv: value, en: value });
const joinTexts = (texts: readonly Bilingual[], between: string): Bilingual => ({
  sv: texts.map(({ sv }) => sv).join(between),
  en: texts.map(({ en }) => en).join(between),
});
const distinct = (values: readonly (string | null)[]): readonly string[] => [
  ...new Set(values.filter((value) => value !== null)),
];
/** From 1; null where it is not among them. */
const placeIn = (values: readonly string[], value: string | null): number | null => {
  const at = value === null ? -1 : values.indexOf(value);
  return at === -1 ? null : at + 1;
};

type Reader<T extends Value> = (reading: Reading) => T | null;

const numeric = (name: string, label: Bilingual, decimals: number, read: Reader<number>): Variable => ({
  name,
  label,
  kind: 'number',
  measure: 'scale',
  decimals,
  labels: [],
  question: null,
  read,
});
const coded = (
  name: string,
  label: Bilingual,
  labels: readonly Bilingual[],
  read: Reader<number>,
  question: DatasetQuestion | null = null,
): Variable => ({
  name,
  label,
  kind: 'number',
  measure: 'nominal',
  decimals: 0,
  labels: labels.map((one, at) => ({ value: at + 1, label: one })),
  question,
  read,
});
const yesNo = (
  name: string,
  label: Bilingual,
  question: DatasetQuestion,
  read: (reading: Reading) => boolean | null,
): Variable => ({
  name,
  label,
  kind: 'number',
  measure: 'nominal',
  decimals: 0,
  labels: [
    { value: 0, label: VARIABLE_TEXTS.no },
    { value: 1, label: VARIABLE_TEXTS.yes },
  ],
  question,
  read: (reading) => {
    const value = read(reading);
    return value === null ? null : Number(value);
  },
});
const text = (
  name: string,
  label: Bilingual,
  question: DatasetQuestion | null,
  read: Reader<string>,
): Variable => ({
  name,
  label,
  kind: 'text',
  measure: 'nominal',
  decimals: 0,
  labels: [],
  question,
  read,
});
