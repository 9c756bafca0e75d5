import { frozenFor } from '../codes.ts';
import type { CommandKind } from '../command.ts';
import type { Id } from '../ids.ts';
import { err, ok } from '../result.ts';

/** Retires a code, restores it, or takes up a proposed one (a lead, once its round is closed). */
export interface CodeStatus {
  readonly code: Id;
  readonly status: 'active' | 'retired' | 'proposed';
}

export const codeStatus: CommandKind<CodeStatus> = {
  kind: 'code.status',
  stream: 'coding',
  base: (view, { code }) => ({ status: view.get('code', code)?.rev.status ?? 0 }),
  check: (view, { payload }, actor) => {
    if (actor.role === 'interviewer') return err({ type: 'refused', reason: 'not_allowed' });
    const row = view.get('code', payload.code);
    if (!row) return err({ type: 'refused', reason: 'unknown_reference' });
    if (frozenFor(view, actor.id) && (row.status !== 'proposed' || payload.status === 'active'))
      return err({ type: 'refused', reason: 'frozen' });
    const taken = payload.status === 'proposed' || (row.status === 'proposed' && payload.status === 'active');
    if (taken && actor.role !== 'lead') return err({ type: 'refused', reason: 'not_allowed' });
    if (row.status === 'merged') return err({ type: 'refused', reason: 'not_allowed' });
    return row.status === payload.status ? err({ type: 'refused', reason: 'no_change' }) : ok(null);
  },
  apply: (view, { payload, base }) => {
    const row = view.get('code', payload.code);
    if (!row || (row.rev.status ?? 0) > (base?.status ?? 0)) return [];
    const rev = { ...row.rev, status: (row.rev.status ?? 0) + 1 };
    return [{ table: 'code', id: row.id, row: { ...row, status: payload.status, successor: null, rev } }];
  },
  inverse: (view, { payload }): CodeStatus | null => {
    const row = view.get('code', payload.code);
    return row && row.status !== 'merged' ? { code: row.id, status: row.status } : null;
  },
};
