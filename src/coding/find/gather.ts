import type { Id } from '../../study/ids.ts';
import type { AnswerRow, InterviewRow, SegmentRow } from '../../study/rows.ts';
import { answerOf, byPlace } from '../../study/segments.ts';
import type { Range } from '../marks.ts';
import { matchText, parseQuery } from '../query.ts';
import { sentencesOf } from '../text/units.ts';

/** What is searched for in one answer. */
export interface Hit {
  readonly answer: AnswerRow;
  readonly ranges: readonly Range[];
}

export const hitIn = (answer: AnswerRow, query: string): Hit | null => {
  const ranges = matchText(answer.notes, parseQuery(query));
  return ranges && ranges.length > 0 ? { answer, ranges } : null;
};

/** What a hit codes: what was found, the sentences around it, or the whole answer. */
export const CODED_AS = ['sentence', 'word', 'answer'] as const;
export type CodedAs = (typeof CODED_AS)[number];

export const passagesOf = ({ answer, ranges }: Hit, as: CodedAs): readonly Range[] => {
  const whole = answer.notes.trim();
  if (as === 'word') return ranges;
  if (as === 'answer') {
    const start = answer.notes.indexOf(whole);
    return [{ start, end: start + whole.length }];
  }
  return sentencesOf(answer.notes).filter((sentence) =>
    ranges.some(({ start, end }) => start < sentence.end && end > sentence.start),
  );
};

export interface Filters {
  readonly code: Id;
  readonly question: string;
  readonly stratum: string;
  readonly layer: 'own' | 'settled' | 'all';
  /** Codes on overlapping passages of the same answer. */
  readonly withCode: Id;
  readonly withoutCode: Id;
}

export interface Passage {
  readonly row: SegmentRow;
  readonly interview: InterviewRow | undefined;
}

/** All passages of a code that the filters leave, in order of reading. `codeOf` leads through mergers; '' is no filter. */
export const gather = (
  segments: readonly SegmentRow[],
  filters: Filters,
  me: Id,
  codeOf: (id: Id) => Id,
  interviewOf: (id: Id) => InterviewRow | undefined,
): readonly Passage[] => {
  const byAnswer = new Map<string, SegmentRow[]>();
  const shown = segments.filter(({ settled, coder }) =>
    filters.layer === 'all'
      ? true
      : filters.layer === 'settled'
        ? settled === true
        : coder === me && !settled,
  );
  for (const row of shown) {
    const list = byAnswer.get(answerOf(row));
    if (list) list.push(row);
    else byAnswer.set(answerOf(row), [row]);
  }
  const over = (row: SegmentRow, code: Id): boolean =>
    (byAnswer.get(answerOf(row)) ?? []).some(
      (other) => codeOf(other.code) === code && other.start < row.end && other.end > row.start,
    );
  return shown
    .filter((row) => codeOf(row.code) === filters.code)
    .filter((row) => filters.question === '' || row.id.endsWith(`/${filters.question}`))
    .filter((row) => filters.withCode === '' || over(row, filters.withCode))
    .filter((row) => filters.withoutCode === '' || !over(row, filters.withoutCode))
    .map((row) => ({ row, interview: interviewOf(row.interview) }))
    .filter(({ interview }) => filters.stratum === '' || interview?.stratum === filters.stratum)
    .toSorted((a, b) => (answerOf(a.row) < answerOf(b.row) ? -1 : 1) || byPlace(a.row, b.row));
};
