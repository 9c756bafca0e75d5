import type { CommandKind } from '../command.ts';
import { isRefusal } from '../dispositions.ts';
import { mayHaveDuration } from '../duration.ts';
import type { Id } from '../ids.ts';
import { err, ok } from '../result.ts';
import type { CaseRow, Outcome, RefusalDetail } from '../rows.ts';

/** One call: what came of it, and when it was made (to the minute, by its author's clock). */
export interface AttemptRecord {
  readonly attempt: Id;
  readonly case: Id;
  readonly outcome: Outcome;
  readonly at: string;
  /** Of a refusal only. */
  readonly refusal?: RefusalDetail;
  /** The appointment made in it; it has a command of its own. */
  readonly appointment?: Id;
  /** Quarters of an hour; never of a call in which a part of an interview was made (duration.ts). */
  readonly duration?: number;
}

/** Where the case stands after it. The first completed interview counts; the server decides which arrived first. */
const caseAfter = (row: CaseRow, { attempt, outcome }: AttemptRecord): CaseRow => {
  if (outcome === 'interviewed')
    return row.completed_by ? row : { ...row, status: 'interviewed', completed_by: attempt };
  return row.status === 'new' ? { ...row, status: 'active' } : row;
};

export const attemptRecord: CommandKind<AttemptRecord> = {
  kind: 'attempt.record',
  stream: 'cases',
  check: (view, { payload }, actor) => {
    if (actor.role === 'coder') return err({ type: 'refused', reason: 'not_allowed' });
    // An interview that was begun is completed also where its case went to somebody else meanwhile: the server knows.
    if (!view.get('case', payload.case) && payload.outcome !== 'interviewed')
      return err({ type: 'refused', reason: 'unknown_reference' });
    if (payload.refusal && !isRefusal(payload.outcome)) return err({ type: 'refused', reason: 'malformed' });
    if (payload.duration !== undefined && !mayHaveDuration(payload.outcome))
      return err({ type: 'refused', reason: 'malformed' });
    return ok(null);
  },
  apply: (view, { payload }, actor) => {
    const row = view.get('case', payload.case);
    if (!row) return [];
    const { attempt, outcome, at, refusal, appointment, duration } = payload;
    return [
      {
        table: 'attempt',
        id: attempt,
        row: {
          id: attempt,
          case: row.id,
          by: actor.id,
          outcome,
          at,
          late: false,
          ...(refusal ? { refusal } : {}),
          ...(appointment ? { appointment } : {}),
          ...(duration === undefined ? {} : { duration }),
        },
      },
      { table: 'case', id: row.id, row: caseAfter(row, payload) },
    ];
  },
  inverse: () => null,
};
