import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { createScriptedDevice } from '../../test/driver/world.ts';
import { AccountDb } from '../store/schema.ts';
import { createStore } from '../store/store.ts';
import type { Result } from '../study/result.ts';
import { createCell } from '../study/source.ts';
import { createVault } from '../vault/vault.ts';
import { openPapers } from './papers.ts';
import type { Status } from './types.ts';

const kdf = { argon2id: async () => new Uint8Array(32) };
const value = <T>(result: Result<T, { readonly type: string }>): T => {
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
};

const openTwoTabs = async () => {
  const db = new AccountDb(crypto.randomUUID(), { indexedDB: new IDBFactory(), IDBKeyRange });
  const store = createStore(db, (await createVault(kdf, 'a', 'x')).key);
  const device = createScriptedDevice({ url: 'http://127.0.0.1:1', anonKey: '' });
  const saving = createCell<Pick<Status, 'saving' | 'savedAt'>>({ saving: 'saved', savedAt: null });
  const written: string[] = [];
  const tab = () =>
    openPapers({ world: device.tab(), store, saving }, 'acc', (name) => void written.push(name));
  return { db, store, tab, written };
};

it('keeps a paper with each change, sealed, and gives it back after a reload', async () => {
  const { db, tab } = await openTwoTabs();
  const room = tab();
  const handle = value(await room.papers.open('memo/1', { text: '' }));
  value(await handle.change(() => ({ text: 'Hemligt utkast' })));
  await room.closeAll();
  const again = value(await tab().papers.open('memo/1', { text: 'blank' }));
  expect(again.paper.get()).toEqual({ text: 'Hemligt utkast' });
  const raw = await db.docs.get('paper/memo/1');
  expect(new TextDecoder('latin1').decode(raw?.box)).not.toContain('Hemligt');
});

it('lets one tab write; the other watches, follows, and may take over', async () => {
  const { tab } = await openTwoTabs();
  const [one, two] = [tab(), tab()];
  const mine = value(await one.papers.open<number>('memo/1', 0));
  const theirs = value(await two.papers.open<number>('memo/1', 9));
  expect([mine.mode.get(), theirs.mode.get()]).toEqual(['writing', 'watching']);
  await mine.change(() => 1);
  await two.reload('memo/1');
  expect(theirs.paper.get()).toBe(1);
  expect(await theirs.change(() => 2)).toMatchObject({ ok: false });
  value(await theirs.takeOver());
  expect(await mine.change(() => 3)).toMatchObject({ ok: false });
  value(await theirs.change(() => 4));
  expect(theirs.paper.get()).toBe(4);
});

it('names its papers, counts none of them as waiting, and erases one for good', async () => {
  const { db, tab } = await openTwoTabs();
  const { papers } = tab();
  await papers.open('memo/b', 1);
  await papers.open('memo/a', 1);
  await papers.open('report/a', 1);
  expect(await papers.names('memo/')).toEqual(['memo/a', 'memo/b']);
  expect(await db.counters.toArray()).toEqual([]);
  value(await papers.erase('memo/a'));
  expect(await papers.names('')).toEqual(['memo/b', 'report/a']);
  expect(value(await papers.open('memo/a', 'new')).paper.get()).toBe('new');
});

it('stays with a screen that was left and entered again at once', async () => {
  const { tab } = await openTwoTabs();
  const { papers } = tab();
  const [left, entered] = await Promise.all([
    papers.open<number>('memo/1', 0),
    papers.open<number>('memo/1', 0),
  ]);
  await value(left).close();
  await value(left).close();
  expect(value(entered).mode.get()).toBe('writing');
  value(await value(entered).change(() => 1));
  const closing = value(entered).close();
  const again = value(await papers.open<number>('memo/1', 0));
  await closing;
  expect([again.mode.get(), again.paper.get()]).toEqual(['writing', 1]);
});
