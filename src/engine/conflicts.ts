import type { Id } from '../study/ids.ts';
import { canonicalJson, type Json, sha256Hex } from '../study/json.ts';
import { err, ok, type Result } from '../study/result.ts';
import type { Entry, Journal } from '../sync/journal.ts';
import type { FieldConflict, StoreFailure } from './types.ts';

/** Two people wrote the same field: nothing of the later command was applied, and its author chooses. */
type Current = Readonly<Record<string, { readonly value: Json; readonly rev: number }>>;
type Payload = Readonly<Record<string, Json>> & { readonly fields?: Readonly<Record<string, Json>> };

const currentOf = ({ state, answer }: Entry): Current | null =>
  state === 'conflict' && answer?.result === 'conflict' && answer.reason === 'stale'
    ? (answer.current as unknown as Current)
    : null;
const payloadOf = (entry: Entry): Payload => JSON.parse(entry.payload) as Payload;

/** Both values of each field, null where it is no conflict of fields. */
export const fieldConflicts = (entry: Entry): readonly FieldConflict[] | null => {
  const current = currentOf(entry);
  if (current === null) return null;
  const payload = payloadOf(entry);
  const mine = payload.fields ?? payload;
  return Object.entries(current).map(([field, { value }]) => ({
    field,
    mine: mine[field] ?? null,
    theirs: value,
  }));
};

/**
 * What goes instead of the command: with all its values on the revisions that the server named, or without the fields
 * that somebody else wrote; null where nothing is left then.
 */
export const settledPayload = (
  entry: Entry,
  keep: 'mine' | 'theirs',
): { readonly payload: Payload; readonly base: Readonly<Record<string, number>> } | null => {
  const current = currentOf(entry);
  if (current === null) return null;
  const payload = payloadOf(entry);
  if (keep === 'mine') {
    const base = { ...entry.base };
    for (const [field, { rev }] of Object.entries(current)) base[field] = rev;
    return { payload, base };
  }
  if (!payload.fields) return null;
  const without = <T>(values: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(values).filter(([field]) => !(field in current)));
  const fields = without(payload.fields);
  if (Object.keys(fields).length === 0) return null;
  return { payload: { ...payload, fields }, base: without(entry.base ?? {}) };
};

/** The new command stands in the journal in the same transaction in which the old one leaves it. */
export const settleConflict = async (
  parts: { readonly journal: Journal; readonly newId: () => Id },
  id: Id,
  keep: 'mine' | 'theirs',
): Promise<Result<null, StoreFailure>> => {
  const { journal, newId } = parts;
  const entry = journal.entries.get().find((each) => each.id === id);
  if (!entry || currentOf(entry) === null) return ok(null);
  const settled = settledPayload(entry, keep);
  const { answer: _answer, undoes: _undoes, ...rest } = entry;
  const put: Entry[] = [];
  if (settled) {
    const payload = canonicalJson(settled.payload);
    put.push({
      ...rest,
      id: newId(),
      seq: journal.nextSeq(),
      payload,
      hash: await sha256Hex(payload),
      base: settled.base,
      state: 'queued',
    });
  }
  const done = await journal.commit({ put, remove: [id] });
  return done.ok ? ok(null) : err({ type: 'storage_closed' });
};
