import type { CommandKind } from '../command.ts';
import type { Id } from '../ids.ts';
import { err, ok } from '../result.ts';

/** A lead gives a case to an interviewer, or takes it back (null). */
export interface CaseAssign {
  readonly case: Id;
  readonly assignee: Id | null;
}

export const caseAssign: CommandKind<CaseAssign> = {
  kind: 'case.assign',
  stream: 'cases',
  base: (view, { case: id }) => ({ assignee: view.get('case', id)?.rev.assignee ?? 0 }),
  check: (view, { payload }, actor) => {
    if (actor.role !== 'lead') return err({ type: 'refused', reason: 'not_allowed' });
    const row = view.get('case', payload.case);
    if (!row) return err({ type: 'refused', reason: 'unknown_reference' });
    if (row.assignee === payload.assignee) return err({ type: 'refused', reason: 'no_change' });
    return ok(null);
  },
  apply: (view, { payload }) => {
    const row = view.get('case', payload.case);
    if (!row) return [];
    const rev = { ...row.rev, assignee: (row.rev.assignee ?? 0) + 1 };
    return [{ table: 'case', id: row.id, row: { ...row, assignee: payload.assignee, rev } }];
  },
  inverse: (view, { payload }) => {
    const row = view.get('case', payload.case);
    return row ? { case: row.id, assignee: row.assignee } : null;
  },
};
