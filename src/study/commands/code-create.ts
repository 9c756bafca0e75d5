import { frozenFor } from '../codes.ts';
import type { CommandKind } from '../command.ts';
import type { Id } from '../ids.ts';
import { err, ok } from '../result.ts';
import { CODE_FIELDS, type CodeFields, type CodeRow } from '../rows.ts';
import type { CodeStatus } from './code-status.ts';

export interface CodeCreate {
  readonly code: Id;
  readonly key: string | null;
  readonly parent: Id | null;
  readonly order: number;
  readonly fields: CodeFields;
}

const FRESH: CodeRow['rev'] = Object.fromEntries(
  [...CODE_FIELDS, 'place', 'status'].map((field) => [field, 1]),
);

/** In a blind round it stays its author's proposal until the round is closed and a lead takes it up. */
export const codeCreate: CommandKind<CodeCreate> = {
  kind: 'code.create',
  stream: 'coding',
  check: (view, { payload }, actor) => {
    if (actor.role === 'interviewer') return err({ type: 'refused', reason: 'not_allowed' });
    if (view.get('code', payload.code)) return err({ type: 'refused', reason: 'no_change' });
    if (payload.parent && !view.get('code', payload.parent))
      return err({ type: 'refused', reason: 'unknown_reference' });
    return (payload.fields.name_sv || payload.fields.name_en).trim() === ''
      ? err({ type: 'refused', reason: 'malformed' })
      : ok(null);
  },
  apply: (view, { payload }, actor) => {
    const { code, key, parent, order, fields } = payload;
    if (view.get('code', code)) return [];
    const status = frozenFor(view, actor.id) ? 'proposed' : 'active';
    const row: CodeRow = {
      id: code,
      key,
      parent,
      order,
      status,
      successor: null,
      fields,
      by: actor.id,
      rev: FRESH,
    };
    return [{ table: 'code', id: code, row }];
  },
  // A code is never deleted: somebody may have used it meanwhile.
  takenBackBy: 'code.status',
  inverse: (_view, { payload }): CodeStatus => ({ code: payload.code, status: 'retired' }),
};
