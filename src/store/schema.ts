import Dexie, { type DexieOptions, type Table } from 'dexie';
import type { Box } from '../vault/box.ts';
import type { Wrap } from '../vault/vault.ts';

/** Which IndexedDB: the browser's, or one of a scripted device's own. */
export type StorageDep = Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange'>;

/** One database an account. Its name is random; nothing outside the seals says whose it is. */
export interface SealedRecord {
  readonly id: string;
  readonly version: number;
  readonly fence: number;
  readonly box: Box;
}

/** `next`: a new passphrase that the server may or may not have taken; until that is known both open the vault. */
export interface VaultRecord extends Wrap {
  readonly id: Wrap['way'] | 'next';
}

/** Counters that a locked device may show. */
export interface Counter {
  readonly id: 'waiting' | 'drafts';
  readonly value: number;
}

export class AccountDb extends Dexie {
  declare journal: Table<SealedRecord, string>;
  declare drafts: Table<SealedRecord, string>;
  declare docs: Table<SealedRecord, string>;
  declare pages: Table<SealedRecord, string>;
  declare vault: Table<VaultRecord, string>;
  declare counters: Table<Counter, string>;

  constructor(account: string, storage: StorageDep = {}) {
    // strict: a committed transaction has reached the disk, not only the system's cache.
    super(`lagesbild-${account}`, { ...storage, chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      journal: 'id',
      drafts: 'id',
      docs: 'id',
      pages: 'id',
      vault: 'id',
      counters: 'id',
    });
  }
}

/** What the device knows before anything is unlocked. Practice accounts guard invented data, so they lie open. */
export interface AccountRecord {
  readonly id: string;
  readonly practice?: {
    readonly role: string;
    readonly name: string;
    readonly email: string;
    readonly passphrase: string;
  };
}

export class DeviceDb extends Dexie {
  declare accounts: Table<AccountRecord, string>;
  /** Accounts that are no more, whose databases may still be there. */
  declare erasing: Table<{ readonly id: string }, string>;

  constructor(storage: StorageDep = {}) {
    super('lagesbild-device', { ...storage, chromeTransactionDurability: 'strict' });
    this.version(1).stores({ accounts: 'id' });
    this.version(2).stores({ erasing: 'id' });
  }
}
