import { frozenFor, successorOf } from '../codes.ts';
import type { CommandKind } from '../command.ts';
import type { Id } from '../ids.ts';
import { err, ok } from '../result.ts';

/** A code gives way to another: it points at its successor, and no segment is rewritten. null: stands for itself again. */
export interface CodeMerge {
  readonly code: Id;
  readonly into: Id | null;
}

export const codeMerge: CommandKind<CodeMerge> = {
  kind: 'code.merge',
  stream: 'coding',
  base: (view, { code }) => ({ status: view.get('code', code)?.rev.status ?? 0 }),
  check: (view, { payload }, actor) => {
    if (actor.role === 'interviewer') return err({ type: 'refused', reason: 'not_allowed' });
    const row = view.get('code', payload.code);
    if (!row || (payload.into && !view.get('code', payload.into)))
      return err({ type: 'refused', reason: 'unknown_reference' });
    if (row.status !== 'proposed' && frozenFor(view, actor.id))
      return err({ type: 'refused', reason: 'frozen' });
    if (payload.into && successorOf((id) => view.get('code', id), payload.into) === row.id)
      return err({ type: 'refused', reason: 'cycle' });
    return row.successor === payload.into ? err({ type: 'refused', reason: 'no_change' }) : ok(null);
  },
  apply: (view, { payload, base }) => {
    const row = view.get('code', payload.code);
    if (!row || (row.rev.status ?? 0) > (base?.status ?? 0)) return [];
    const rev = { ...row.rev, status: (row.rev.status ?? 0) + 1 };
    const status = payload.into ? 'merged' : 'active';
    return [{ table: 'code', id: row.id, row: { ...row, status, successor: payload.into, rev } }];
  },
  inverse: (view, { payload }): CodeMerge | null => {
    const row = view.get('code', payload.code);
    return row ? { code: row.id, into: row.successor } : null;
  },
};
