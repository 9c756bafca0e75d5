import type { View } from '../study/command.ts';
import { doneIdOf } from '../study/commands/done-set.ts';
import type { SegmentRow } from '../study/rows.ts';
import { answerOf, byPlace, questionOf } from '../study/segments.ts';
import type { AnswerList, QuestionCoding } from './types.ts';
import type { Overlay } from './view.ts';

/** What the model holds of one question. */
export interface QuestionParts {
  readonly confirmed: ReadonlyMap<string, SegmentRow>;
  /** Confirmed segments on an answer. */
  readonly segmentsOn: (answer: string) => readonly SegmentRow[];
}

/** Answers whose segments a pending command put or took away. */
const touchedAnswers = (
  question: string,
  { confirmed }: QuestionParts,
  overlay: Overlay,
): ReadonlySet<string> => {
  const touched = new Set<string>();
  for (const [id, row] of overlay.get('segment') ?? []) {
    if (questionOf(id) !== question) continue;
    const before = confirmed.get(id);
    if (before) touched.add(answerOf(before));
    if (row) touched.add(answerOf(row as SegmentRow));
  }
  return touched;
};

/**
 * One question's coding over the fold: the work of making it grows with what is pending, not with what is coded, and
 * an answer's segments are sorted when they are first asked for.
 */
export const codingOf = (
  list: AnswerList,
  parts: QuestionParts,
  view: View,
  overlay: Overlay,
): QuestionCoding => {
  const { question } = list;
  const over = overlay.get('segment');
  const touched = touchedAnswers(question, parts, overlay);
  const sorted = new Map<string, readonly SegmentRow[]>();

  const unsorted = (answer: string): Iterable<SegmentRow> =>
    touched.has(answer) ? (view.segmentsOn?.(answer) ?? []) : parts.segmentsOn(answer);

  return {
    ...list,
    segmentsOn: (answer) => {
      const known = sorted.get(answer);
      if (known) return known;
      const rows = [...unsorted(answer)].sort(byPlace);
      sorted.set(answer, rows);
      return rows;
    },
    segments: function* () {
      for (const [id, row] of over ?? []) if (row && questionOf(id) === question) yield row as SegmentRow;
      for (const row of parts.confirmed.values()) if (!over?.has(row.id)) yield row;
    },
    isDone: (answer, coder, round) => view.get('done', doneIdOf(answer, coder, round)) !== undefined,
    done: function* () {
      for (const row of view.all('done')) if (row.question === question) yield row;
    },
  };
};
