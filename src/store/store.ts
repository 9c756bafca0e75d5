import { err, ok, type Result } from '../study/result.ts';
import { type DataKey, seal, unseal } from '../vault/box.ts';
import { storageFailure } from './failure.ts';
import type { CommitFailure, Loaded, Store, StoredRecord, StoreTable, Write } from './port.ts';
import type { AccountDb, SealedRecord } from './schema.ts';

/** Writes that do not care what stands there are tried again when another tab was quicker. */
const MOST_TRIES = 5;

interface Sealed {
  readonly write: Write;
  /** Version the record had when it was sealed; 0: absent. */
  readonly from: number;
  readonly record: SealedRecord | null;
}

class Refused extends Error {
  readonly failure: CommitFailure;
  constructor(failure: CommitFailure) {
    super(failure.type);
    this.failure = failure;
  }
}

export const createStore = (db: AccountDb, key: DataKey): Store => {
  const range = (table: StoreTable, prefix = '') =>
    prefix === '' ? db[table].toCollection() : db[table].where('id').startsWith(prefix);

  const open = async (
    table: StoreTable,
    { id, version, fence, box }: SealedRecord,
  ): Promise<StoredRecord | null> => {
    const value = await unseal(key, { table, id, version }, box);
    return value === undefined ? null : { id, version, fence, value };
  };

  const load: Store['load'] = async (table, prefix) => {
    const sealed = await range(table, prefix).toArray();
    const opened = await Promise.all(sealed.map((record) => open(table, record)));
    const unreadable = sealed.filter((_, index) => opened[index] === null).map(({ id }) => id);
    return { records: opened.filter((record) => record !== null), unreadable } satisfies Loaded;
  };

  const sealWrite = async (write: Write): Promise<Sealed> => {
    const { table, id, value, expect, fence } = write;
    const needsLook = expect === undefined || fence === undefined;
    const stands = needsLook ? await db[table].get(id) : undefined;
    const from = expect ?? stands?.version ?? 0;
    if (value === undefined) return { write, from, record: null };
    const version = from + 1;
    const box = await seal(key, { table, id, version }, value);
    return { write, from, record: { id, version, fence: fence ?? stands?.fence ?? 0, box } };
  };

  /** Inside the transaction nothing is awaited but the database. */
  const put = async ({ write, from, record }: Sealed): Promise<void> => {
    const { table, id, fence } = write;
    const stands = await db[table].get(id);
    if (fence !== undefined && stands !== undefined && stands.fence > fence)
      throw new Refused({ type: 'fenced', id });
    if ((stands?.version ?? 0) !== from) throw new Refused({ type: 'stale', table, id });
    if (record === null) await db[table].delete(id);
    else await db[table].put(record);
  };

  const attempt = async (writes: readonly Write[]): Promise<Result<null, CommitFailure>> => {
    try {
      const sealed = await Promise.all(writes.map(sealWrite));
      const tables = [...new Set(writes.map(({ table }) => db[table]))];
      await db.transaction('rw', [...tables, db.counters], async () => {
        for (const one of sealed) await put(one);
        // A draft overwritten with each keystroke changes no count, and each request more is a turn of the screen's thread.
        const counted = sealed.filter(({ from, record }) => from === 0 || record === null);
        await countWaiting(
          db,
          counted.map(({ write }) => write),
        );
      });
      return ok(null);
    } catch (cause) {
      if (cause instanceof Refused) return err(cause.failure);
      const failure = storageFailure(cause);
      if (failure === null) throw cause;
      return err(failure);
    }
  };

  const commit: Store['commit'] = async (writes) => {
    if (writes.length === 0) return ok(null);
    for (let tries = 1; ; tries += 1) {
      const done = await attempt(writes);
      if (done.ok || done.error.type !== 'stale' || tries === MOST_TRIES) return done;
      const { table, id } = done.error;
      const insisted = writes.some(
        (write) => write.table === table && write.id === id && write.expect !== undefined,
      );
      if (insisted) return done;
    }
  };

  return {
    load,
    get: async (table, id) => {
      const record = await db[table].get(id);
      return record === undefined ? null : open(table, record);
    },
    ids: (table, prefix) => range(table, prefix).primaryKeys(),
    commit,
    close: () => db.close(),
  };
};

/** A locked device says how many records and drafts wait; it may count, not read. */
const countWaiting = async (db: AccountDb, writes: readonly Write[]): Promise<void> => {
  if (writes.some(({ table }) => table === 'journal'))
    await db.counters.put({ id: 'waiting', value: await db.journal.count() });
  if (writes.some(({ table }) => table === 'drafts'))
    await db.counters.put({ id: 'drafts', value: await db.drafts.count() });
};
