import { frozenFor } from '../codes.ts';
import type { CommandKind } from '../command.ts';
import type { Id } from '../ids.ts';
import { canonicalJson } from '../json.ts';
import { err, ok } from '../result.ts';
import { CODE_FIELDS, type CodeFields } from '../rows.ts';

/** Rewords a code. Edits of different fields merge; of the same field both values are kept and a person decides. */
export interface CodeEdit {
  readonly code: Id;
  readonly fields: Partial<CodeFields>;
}

const written = ({ fields }: CodeEdit): readonly (keyof CodeFields)[] =>
  CODE_FIELDS.filter((field) => fields[field] !== undefined);

const pick = (from: CodeFields, names: readonly (keyof CodeFields)[]): Partial<CodeFields> =>
  Object.fromEntries(names.map((name) => [name, from[name]]));

export const codeEdit: CommandKind<CodeEdit> = {
  kind: 'code.edit',
  stream: 'coding',
  base: (view, payload) => {
    const rev = view.get('code', payload.code)?.rev ?? {};
    return Object.fromEntries(written(payload).map((field) => [field, rev[field] ?? 0]));
  },
  check: (view, { payload }, actor) => {
    if (actor.role === 'interviewer') return err({ type: 'refused', reason: 'not_allowed' });
    const row = view.get('code', payload.code);
    if (!row) return err({ type: 'refused', reason: 'unknown_reference' });
    if (row.status !== 'proposed' && frozenFor(view, actor.id))
      return err({ type: 'refused', reason: 'frozen' });
    const names = written(payload);
    return canonicalJson(pick(row.fields, names)) === canonicalJson(payload.fields)
      ? err({ type: 'refused', reason: 'no_change' })
      : ok(null);
  },
  apply: (view, { payload, base }) => {
    const row = view.get('code', payload.code);
    if (!row) return [];
    // A field that is newer than its author saw holds this edit already, or somebody else's.
    const names = written(payload).filter((name) => (row.rev[name] ?? 0) <= (base?.[name] ?? 0));
    const rev = { ...row.rev };
    for (const name of names) rev[name] = (rev[name] ?? 0) + 1;
    const fields = { ...row.fields, ...pick({ ...row.fields, ...payload.fields }, names) };
    return [{ table: 'code', id: row.id, row: { ...row, fields, rev } }];
  },
  inverse: (view, { payload }): CodeEdit | null => {
    const row = view.get('code', payload.code);
    return row ? { code: row.id, fields: pick(row.fields, written(payload)) } : null;
  },
};
