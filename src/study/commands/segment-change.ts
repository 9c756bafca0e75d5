import { covers } from '../codes.ts';
import type { Actor, Change, CommandKind, Refusal, View } from '../command.ts';
import { err, ok, type Result } from '../result.ts';
import type { SegmentRow } from '../rows.ts';
import { answerOf, questionOf } from '../segments.ts';

/** A segment as its maker sends it; the coder is whoever sends. */
export type NewSegment = Omit<SegmentRow, 'coder'>;

/**
 * Coding, recoding, resizing, splitting, removing, "code all that match": segments go and others come, all or none,
 * so that one undo takes it back. Segments are never changed in place and so never conflict.
 */
export interface SegmentChange {
  readonly remove: readonly string[];
  readonly add: readonly NewSegment[];
}
/** Of each of the two. */
export const SEGMENTS_AT_ONCE = 1_000;

const refused = (reason: Extract<Refusal, { type: 'refused' }>['reason']): Result<null, Refusal> =>
  err({ type: 'refused', reason });

const checkRemoved = (view: View, id: string, actor: Actor): Result<null, Refusal> => {
  const row = view.get('segment', id);
  if (!row) return refused('unknown_reference');
  if (!row.settled && row.coder !== actor.id) return refused('not_allowed');
  const closed = !row.settled && row.round && view.get('round', row.round)?.state === 'closed';
  return closed ? refused('round_closed') : ok(null);
};

const checkAdded = (view: View, segment: NewSegment, actor: Actor): Result<null, Refusal> => {
  const { start, end, revision, round } = segment;
  if (!(0 <= start && start < end)) return refused('malformed');
  if (!view.get('code', segment.code)) return refused('unknown_reference');
  // Answers of questions that no screen shows are not in the view; the server looks at them all.
  const answer = view.get('answer', answerOf(segment));
  if (answer && end > answer.notes.length) return refused('malformed');
  if (answer && revision !== answer.revision) return refused('stale');
  if (!round) return ok(null);
  const row = view.get('round', round);
  if (!row) return refused('unknown_reference');
  if (row.state === 'closed') return refused('round_closed');
  const wave = view.get('interview', segment.interview)?.wave;
  const outside = wave !== undefined && !covers(row, wave, segment.interview, questionOf(segment.id));
  return row.coders.includes(actor.id) && !outside ? ok(null) : refused('not_allowed');
};

export const checkSegments = (
  view: View,
  { remove, add }: SegmentChange,
  actor: Actor,
): Result<null, Refusal> => {
  if (actor.role === 'interviewer') return refused('not_allowed');
  if (Math.max(remove.length, add.length) > SEGMENTS_AT_ONCE) return refused('too_large');
  for (const id of remove) {
    const fine = checkRemoved(view, id, actor);
    if (!fine.ok) return fine;
  }
  for (const segment of add) {
    const fine = checkAdded(view, segment, actor);
    if (!fine.ok) return fine;
  }
  return ok(null);
};

export const applySegments = (
  view: View,
  { remove, add }: SegmentChange,
  actor: Actor,
): readonly Change[] => [
  ...remove.map((id): Change => ({ table: 'segment', id, row: null })),
  // One that the server has moved along with a redaction stands as it gave it.
  ...add.flatMap((segment): Change[] => {
    const seen = view.get('segment', segment.id);
    if (seen && seen.revision > segment.revision) return [];
    return [{ table: 'segment', id: segment.id, row: { ...segment, coder: actor.id } }];
  }),
];

export const invertSegments = (view: View, { remove, add }: SegmentChange): SegmentChange => ({
  remove: add.map(({ id }) => id),
  add: remove.flatMap((id) => {
    const row = view.get('segment', id);
    if (!row) return [];
    const { coder: _, ...rest } = row;
    return [rest];
  }),
});

export const segmentChange: CommandKind<SegmentChange> = {
  kind: 'segment.change',
  stream: 'coding',
  check: (view, { payload }, actor) =>
    payload.remove.length + payload.add.length === 0
      ? refused('no_change')
      : checkSegments(view, payload, actor),
  apply: (view, { payload }, actor) => applySegments(view, payload, actor),
  inverse: (view, { payload }) => invertSegments(view, payload),
};
