import type { CommandKind } from '../command.ts';
import type { Id } from '../ids.ts';
import { err, ok } from '../result.ts';
import type { MemoTarget } from '../rows.ts';

/** A memo on an answer, a segment, a code or an interview; `text` null takes it away. */
export interface MemoPut {
  readonly memo: Id;
  readonly on: MemoTarget;
  readonly text: string | null;
}
/** Characters. */
export const LONGEST_MEMO = 20_000;

export const memoPut: CommandKind<MemoPut> = {
  kind: 'memo.put',
  stream: 'coding',
  check: (view, { payload }, actor) => {
    if (actor.role === 'interviewer') return err({ type: 'refused', reason: 'not_allowed' });
    const row = view.get('memo', payload.memo);
    if (row && row.by !== actor.id) return err({ type: 'refused', reason: 'not_allowed' });
    if ((row?.text ?? null) === payload.text) return err({ type: 'refused', reason: 'no_change' });
    if (payload.text !== null && payload.text.trim() === '')
      return err({ type: 'refused', reason: 'malformed' });
    return (payload.text ?? '').length > LONGEST_MEMO
      ? err({ type: 'refused', reason: 'too_large' })
      : ok(null);
  },
  apply: (_view, { payload }, actor) => {
    const { memo: id, on, text } = payload;
    return [{ table: 'memo', id, row: text === null ? null : { id, on, by: actor.id, text } }];
  },
  inverse: (view, { payload }): MemoPut => ({
    memo: payload.memo,
    on: payload.on,
    text: view.get('memo', payload.memo)?.text ?? null,
  }),
};
