import type { Result } from '../study/result.ts';

/**
 * The device's storage as sync and engine see it: sealed records, written many at a time in one strict transaction.
 * In clear lie only ids (random, or the name of a page's partition), versions, fences and counters.
 */
export type StoreTable = 'journal' | 'drafts' | 'docs' | 'pages';

export interface StoredRecord {
  readonly id: string;
  /** Counts the writes of this record; part of what its seal binds. */
  readonly version: number;
  readonly value: unknown;
  readonly fence: number;
}

export interface Loaded {
  readonly records: readonly StoredRecord[];
  /** Kept as they are and shown: damaged, or sealed under another key. */
  readonly unreadable: readonly string[];
}

export interface Write {
  readonly table: StoreTable;
  readonly id: string;
  /** undefined deletes. */
  readonly value: unknown;
  /** The version the writer saw; 0: must not exist. Absent: whatever stands there. */
  readonly expect?: number;
  /** Writer's fencing number: refused where a higher one has written. Kept where absent. */
  readonly fence?: number;
}

export type CommitFailure =
  /** Somebody else wrote first: nothing of the commit was kept. */
  | { readonly type: 'stale'; readonly table: StoreTable; readonly id: string }
  | { readonly type: 'fenced'; readonly id: string }
  | { readonly type: 'storage_full' }
  | { readonly type: 'storage_closed' };

export interface Store {
  /** Records in order of id; `prefix` narrows to ids that begin with it. */
  readonly load: (table: StoreTable, prefix?: string) => Promise<Loaded>;
  readonly get: (table: StoreTable, id: string) => Promise<StoredRecord | null>;
  /** Ids alone, nothing decrypted. */
  readonly ids: (table: StoreTable, prefix?: string) => Promise<readonly string[]>;
  /** All or nothing, durable when it resolves. Sealed before the transaction: IndexedDB commits while WebCrypto is awaited. */
  readonly commit: (writes: readonly Write[]) => Promise<Result<null, CommitFailure>>;
  readonly close: () => void;
}
