import type { CommandKind } from '../command.ts';
import type { Id } from '../ids.ts';
import { err, ok } from '../result.ts';
import type { WaveField, WaveRow, WaveSetting } from '../rows.ts';

/** Texts of the opening that a lead may mend in mid-field; edits of different fields merge. */
export interface WaveEdit {
  readonly wave: Id;
  readonly fields: Partial<Readonly<Record<WaveField | WaveSetting, string>>>;
}

const fieldsOf = (payload: WaveEdit): readonly (WaveField | WaveSetting)[] =>
  Object.keys(payload.fields) as (WaveField | WaveSetting)[];

const changed = (row: WaveRow, payload: WaveEdit): boolean =>
  fieldsOf(payload).some((field) => payload.fields[field] !== (row.fields[field] ?? ''));

export const waveEdit: CommandKind<WaveEdit> = {
  kind: 'wave.edit',
  stream: 'writing',
  base: (view, payload) => {
    const rev = view.get('wave', payload.wave)?.rev ?? {};
    return Object.fromEntries(fieldsOf(payload).map((field) => [field, rev[field] ?? 0]));
  },
  check: (view, { payload }, actor) => {
    if (actor.role !== 'lead') return err({ type: 'refused', reason: 'not_allowed' });
    const row = view.get('wave', payload.wave);
    if (!row) return err({ type: 'refused', reason: 'unknown_reference' });
    // What counts as complete is fixed before the first call.
    if (payload.fields.completeness !== undefined && row.status !== 'draft')
      return err({ type: 'refused', reason: 'not_allowed' });
    return changed(row, payload) ? ok(null) : err({ type: 'refused', reason: 'no_change' });
  },
  apply: (view, { payload }) => {
    const row = view.get('wave', payload.wave);
    if (!row) return [];
    const rev = { ...row.rev };
    for (const field of fieldsOf(payload)) rev[field] = (rev[field] ?? 0) + 1;
    return [
      { table: 'wave', id: row.id, row: { ...row, fields: { ...row.fields, ...payload.fields }, rev } },
    ];
  },
  inverse: (view, { payload }) => {
    const row = view.get('wave', payload.wave);
    if (!row) return null;
    return {
      wave: row.id,
      fields: Object.fromEntries(fieldsOf(payload).map((field) => [field, row.fields[field] ?? ''])),
    };
  },
};
