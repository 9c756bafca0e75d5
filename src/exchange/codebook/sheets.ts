import type { Id } from '../../study/ids.ts';
import type { AnswerRow, SegmentRow } from '../../study/rows.ts';
import { answerOf, byPlace, questionOf } from '../../study/segments.ts';
import { positionsIn } from '../refi/counting.ts';
import type { Cell, Sheet } from '../sheet/sheet.ts';
import { type BookCode, inReadingOrder, namesOf } from './book.ts';

/** The codebook as a table, in reading order. `uses`: passages of a code, where they were counted. */
export const codebookSheet = (codes: readonly BookCode[], uses?: ReadonlyMap<Id, number>): Sheet => {
  const names = namesOf(codes);
  return {
    name: 'codebook',
    columns: [
      'number',
      'code',
      'parent',
      'depth',
      'name_sv',
      'name_en',
      'definition_sv',
      'definition_en',
      'use',
      'not_use',
      'example',
      'questions',
      'opposites',
      'colour',
      'status',
      'memo',
      ...(uses ? ['passages'] : []),
    ],
    rows: inReadingOrder(codes).map(({ code, depth, number }) => {
      const { fields, parent, id, status } = code;
      return [
        number,
        names.get(id) ?? id,
        parent === null ? null : (names.get(parent) ?? parent),
        depth,
        fields.name_sv,
        fields.name_en,
        fields.definition_sv,
        fields.definition_en,
        fields.use,
        fields.not_use,
        fields.example,
        fields.questions.join(' '),
        fields.opposites.map((one) => names.get(one) ?? one).join(' '),
        fields.colour,
        status ?? 'active',
        fields.memo,
        ...(uses ? [uses.get(id) ?? 0] : []),
      ];
    }),
  };
};

export interface SegmentsOf {
  readonly segments: Iterable<SegmentRow>;
  readonly answers: ReadonlyMap<string, AnswerRow>;
  readonly codes: readonly BookCode[];
  /** "Kodare 1", or a name where the reader may have it. */
  readonly coderOf: (person: Id) => string;
}

/**
 * Coded passages, one a row in reading order, with their words and where they stand: `start` and `end` in Unicode code
 * points of the notes, end exclusive, as R and Python count; `start_utf16` and `end_utf16` as JavaScript and Excel do. A passage whose
 * answer is gone, or was redacted since, has no words.
 */
export const segmentSheet = (what: SegmentsOf): Sheet => ({
  name: 'segments',
  columns: [
    'segment',
    'interview',
    'question',
    'revision',
    'start',
    'end',
    'start_utf16',
    'end_utf16',
    'text',
    'code',
    'code_name_sv',
    'coder',
    'layer',
    'codebook_version',
    'round',
    'quote',
    'made_by',
  ],
  rows: segmentRows(what),
});

function* segmentRows({ segments, answers, codes, coderOf }: SegmentsOf): Generator<readonly Cell[]> {
  const names = namesOf(codes);
  const labels = new Map(codes.map(({ id, fields }) => [id, fields.name_sv]));
  const sorted = [...segments].sort(
    (a, b) =>
      compare(a.interview, b.interview) || compare(questionOf(a.id), questionOf(b.id)) || byPlace(a, b),
  );
  for (const segment of sorted) {
    const answer = answers.get(answerOf(segment));
    const here = answer?.revision === segment.revision ? answer : undefined;
    const points = here && positionsIn(here.notes, AS_STORED);
    yield [
      segment.id.slice(0, segment.id.indexOf('/')),
      segment.interview,
      questionOf(segment.id),
      segment.revision,
      points?.at(segment.start) ?? null,
      points?.at(segment.end) ?? null,
      segment.start,
      segment.end,
      here?.notes.slice(segment.start, segment.end) ?? null,
      names.get(segment.code) ?? segment.code,
      labels.get(segment.code) ?? null,
      segment.settled ? null : coderOf(segment.coder),
      segment.settled ? 'settled' : 'own',
      segment.codebook,
      segment.round ?? null,
      segment.quote === true,
      segment.made ?? null,
    ];
  }
}

/** Offsets as rows have them, every character of the notes counted. */
const AS_STORED = { unit: 'utf16', crlf: 2, lf: 1, mark: 1 } as const;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
