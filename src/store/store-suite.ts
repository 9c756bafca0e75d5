import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVault } from '../vault/vault.ts';
import type { Store } from './port.ts';
import { AccountDb, type StorageDep } from './schema.ts';
import { createStore } from './store.ts';

/**
 * The acceptance suite of the store port: run over fake-indexeddb in Node (store.test.ts) and over the real one in
 * Chromium (store.store.test.ts). A new home of the store proves itself here.
 */
const weakKdf = { argon2id: async () => new Uint8Array(32).fill(7) };

export const describeStore = (name: string, storage: () => StorageDep): void => {
  describe(`store over ${name}`, () => {
    let db: AccountDb;
    let store: Store;

    beforeEach(async () => {
      const account = crypto.randomUUID();
      db = new AccountDb(account, storage());
      store = createStore(db, (await createVault(weakKdf, account, 'fem ord')).key);
    });
    afterEach(async () => {
      db.close();
      await db.delete();
    });

    it('gives back what was committed, with its version', async () => {
      expect(await store.commit([{ table: 'docs', id: 'a', value: { å: ['ä', 'ö'] } }])).toEqual({
        ok: true,
        value: null,
      });
      expect(await store.get('docs', 'a')).toMatchObject({ id: 'a', version: 1, value: { å: ['ä', 'ö'] } });
    });

    it('keeps all of a commit or nothing', async () => {
      await store.commit([{ table: 'docs', id: 'a', value: 1 }]);
      const refused = await store.commit([
        { table: 'drafts', id: 'd', value: 'new' },
        { table: 'docs', id: 'a', value: 2, expect: 0 },
      ]);
      expect(refused).toEqual({ ok: false, error: { type: 'stale', table: 'docs', id: 'a' } });
      expect(await store.get('drafts', 'd')).toBeNull();
      expect((await store.get('docs', 'a'))?.value).toBe(1);
    });

    it('refuses a writer whose fence is older than the last', async () => {
      await store.commit([{ table: 'drafts', id: 'd', value: 1, fence: 2 }]);
      const late = await store.commit([{ table: 'drafts', id: 'd', value: 2, expect: 1, fence: 1 }]);
      expect(late).toEqual({ ok: false, error: { type: 'fenced', id: 'd' } });
    });

    it('keeps the fence where a write names none', async () => {
      await store.commit([{ table: 'drafts', id: 'd', value: 1, fence: 3 }]);
      await store.commit([{ table: 'drafts', id: 'd', value: 2 }]);
      expect((await store.get('drafts', 'd'))?.fence).toBe(3);
    });

    it('lets the last of concurrent careless writes win, and counts each', async () => {
      await Promise.all([1, 2, 3].map((value) => store.commit([{ table: 'docs', id: 'a', value }])));
      expect((await store.get('docs', 'a'))?.version).toBe(3);
    });

    it('reads by prefix and deletes', async () => {
      await store.commit(['p/1', 'p/2', 'q/1'].map((id) => ({ table: 'pages' as const, id, value: id })));
      expect((await store.load('pages', 'p/')).records.map(({ id }) => id)).toEqual(['p/1', 'p/2']);
      await store.commit([{ table: 'pages', id: 'p/1', value: undefined }]);
      expect(await store.ids('pages')).toEqual(['p/2', 'q/1']);
    });

    it('keeps a damaged record and says which it is', async () => {
      await store.commit([{ table: 'journal', id: 'j', value: 'secret' }]);
      const record = await db.journal.get('j');
      if (record) await db.journal.put({ ...record, box: record.box.map((byte) => byte ^ 1) });
      expect(await store.load('journal')).toEqual({ records: [], unreadable: ['j'] });
      expect(await db.journal.count()).toBe(1);
    });

    it('does not open a record that was moved or rolled back', async () => {
      await store.commit([{ table: 'docs', id: 'a', value: 'old' }]);
      const old = await db.docs.get('a');
      await store.commit([{ table: 'docs', id: 'a', value: 'new' }]);
      if (old)
        await db.docs.bulkPut([
          { ...old, version: 2 },
          { ...old, id: 'b' },
        ]);
      expect((await store.load('docs')).unreadable).toEqual(['a', 'b']);
    });

    it('holds no word of what it keeps in clear', async () => {
      await store.commit([{ table: 'drafts', id: 'd', value: { notes: 'Hemlighetsmakeri' } }]);
      const raw = await db.drafts.get('d');
      expect(new TextDecoder('latin1').decode(raw?.box)).not.toContain('Hemlighet');
    });

    it('counts what waits, for a locked device', async () => {
      await store.commit([
        { table: 'journal', id: 'j', value: 1 },
        { table: 'drafts', id: 'd', value: 1 },
      ]);
      expect(await db.counters.toArray()).toEqual([
        { id: 'drafts', value: 1 },
        { id: 'waiting', value: 1 },
      ]);
    });

    it('answers storage_closed when the system closed the database', async () => {
      db.close();
      expect(await store.commit([{ table: 'docs', id: 'a', value: 1 }])).toEqual({
        ok: false,
        error: { type: 'storage_closed' },
      });
    });
  });
};
