import { successorOf } from '../../study/codes.ts';
import { doneIdOf } from '../../study/commands/done-set.ts';
import type { Id } from '../../study/ids.ts';
import type { AnswerRow, CodeRow, DoneRow, JudgementRow, RoundRow, SegmentRow } from '../../study/rows.ts';
import { answerOf, questionOf } from '../../study/segments.ts';
import type { CodeSet } from '../agreement/distances.ts';

/** A closed round as figures see it. Rows of other rounds, and settled ones, may be among them; they are passed over. */
export interface RoundRows {
  readonly round: RoundRow;
  readonly codes: readonly CodeRow[];
  readonly answers: readonly AnswerRow[];
  readonly segments: readonly SegmentRow[];
  readonly done: readonly DoneRow[];
  readonly judgements: readonly JudgementRow[];
}

/**
 * Answers by coders. A coder's set of an answer is null where they neither coded it nor said that they were through
 * with it: that is a gap and not an absence. Merged codes count as their successors.
 */
export interface RoundData {
  readonly round: RoundRow;
  readonly coders: readonly Id[];
  readonly answers: readonly AnswerRow[];
  /** `sets[answer][coder]`. */
  readonly sets: readonly (readonly (CodeSet | null)[])[];
  /** `passages[answer][coder]`, codes resolved. */
  readonly passages: readonly (readonly (readonly SegmentRow[])[])[];
  readonly codes: ReadonlyMap<Id, CodeRow>;
  readonly judgements: readonly JudgementRow[];
}

const inRound = (round: RoundRow, { question, interview, wave, notes }: AnswerRow): boolean =>
  notes !== '' &&
  wave === round.wave &&
  round.questions.includes(question) &&
  (round.interviews === null || round.interviews.includes(interview));

export const roundDataOf = (rows: RoundRows): RoundData => {
  const { round } = rows;
  const codes = new Map(rows.codes.map((code) => [code.id, code]));
  const coders = [...round.coders].sort();
  const done = new Set(rows.done.map(({ id }) => id));
  const byAnswer = new Map<string, Map<Id, SegmentRow[]>>();
  for (const segment of rows.segments) {
    if (segment.round !== round.id || segment.settled) continue;
    const answer = answerOf(segment);
    const byCoder = byAnswer.get(answer) ?? new Map<Id, SegmentRow[]>();
    byAnswer.set(answer, byCoder);
    const code = successorOf((id) => codes.get(id), segment.code);
    byCoder.set(segment.coder, [...(byCoder.get(segment.coder) ?? []), { ...segment, code }]);
  }
  const answers = rows.answers.filter((answer) => inRound(round, answer));
  const passages = answers.map(({ id }) => coders.map((coder) => byAnswer.get(id)?.get(coder) ?? []));
  const sets = answers.map(({ id }, at) =>
    coders.map((coder, nth): CodeSet | null => {
      const marked = passages[at]?.[nth] ?? [];
      const seen = marked.length > 0 || done.has(doneIdOf(id, coder, round.id));
      return seen ? new Set(marked.map(({ code }) => code)) : null;
    }),
  );
  const judgements = rows.judgements.filter((one) => one.round === round.id);
  return { round, coders, answers, sets, passages, codes, judgements };
};

/** Questions in which a code's absence says something: those it is offered first for, and those where anybody used it. */
export const universeOf = (
  { codes, sets, answers }: RoundData,
  codeIds: ReadonlySet<Id>,
): ReadonlySet<string> => {
  const questions = new Set<string>();
  for (const id of codeIds)
    for (const question of codes.get(id)?.fields.questions ?? []) questions.add(question);
  for (const [at, { id }] of answers.entries())
    if (sets[at]?.some((set) => set !== null && [...set].some((code) => codeIds.has(code))))
      questions.add(questionOf(id));
  return questions;
};

/** A code with all that lies under it: a theme is there where any of them is. */
export const withDescendants = (codes: ReadonlyMap<Id, CodeRow>, code: Id): ReadonlySet<Id> => {
  const under = new Set<Id>([code]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const { id, parent } of codes.values())
      if (parent !== null && under.has(parent) && !under.has(id)) {
        under.add(id);
        grown = true;
      }
  }
  return under;
};
