import { frozenFor, makesCycle } from '../codes.ts';
import type { CommandKind } from '../command.ts';
import type { Id } from '../ids.ts';
import { err, ok } from '../result.ts';

/** Puts a code elsewhere in the tree. No move makes a cycle: the server looks again, for two who moved at once. */
export interface CodeMove {
  readonly code: Id;
  readonly parent: Id | null;
  readonly order: number;
}

export const codeMove: CommandKind<CodeMove> = {
  kind: 'code.move',
  stream: 'coding',
  base: (view, { code }) => ({ place: view.get('code', code)?.rev.place ?? 0 }),
  check: (view, { payload }, actor) => {
    if (actor.role === 'interviewer') return err({ type: 'refused', reason: 'not_allowed' });
    const row = view.get('code', payload.code);
    if (!row || (payload.parent && !view.get('code', payload.parent)))
      return err({ type: 'refused', reason: 'unknown_reference' });
    if (row.status !== 'proposed' && frozenFor(view, actor.id))
      return err({ type: 'refused', reason: 'frozen' });
    if (makesCycle((id) => view.get('code', id)?.parent ?? null, row.id, payload.parent))
      return err({ type: 'refused', reason: 'cycle' });
    return row.parent === payload.parent && row.order === payload.order
      ? err({ type: 'refused', reason: 'no_change' })
      : ok(null);
  },
  apply: (view, { payload, base }) => {
    const row = view.get('code', payload.code);
    if (!row || (row.rev.place ?? 0) > (base?.place ?? 0)) return [];
    // Somebody's move has come in between: shown as the server will have it, where it is.
    if (makesCycle((id) => view.get('code', id)?.parent ?? null, row.id, payload.parent)) return [];
    const rev = { ...row.rev, place: (row.rev.place ?? 0) + 1 };
    return [
      { table: 'code', id: row.id, row: { ...row, parent: payload.parent, order: payload.order, rev } },
    ];
  },
  inverse: (view, { payload }): CodeMove | null => {
    const row = view.get('code', payload.code);
    return row ? { code: row.id, parent: row.parent, order: row.order } : null;
  },
};
