import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createScriptedDevice } from '../../test/driver/world.ts';
import type { Store } from '../store/port.ts';
import { AccountDb } from '../store/schema.ts';
import { createStore } from '../store/store.ts';
import type { InterviewDraft } from '../study/draft.ts';
import { createCell } from '../study/source.ts';
import { createVault } from '../vault/vault.ts';
import { openDrafts } from './drafts.ts';
import type { Status } from './types.ts';

const draftOf = (id: string, closing = ''): InterviewDraft => ({
  id,
  wave: 'w',
  case: 'c',
  caseName: 'Vara',
  stratum: 's',
  instrument: 'h',
  stage: 'asking',
  language: 'sv',
  mode: 'telephone',
  consent: null,
  receipt: null,
  roles: {},
  answers: {},
  closing,
  position: { question: 'A1.1', caret: 0 },
  talked: 0,
  review: null,
});

const kdf = { argon2id: async () => new Uint8Array(32) };

const openTwoTabs = async () => {
  const db = new AccountDb(crypto.randomUUID(), { indexedDB: new IDBFactory(), IDBKeyRange });
  const store = createStore(db, (await createVault(kdf, 'a', 'x')).key);
  const device = createScriptedDevice({ url: 'http://127.0.0.1:1', anonKey: '' });
  const tab = async (over: Store) => {
    const saving = createCell<Pick<Status, 'saving' | 'savedAt'>>({ saving: 'saved', savedAt: null });
    return { saving, ...(await openDrafts(device.tab(), over, 'acc', saving, () => undefined)) };
  };
  return { store, tab, device };
};

const begun = async (drafts: Awaited<ReturnType<typeof openDrafts>>['drafts'], id: string) => {
  const handle = await drafts.begin(draftOf(id));
  if (!handle.ok) throw new Error(handle.error.type);
  return handle.value;
};

it('D6: the last of any burst of changes is what is stored, and the screen never waits for it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string(), { minLength: 1, maxLength: 20 }), async (typed) => {
      const { store, tab } = await openTwoTabs();
      const { drafts } = await tab(store);
      const handle = await begun(drafts, 'd');
      const saved = typed.map((closing) => {
        const done = handle.change((draft) => ({ ...draft, closing }));
        expect(handle.draft.get().closing).toBe(closing);
        return done;
      });
      for (const done of await Promise.all(saved)) expect(done.ok).toBe(true);
      expect((await store.get('drafts', 'd'))?.value).toMatchObject({ closing: typed.at(-1) });
    }),
    { numRuns: 25 },
  );
});

it('lets one tab write and the other watch, and taking over is a choice', async () => {
  const { store, tab } = await openTwoTabs();
  const one = await tab(store);
  const mine = await begun(one.drafts, 'd');
  const two = await tab(store);
  const opened = await two.drafts.open('d');
  if (!opened.ok) throw new Error(opened.error.type);
  const theirs = opened.value;
  expect([mine.mode.get(), theirs.mode.get()]).toEqual(['writing', 'watching']);
  expect(await theirs.change((draft) => ({ ...draft, closing: 'x' }))).toMatchObject({ ok: false });

  await mine.change((draft) => ({ ...draft, closing: 'mitt' }));
  await two.reload('d');
  expect(theirs.draft.get().closing).toBe('mitt');

  expect((await theirs.takeOver()).ok).toBe(true);
  expect([mine.mode.get(), theirs.mode.get()]).toEqual(['watching', 'writing']);
  expect(await mine.change((draft) => ({ ...draft, closing: 'för sent' }))).toMatchObject({ ok: false });
  expect((await store.get('drafts', 'd'))?.value).toMatchObject({ closing: 'mitt' });
});

it('refuses a stale writer by its fence even when no lock told it', async () => {
  const { store, tab } = await openTwoTabs();
  const mine = await begun((await tab(store)).drafts, 'd');
  const record = await store.get('drafts', 'd');
  await store.commit([
    { table: 'drafts', id: 'd', value: draftOf('d', 'nyare'), fence: (record?.fence ?? 0) + 1 },
  ]);
  expect(await mine.change((draft) => ({ ...draft, closing: 'äldre' }))).toEqual({
    ok: false,
    error: { type: 'taken_over' },
  });
  expect((await store.get('drafts', 'd'))?.value).toMatchObject({ closing: 'nyare' });
});

it('keeps what a full disk refused, says so, and stores it with the next keystroke', async () => {
  const { store, tab, device } = await openTwoTabs();
  let full = false;
  const sometimes: Store = {
    ...store,
    commit: async (writes) => (full ? { ok: false, error: { type: 'storage_full' } } : store.commit(writes)),
  };
  const { drafts, saving } = await tab(sometimes);
  const handle = await begun(drafts, 'd');
  full = true;
  expect(await handle.change((draft) => ({ ...draft, closing: 'a' }))).toEqual({
    ok: false,
    error: { type: 'storage_full' },
  });
  expect(handle.draft.get().closing).toBe('a');
  expect(saving.get().saving).toBe('failed');
  full = false;
  expect((await handle.change((draft) => ({ ...draft, closing: 'ab' }))).ok).toBe(true);
  expect(saving.get().saving).toBe('saved');
  expect((await store.get('drafts', 'd'))?.value).toMatchObject({ closing: 'ab' });

  full = true;
  await handle.change((draft) => ({ ...draft, closing: 'abc' }));
  full = false;
  const stored = new Promise<void>((resolve) => {
    saving.subscribe(() => saving.get().saving === 'saved' && resolve());
  });
  device.advance(5_000);
  await stored;
  expect((await store.get('drafts', 'd'))?.value).toMatchObject({ closing: 'abc' });
});
