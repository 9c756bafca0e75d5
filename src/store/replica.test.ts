import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PulledPage, PulledRow } from '../study/wire.ts';
import { createVault } from '../vault/vault.ts';
import { createReplica, readCursor, readPartition } from './replica.ts';
import { AccountDb } from './schema.ts';
import { createStore } from './store.ts';

const openStore = async () => {
  const db = new AccountDb(crypto.randomUUID(), { indexedDB: new IDBFactory(), IDBKeyRange });
  const kdf = { argon2id: async () => new Uint8Array(32) };
  return { db, store: createStore(db, (await createVault(kdf, 'a', 'x')).key) };
};

const page = (rows: readonly PulledRow[], more: Partial<PulledPage> = {}): PulledPage => ({
  epoch: 'e',
  feed: 'interviews',
  reset: false,
  rows,
  cursor: 'c',
  more: false,
  ...more,
});
const answer = (interview: string, question: string, notes: string | null): PulledRow => ({
  table: 'answer',
  id: `${interview}/${question}`,
  row: notes === null ? null : { id: `${interview}/${question}`, interview, question, notes },
});
const interview = (id: string, there = true): PulledRow => ({
  table: 'interview',
  id,
  row: there ? { id } : null,
});

const QUESTIONS = ['A1.1', 'A1.2', 'A2.1'];

const content = async (store: Awaited<ReturnType<typeof openStore>>['store']) => {
  const rows = await Promise.all(QUESTIONS.map((question) => readPartition(store, 'answer', question)));
  const interviews = await readPartition(store, 'interview');
  return {
    answers: rows
      .flat()
      .map(({ id, notes }) => `${id}=${notes}`)
      .sort(),
    interviews: interviews.map(({ id }) => id).sort(),
  };
};

it('equals a plain map after any history of pulled pages', async () => {
  const rowArb = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('i1', 'i2', 'i3', 'i4'),
        fc.constantFrom(...QUESTIONS),
        fc.string({ maxLength: 30_000 }),
      )
      .map(([id, question, notes]) => answer(id, question, notes)),
    fc.constantFrom('i1', 'i2', 'i3', 'i4').map((id) => interview(id)),
    fc.constantFrom('i1', 'i2', 'i3', 'i4').map((id) => interview(id, false)),
  );
  const pageArb = fc.record({
    rows: fc.array(rowArb, { maxLength: 8 }),
    reset: fc.boolean(),
    reopen: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(pageArb, { maxLength: 8 }), async (pages) => {
      const { store } = await openStore();
      let replica = createReplica(store, () => crypto.randomUUID());
      const truth = new Map<string, PulledRow>();
      for (const { rows, reset, reopen } of pages) {
        if (reopen) replica = createReplica(store, () => crypto.randomUUID());
        if (reset) truth.clear();
        // The server never sends an interview's answers in the page of its tombstone, nor after it.
        const gone = new Set(
          rows.filter(({ table, row }) => table === 'interview' && row === null).map(({ id }) => id),
        );
        const sent = rows.filter(({ id, row }) => row === null || !gone.has(id.split('/')[0] ?? ''));
        for (const row of sent) {
          if (row.row === null)
            for (const key of [...truth.keys()]) if (key.startsWith(row.id)) truth.delete(key);
          if (row.row !== null) truth.set(row.id, row);
        }
        expect(await replica.apply(page(sent, { reset }))).toEqual({ ok: true, value: null });
      }
      const kept = await content(store);
      const rows = [...truth.values()];
      expect(kept.interviews).toEqual(
        rows
          .filter(({ table }) => table === 'interview')
          .map(({ id }) => id)
          .sort(),
      );
      expect(kept.answers).toEqual(
        rows
          .filter(({ table }) => table === 'answer')
          .map(({ id, row }) => `${id}=${(row as { notes: string }).notes}`)
          .sort(),
      );
    }),
    { numRuns: 60 },
  );
});

it('keeps page and cursor in one transaction', async () => {
  const { store } = await openStore();
  const replica = createReplica(store, () => crypto.randomUUID());
  expect(await readCursor(store, 'interviews')).toBeNull();
  await replica.apply(page([interview('i1')], { cursor: 'after-1' }));
  expect(await readCursor(store, 'interviews')).toEqual({ cursor: 'after-1', epoch: 'e' });
});

it('packs rows into pages of about 64 kB instead of one record a row', async () => {
  const { store } = await openStore();
  const replica = createReplica(store, () => crypto.randomUUID());
  const rows = Array.from({ length: 1_000 }, (_, n) => answer(`i${n}`, 'A1.1', 'x'.repeat(200)));
  await replica.apply(page(rows));
  const pages = await store.ids('pages');
  expect(pages.length).toBeGreaterThan(3);
  expect(pages.length).toBeLessThan(10);
});
