import { type Indicator, inCategories, mentioningIn } from '../figures/wave/indicator.ts';
import { type Share, shareOf } from '../figures/wave/share.ts';
import type { Column, WaveData } from '../figures/wave/wave-data.ts';
import type { Bilingual, Question } from '../study/instrument.ts';
import type { Results } from './use-wave.ts';

/** One line of a question's results: what is counted, its name, its share. */
export interface Line {
  readonly id: string;
  readonly label: Bilingual;
  readonly indicator: Indicator;
  readonly share: Share;
  /** Of a code: the themes above it, so that only one level is broken down. */
  readonly within: readonly string[];
}

/** Lines of one column or list stand together: one category of them holds each interview at most. */
export interface Group {
  readonly id: string;
  readonly title: Bilingual | null;
  /** The column where the lines are its categories. */
  readonly column: Column | null;
  readonly lines: readonly Line[];
}

export const preCodeGroups = ({ made }: Results, question: Question): readonly Group[] =>
  question.preCodeLists.map((list) => {
    const column = made.data.columns.find(({ id }) => id === list.name) ?? null;
    return {
      id: list.name,
      title: list.title ?? null,
      column,
      lines: list.preCodes.flatMap(({ value, text }) => {
        const own = column ?? made.data.columns.find(({ id }) => id === `${list.name}:${value}`);
        if (!own) return [];
        return [
          lineOf(
            made.data,
            `${list.name}:${value}`,
            text,
            inCategories(own, [column ? value : 'yes'], 'answered'),
          ),
        ];
      }),
    };
  });

export const judgementGroups = ({ made, claims }: Results, question: Question): readonly Group[] =>
  (claims?.judgements ?? [])
    .filter(({ questions }) => questions[0] === question.id)
    .flatMap((judgement) => {
      const column = made.data.columns.find(({ id, kind }) => kind === 'judgement' && id === judgement.id);
      if (!column) return [];
      const lines = judgement.values
        .filter(({ value }) => column.categories.includes(value))
        .map(({ value, text }) =>
          lineOf(made.data, `${judgement.id}:${value}`, text, inCategories(column, [value], 'judgeable')),
        );
      return [{ id: judgement.id, title: judgement.text, column, lines }];
    });

/** Codes that somebody mentions in the question, most mentioned first. */
export const codeLines = ({ made, codes }: Results, question: Question): readonly Line[] => {
  const { data } = made;
  const met = new Set(
    data.passages.filter((passage) => passage.question === question.id).map(({ code }) => code),
  );
  const nameOf = new Map(codes.map((code) => [code.key ?? code.id, code]));
  const above = (name: string): readonly string[] =>
    [...(data.under ?? [])].filter(([, under]) => under.includes(name)).map(([theme]) => theme);
  return [...met]
    .flatMap((name) => {
      const code = nameOf.get(name);
      if (!code) return [];
      const label = { sv: code.fields.name_sv, en: code.fields.name_en || code.fields.name_sv };
      return [{ ...lineOf(data, name, label, mentioningIn(data, question.id, [name])), within: above(name) }];
    })
    .sort((a, b) => b.share.x - a.share.x || (a.id < b.id ? -1 : 1));
};

const lineOf = (data: WaveData, id: string, label: Bilingual, indicator: Indicator): Line => ({
  id,
  label,
  indicator,
  share: shareOf(indicator, data.design),
  within: [],
});
