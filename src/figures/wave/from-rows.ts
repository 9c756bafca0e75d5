import type { ClaimSet } from '../../study/claims.ts';
import { successorOf } from '../../study/codes.ts';
import type { Id } from '../../study/ids.ts';
import type { Instrument, PreCodeList, Question } from '../../study/instrument.ts';
import type {
  AnswerRow,
  CodeRow,
  DecisionRow,
  DrawRow,
  InterviewRow,
  JudgementRow,
  SegmentRow,
  WaveRow,
} from '../../study/rows.ts';
import { type CodingInForce, codingInForce } from './coding-in-force.ts';
import { judgementColumns } from './judged.ts';
import {
  ANSWERED,
  type Background,
  type Column,
  type Design,
  NOT_ANSWERED,
  NOT_ASKED,
  NOT_SHOWN,
  UNKNOWN,
  type WaveData,
} from './wave-data.ts';

/** What figures are made from, as the replica holds it. */
export interface WaveRows {
  readonly wave: WaveRow;
  readonly instrument: Instrument;
  readonly claims: ClaimSet | null;
  /** How the sample was drawn; null: not by chance, or not here, and there are counts only. */
  readonly draw: DrawRow | null;
  readonly interviews: readonly InterviewRow[];
  readonly answers: readonly AnswerRow[];
  readonly codes: readonly CodeRow[];
  readonly segments: readonly SegmentRow[];
  readonly judgements: readonly JudgementRow[];
  readonly decisions: readonly DecisionRow[];
}

export interface MadeWave {
  readonly data: WaveData;
  /** Id of each interview, by its place. */
  readonly ids: readonly Id[];
  readonly coding: CodingInForce['from'];
}

export const makeWave = (rows: WaveRows): MadeWave => {
  const interviews = rows.interviews.filter(({ wave }) => wave === rows.wave.id);
  const placeOf = new Map(interviews.map(({ id }, at) => [id, at]));
  const inForce = codingInForce(rows, placeOf, codeNames(rows.codes));
  return {
    data: {
      interviews: interviews.length,
      design: designOf(rows, interviews),
      backgrounds: [
        backgroundOf('stratum', interviews, ({ stratum }) => stratum, rows.wave.strata),
        backgroundOf('role', interviews, ({ role }) => role),
      ],
      columns: [
        ...preCodeColumns(rows, placeOf, interviews.length),
        ...judgementColumns(rows, placeOf, interviews.length),
      ],
      states: statesOf(rows, placeOf, interviews.length),
      passages: inForce.passages,
      under: descendants(rows.codes),
    },
    ids: interviews.map(({ id }) => id),
    coding: inForce.from,
  };
};

/** Claims name a code by its key; one without is named by its id. Merged ones count where they went. */
const codeNames = (codes: readonly CodeRow[]): ((code: Id) => string) => {
  const byId = new Map(codes.map((code) => [code.id, code]));
  return (code) => {
    const standing = successorOf((id) => byId.get(id), code);
    return byId.get(standing)?.key ?? standing;
  };
};

/** Names of all codes under each that has some. */
const descendants = (codes: readonly CodeRow[]): ReadonlyMap<string, readonly string[]> => {
  const nameOf = (code: CodeRow): string => code.key ?? code.id;
  const byId = new Map(codes.map((code) => [code.id, code]));
  const under = new Map<string, string[]>();
  for (const code of codes) {
    if (code.status === 'merged') continue;
    const seen = new Set<Id>([code.id]);
    for (let at = code.parent; at !== null && !seen.has(at); at = byId.get(at)?.parent ?? null) {
      seen.add(at);
      const theme = byId.get(at);
      if (!theme) break;
      under.set(nameOf(theme), [...(under.get(nameOf(theme)) ?? []), nameOf(code)]);
    }
  }
  return under;
};

/** A cell that was merged at the close bears the names of its strata: their populations are counted together. */
const designOf = ({ draw, wave }: WaveRows, interviews: readonly InterviewRow[]): Design => {
  const population = new Map(draw?.strata.map((stratum) => [stratum.stratum, stratum.population]));
  const cells = [...new Set(interviews.map(({ stratum }) => stratum))];
  const inCells = new Set(cells.flatMap((cell) => cell.split('+')));
  // A stratum nobody was interviewed in stands apart, so that its weight is not forgotten.
  const empty = wave.strata.filter((stratum) => !inCells.has(stratum) && population.has(stratum));
  const order = (name: string): number => wave.strata.indexOf(name.split('+')[0] ?? name);
  const names = [...cells, ...empty].sort((a, b) => order(a) - order(b));
  const place = new Map(names.map((name, at) => [name, at]));
  const of = Uint16Array.from(interviews, ({ stratum }) => place.get(stratum) ?? 0);
  const populationOf = (name: string): number | null => {
    const parts = name.split('+').map((part) => population.get(part));
    return parts.every((part) => part !== undefined)
      ? parts.reduce<number>((so, part) => so + (part ?? 0), 0)
      : null;
  };
  const strata = names.map((name) => ({ name, population: draw === null ? null : populationOf(name) }));
  return { strata, of };
};

const backgroundOf = (
  id: string,
  interviews: readonly InterviewRow[],
  read: (interview: InterviewRow) => string | null,
  order: readonly string[] = [],
): Background => {
  const rank = (value: string): number => {
    const at = order.indexOf(value.split('+')[0] ?? value);
    return at === -1 ? order.length : at;
  };
  const values = [...new Set(interviews.map(read))]
    .filter((value) => value !== null)
    .sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, 'sv'));
  const place = new Map<string | null, number>(values.map((value, at) => [value, at]));
  return {
    id,
    values,
    of: Uint8Array.from(interviews, (interview) => place.get(read(interview)) ?? UNKNOWN),
  };
};

/**
 * A list where one may be set is a column of its categories; of a list where many may be, each pre-code is a column of
 * its own. An answer without any pre-code of the list does not tell: none is required.
 */
const preCodeColumns = (
  { instrument, answers }: WaveRows,
  placeOf: ReadonlyMap<Id, number>,
  interviews: number,
): readonly Column[] => {
  const columns: { list: PreCodeList; column: Column; only: string | null }[] = [];
  const byQuestion = new Map<string, typeof columns>();
  const add = (question: Question, list: PreCodeList, only: string | null): void => {
    const column: Column = {
      id: only === null ? list.name : `${list.name}:${only}`,
      kind: 'pre_code',
      question: question.id,
      categories: only === null ? list.preCodes.map(({ value }) => value) : ['yes', 'no'],
      of: new Uint8Array(interviews).fill(NOT_ASKED),
    };
    const made = { list, column, only };
    columns.push(made);
    byQuestion.set(question.id, [...(byQuestion.get(question.id) ?? []), made]);
  };
  for (const question of instrument.sections.flatMap((section) => section.questions))
    for (const list of question.preCodeLists)
      if (list.many) for (const { value } of list.preCodes) add(question, list, value);
      else add(question, list, null);
  for (const answer of answers) {
    const at = placeOf.get(answer.interview);
    if (at === undefined) continue;
    for (const { list, column, only } of byQuestion.get(answer.question) ?? [])
      column.of[at] = categoryOf(answer, list, column, only);
  }
  return columns.map(({ column }) => column);
};

const statesOf = (
  { instrument, answers }: WaveRows,
  placeOf: ReadonlyMap<Id, number>,
  interviews: number,
): ReadonlyMap<string, Uint8Array> => {
  const states = new Map(
    instrument.sections
      .flatMap((section) => section.questions)
      .map(({ id }) => [id, new Uint8Array(interviews).fill(NOT_ASKED)]),
  );
  for (const { interview, question, state } of answers) {
    const at = placeOf.get(interview);
    const of = states.get(question);
    if (at === undefined || !of || state === 'not_asked') continue;
    of[at] = state === 'answered' ? ANSWERED : NOT_ANSWERED;
  }
  return states;
};

const categoryOf = (answer: AnswerRow, list: PreCodeList, column: Column, only: string | null): number => {
  if (answer.state === 'not_asked') return NOT_ASKED;
  if (answer.state !== 'answered') return NOT_ANSWERED;
  const set = answer.pre[list.name] ?? [];
  if (set.length === 0) return NOT_SHOWN;
  if (only !== null) return set.includes(only) ? 0 : 1;
  const at = column.categories.indexOf(set[0] ?? '');
  return at === -1 ? NOT_SHOWN : at;
};
