import type { SegmentChange } from '../../study/commands/segment-change.ts';
import type { Id } from '../../study/ids.ts';
import type { AnswerRow, SegmentRow } from '../../study/rows.ts';
import { questionOf } from '../../study/segments.ts';
import type { Range } from '../marks.ts';

/** What a key at the desk does to the segments: payloads of `segment.change`, or null where there is nothing to do. */
export interface Hand {
  readonly coder: Id;
  readonly round: Id | null;
  /** Version of the codebook as its coder sees it. */
  readonly codebook: number;
  readonly newId: () => Id;
}

type NewSegment = SegmentChange['add'][number];

const made = (hand: Hand, answer: AnswerRow, { start, end }: Range, code: Id): NewSegment => ({
  id: `${hand.newId()}/${answer.question}`,
  interview: answer.interview,
  start,
  end,
  revision: answer.revision,
  code,
  codebook: hand.codebook,
  ...(hand.round ? { round: hand.round } : {}),
});

/** A segment anew, with everything that is not changed as it was. */
const anew = (
  hand: Hand,
  row: SegmentRow,
  change: Partial<Pick<SegmentRow, 'start' | 'end' | 'code'>>,
): NewSegment => {
  const { coder: _, made: __, ...kept } = row;
  return {
    ...kept,
    id: `${hand.newId()}/${questionOf(row.id)}`,
    ...change,
    ...('code' in change ? { codebook: hand.codebook } : {}),
  };
};

/**
 * A code for a passage. The same code on a passage that touches it is one passage: two overlapping marks of one code
 * say nothing that one does not, and would count twice.
 */
export const applied = (
  hand: Hand,
  answer: AnswerRow,
  own: readonly SegmentRow[],
  range: Range,
  code: Id,
): SegmentChange | null => {
  const same = own.filter(
    (row) => row.code === code && !row.settled && row.start < range.end && row.end > range.start,
  );
  if (same.some((row) => row.start <= range.start && row.end >= range.end)) return null;
  const whole = {
    start: Math.min(range.start, ...same.map(({ start }) => start)),
    end: Math.max(range.end, ...same.map(({ end }) => end)),
  };
  const quote = same.some((row) => row.quote) ? { quote: true as const } : {};
  return { remove: same.map(({ id }) => id), add: [{ ...made(hand, answer, whole, code), ...quote }] };
};

export const removed = (rows: readonly SegmentRow[]): SegmentChange | null =>
  rows.length === 0 ? null : { remove: rows.map(({ id }) => id), add: [] };

/** Another code on exactly the same passage. */
export const recoded = (hand: Hand, row: SegmentRow, code: Id): SegmentChange | null =>
  row.code === code ? null : { remove: [row.id], add: [anew(hand, row, { code })] };

export const resized = (
  hand: Hand,
  rows: readonly SegmentRow[],
  { start, end }: Range,
): SegmentChange | null => {
  const moved = rows.filter((row) => row.start !== start || row.end !== end);
  return moved.length === 0
    ? null
    : { remove: moved.map(({ id }) => id), add: moved.map((row) => anew(hand, row, { start, end })) };
};

/** "Code all that match": one command, so that one undo takes it back; each segment says what made it. */
export const codedAll = (
  hand: Hand,
  hits: readonly { readonly answer: AnswerRow; readonly range: Range }[],
  code: Id,
  ownOn: (answer: string) => readonly SegmentRow[],
  how: string,
): SegmentChange | null => {
  const add = hits.flatMap(({ answer, range }) => {
    const covered = ownOn(answer.id).some(
      (row) => row.code === code && !row.settled && row.start <= range.start && row.end >= range.end,
    );
    return covered ? [] : [{ ...made(hand, answer, range, code), made: how }];
  });
  return add.length === 0 ? null : { remove: [], add };
};

/** Newest codes first, each once. Segments hold no time: what was used in this session comes before the rest. */
export const recentCodes = (used: readonly Id[], limit = 12): readonly Id[] =>
  [...new Set([...used].reverse())].slice(0, limit);
