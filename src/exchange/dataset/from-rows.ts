import type { Judgement } from '../../study/claims.ts';
import { successorOf } from '../../study/codes.ts';
import type { Id } from '../../study/ids.ts';
import type { Instrument } from '../../study/instrument.ts';
import type { AnswerRow, CodeRow, InterviewRow, StudyRow, WaveRow } from '../../study/rows.ts';
import type { Dataset, DatasetAnswer, DatasetCode, DatasetInterview } from './model.ts';

export interface DatasetRows {
  readonly study: StudyRow;
  readonly wave: WaveRow;
  readonly instrument: Instrument;
  readonly interviews: Iterable<InterviewRow>;
  readonly answers: Iterable<AnswerRow>;
  readonly codes: readonly CodeRow[];
  readonly judgements: readonly Judgement[];
}

/** What the caller decides: whose coding counts, and how the sample was drawn. */
export interface DatasetChoice {
  readonly layer: string;
  readonly codebookVersion: number | null;
  /** Codes on an answer; null: it was not coded. */
  readonly codesOn: (answer: string) => readonly Id[] | null;
  readonly judged: (interview: Id, judgement: string) => string | null;
  /** Units of the frame by stratum; null where the wave is no probability sample. */
  readonly population: ReadonlyMap<string, number> | null;
}

/** The wave as a dataset, in the order of the interviews' random ids, so that the order tells nothing. */
export const datasetOf = (rows: DatasetRows, choice: DatasetChoice): Dataset => {
  const { study, wave, instrument } = rows;
  const codes = new Map(rows.codes.map((code) => [code.id, code]));
  const answers = grouped(rows.answers, (answer) => answer.interview);
  const interviews = [...rows.interviews]
    .filter((one) => one.wave === wave.id)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const sizes = grouped(interviews, ({ stratum }) => stratum);
  const weight = (stratum: string): number | null => {
    const population = populationOf(choice.population, stratum);
    return population === null ? null : population / (sizes.get(stratum)?.length ?? 1);
  };
  const questions = instrument.sections.flatMap((section) => section.questions);
  const asked = [...questions.map(({ id }) => id), instrument.closingNotes];
  const closing = { id: instrument.closingNotes, section: '', text: CLOSING, preCodeLists: [] };
  return {
    format: 'lagesbild-dataset',
    version: 1,
    study: {
      name: study.name,
      practice: study.practice,
      sponsor: wave.fields.sponsor,
      controller: wave.fields.controller,
    },
    wave: {
      label: wave.label,
      year: wave.year,
      k: wave.k,
      strata: wave.strata.map((name) => ({ name, population: populationOf(choice.population, name) })),
    },
    instrument: {
      id: instrument.id,
      title: instrument.title,
      roles: instrument.roles,
      questions: [...questions, closing].map(({ id, section, text, preCodeLists }) => ({
        id,
        section,
        text,
        preCodeLists: preCodeLists.map(({ name, title, many, preCodes }) => ({
          name,
          title: title ?? null,
          many,
          values: preCodes.map(({ value, text: label }) => ({ value, text: label })),
        })),
      })),
    },
    coding: {
      layer: choice.layer,
      codebookVersion: choice.codebookVersion,
      codes: codesIn(rows.codes),
      judgements: rows.judgements.map(({ id, text, values }) => ({
        id,
        text,
        values: values.map(({ value, text: label }) => ({ value, text: label })),
      })),
    },
    interviews: interviews.map((interview): DatasetInterview => {
      const own = new Map((answers.get(interview.id) ?? []).map((answer) => [answer.question, answer]));
      const { id, stratum, month, role, language, mode, completeness } = interview;
      return {
        id,
        stratum,
        month,
        instrument: interview.instrument,
        role,
        language,
        mode,
        completeness,
        weight: weight(stratum),
        answers: asked.flatMap((question): readonly DatasetAnswer[] => {
          const answer = own.get(question);
          return answer === undefined ? [] : [answerOf(answer, codes, choice)];
        }),
        judgements: Object.fromEntries(
          rows.judgements.flatMap((judgement) => {
            const value = choice.judged(id, judgement.id);
            return value === null ? [] : [[judgement.id, value]];
          }),
        ),
      };
    }),
  };
};

/** The notes at the end have no question of their own. */
const CLOSING = { sv: 'Något att tillägga', en: 'Anything to add' };

const grouped = <T>(items: Iterable<T>, keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};

const answerOf = (
  { id, question, state, pre, notes }: AnswerRow,
  codes: ReadonlyMap<Id, CodeRow>,
  choice: DatasetChoice,
): DatasetAnswer => {
  const on = choice.codesOn(id);
  const names = on?.map((code) =>
    nameOf(
      codes,
      successorOf((one) => codes.get(one), code),
    ),
  );
  return { question, state, pre, notes, codes: names === undefined ? null : [...new Set(names)] };
};

/** The lasting name where there is one. */
const nameOf = (codes: ReadonlyMap<Id, CodeRow>, code: Id): string => codes.get(code)?.key ?? code;

/** Those that stand or stood; a merged one counts where it went, a proposed one is not there yet. */
const codesIn = (rows: readonly CodeRow[]): readonly DatasetCode[] => {
  const kept = new Map(
    rows.filter(({ status }) => status === 'active' || status === 'retired').map((row) => [row.id, row]),
  );
  return [...kept.values()].map(({ id, parent, fields }) => ({
    id: nameOf(kept, id),
    parent: parent !== null && kept.has(parent) ? nameOf(kept, parent) : null,
    name: { sv: fields.name_sv, en: fields.name_en },
    definition: { sv: fields.definition_sv, en: fields.definition_en },
  }));
};

/** A cell merged at the close bears the names of its strata, joined by `+`. */
const populationOf = (population: DatasetChoice['population'], stratum: string): number | null => {
  const parts = stratum.split('+').map((part) => population?.get(part));
  let sum = 0;
  for (const part of parts) {
    if (part === undefined) return null;
    sum += part;
  }
  return sum;
};
