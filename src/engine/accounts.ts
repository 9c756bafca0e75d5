import type { Store } from '../store/port.ts';
import { AccountDb, type AccountRecord, type DeviceDb, type StorageDep } from '../store/schema.ts';
import { createStore } from '../store/store.ts';
import type { Role } from '../study/rows.ts';
import type { Session, SessionKeeper } from '../sync/remote.ts';
import type { DataKey } from '../vault/box.ts';
import type { KdfDep } from '../vault/kdf.ts';
import { createVault, unlockVault } from '../vault/vault.ts';

/** An account's database, open, with its key in memory. */
export interface OpenAccount {
  readonly id: string;
  readonly key: DataKey;
  readonly db: AccountDb;
  readonly store: Store;
}

export interface AccountDeps {
  readonly storage: StorageDep;
}

/** Who this account is, sealed: the screen knows it before any network. */
export interface MeDoc {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly practice: boolean;
}
const ME = 'me';
const SESSION = 'session';

export const openWith = ({ storage }: AccountDeps, id: string, key: DataKey): OpenAccount => {
  const db = new AccountDb(id, storage);
  return { id, key, db, store: createStore(db, key) };
};

export const createAccount = async (
  deps: AccountDeps & KdfDep & { readonly newId: () => string },
  device: DeviceDb,
  passphrase: string,
  practice?: AccountRecord['practice'],
): Promise<OpenAccount> => {
  const id = deps.newId();
  const { key, wrap } = await createVault(deps, id, passphrase);
  const account = openWith(deps, id, key);
  await account.db.vault.put({ id: wrap.way, ...wrap });
  await device.accounts.put({ id, ...(practice ? { practice } : {}) });
  return account;
};

/** null: the passphrase does not open this account. */
export const unlockAccount = async (
  deps: AccountDeps & KdfDep,
  id: string,
  passphrase: string,
): Promise<OpenAccount | null> => {
  const db = new AccountDb(id, deps.storage);
  for (const way of ['passphrase', 'next'] as const) {
    const wrap = await db.vault.get(way);
    const key = wrap ? await unlockVault(deps, id, wrap, passphrase) : null;
    if (key?.ok) return { id, key: key.value, db, store: createStore(db, key.value) };
  }
  db.close();
  return null;
};

export const eraseAccount = async (deps: AccountDeps, device: DeviceDb, id: string): Promise<void> => {
  await new AccountDb(id, deps.storage).delete();
  await device.accounts.delete(id);
};

export const readMe = async (store: Store): Promise<MeDoc | null> =>
  ((await store.get('docs', ME))?.value as MeDoc | undefined) ?? null;

export const writeMe = async (store: Store, me: MeDoc): Promise<void> => {
  await store.commit([{ table: 'docs', id: ME, value: me }]);
};

export const sessionKeeper = (store: Store): SessionKeeper => ({
  load: async () => ((await store.get('docs', SESSION))?.value as Session | undefined) ?? null,
  save: async (session) => {
    await store.commit([{ table: 'docs', id: SESSION, value: session ?? undefined }]);
  },
});

/** What lies in the accounts of a locked device: counted, not read. */
export const countLocked = async (
  deps: AccountDeps,
  accounts: readonly AccountRecord[],
): Promise<{ readonly waiting: number; readonly drafts: number }> => {
  let waiting = 0;
  let drafts = 0;
  for (const { id } of accounts) {
    const db = new AccountDb(id, deps.storage);
    waiting += (await db.counters.get('waiting'))?.value ?? 0;
    drafts += (await db.counters.get('drafts'))?.value ?? 0;
    db.close();
  }
  return { waiting, drafts };
};
