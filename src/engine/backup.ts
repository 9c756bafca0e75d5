import {
  AccountDb,
  type DeviceDb,
  type SealedRecord,
  type StorageDep,
  type VaultRecord,
} from '../store/schema.ts';
import { err, ok, type Result } from '../study/result.ts';
import { KDF_FLOOR, type KdfDep, type KdfParams } from '../vault/kdf.ts';
import { unlockVault, type Wrap } from '../vault/vault.ts';

/**
 * The encrypted backup file: the sealed records as they lie, with the wrapped key. Whoever has the passphrase opens
 * it on any device; nobody else reads a word. Replica pages are left out, since the server gives them again.
 */
const FORMAT = 'lagesbild-backup';
const TABLES = ['journal', 'drafts', 'docs'] as const;
/** A damaged or hostile file is refused before it is parsed. */
const LARGEST = 256 * 1024 * 1024;

type PackedRecord = Omit<SealedRecord, 'box'> & { readonly box: string };
interface BackupFile {
  readonly format: typeof FORMAT;
  readonly version: 1;
  readonly account: string;
  readonly wrap: {
    readonly way: 'passphrase';
    readonly salt: string;
    readonly params: VaultRecord['params'];
    readonly box: string;
  };
  readonly tables: Readonly<Record<(typeof TABLES)[number], readonly PackedRecord[]>>;
}

const toBase64 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
/** What `atob` would throw at. */
const isBase64 = (value: unknown): value is string =>
  typeof value === 'string' && value.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(value);

export const writeBackup = async (account: string, db: AccountDb): Promise<Blob> => {
  const wrap = await db.vault.get('passphrase');
  if (!wrap) throw new Error('an open account has a wrapped key');
  const tables = Object.fromEntries(
    await Promise.all(
      TABLES.map(async (table) => {
        const records = await db[table].toArray();
        return [
          table,
          records.map(({ box, ...rest }): PackedRecord => ({ ...rest, box: toBase64(box) })),
        ] as const;
      }),
    ),
  ) as unknown as BackupFile['tables'];
  const file: BackupFile = {
    format: FORMAT,
    version: 1,
    account,
    wrap: { way: wrap.way, salt: toBase64(wrap.salt), params: wrap.params, box: toBase64(wrap.box) },
    tables,
  };
  return new Blob([JSON.stringify(file)], { type: 'application/json' });
};

export type BackupProblem =
  | { readonly type: 'not_a_backup'; readonly reason: string }
  | { readonly type: 'wrong_passphrase' };

/** Times the floor that a file may ask for: later versions may ask for more, and no file for all of the machine. */
const MOST_KDF = 8;
const isParams = (params: Partial<KdfParams> | undefined): boolean =>
  (['memoryKiB', 'passes'] as const).every((name) => {
    const value = params?.[name];
    return (
      Number.isInteger(value) &&
      Number(value) >= KDF_FLOOR[name] &&
      Number(value) <= KDF_FLOOR[name] * MOST_KDF
    );
  });
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
/** A fence is raised by one at each writer; beyond this a file could shut out every later one. */
const HIGHEST_FENCE = 2 ** 40;

const isPacked = (value: unknown): value is PackedRecord => {
  const { id, version, fence, box } = (value ?? {}) as Partial<PackedRecord>;
  return (
    typeof id === 'string' &&
    isCount(version) &&
    isCount(fence) &&
    Number(fence) < HIGHEST_FENCE &&
    isBase64(box)
  );
};

const isBackup = (value: unknown): value is BackupFile => {
  const { format, version, account, wrap, tables } = (value ?? {}) as Partial<BackupFile>;
  return (
    format === FORMAT &&
    version === 1 &&
    typeof account === 'string' &&
    /^[0-9a-f-]{36}$/.test(account) &&
    wrap?.way === 'passphrase' &&
    isBase64(wrap.salt) &&
    isBase64(wrap.box) &&
    isParams(wrap.params) &&
    TABLES.every((table) => Array.isArray(tables?.[table]) && tables[table].every(isPacked))
  );
};

const parse = async (file: Blob): Promise<Result<BackupFile, BackupProblem>> => {
  if (file.size > LARGEST) return err({ type: 'not_a_backup', reason: 'too_large' });
  try {
    const value = JSON.parse(await file.text()) as unknown;
    return isBackup(value) ? ok(value) : err({ type: 'not_a_backup', reason: 'other_format' });
  } catch (cause) {
    if (cause instanceof SyntaxError) return err({ type: 'not_a_backup', reason: 'not_json' });
    throw cause;
  }
};

/**
 * Puts a backup's records beside what this device already has of the same account, without touching that: what
 * was sent meanwhile answers `duplicate`. Gives the account's id. Nothing is written unless the passphrase opens the
 * file, and this device's own vault of the account where there is one.
 */
export const readBackup = async (
  deps: { readonly storage: StorageDep } & KdfDep,
  file: Blob,
  passphrase: string,
  device: DeviceDb,
): Promise<Result<string, BackupProblem>> => {
  const parsed = await parse(file);
  if (!parsed.ok) return parsed;
  const { account, tables } = parsed.value;
  const { way, params, salt, box } = parsed.value.wrap;
  const wrap: Wrap = { way, params, salt: fromBase64(salt), box: fromBase64(box) };
  const opened = await unlockVault(deps, account, wrap, passphrase);
  if (!opened.ok) return opened;
  const db = new AccountDb(account, deps.storage);
  const own = await db.vault.get('passphrase');
  if (own && !(await unlockVault(deps, account, own, passphrase)).ok) {
    db.close();
    return err({ type: 'wrong_passphrase' });
  }
  await db.transaction('rw', db.vault, db.journal, db.drafts, db.docs, async () => {
    if (!own) await db.vault.put({ ...wrap, id: way });
    for (const table of TABLES) {
      const here = new Set(await db[table].toCollection().primaryKeys());
      const missing = tables[table].filter(({ id }) => !here.has(id));
      // Field by field: a file may hold more than it should.
      await db[table].bulkPut(
        missing.map(({ id, version, fence, box }) => ({ id, version, fence, box: fromBase64(box) })),
      );
    }
  });
  db.close();
  await device.accounts.put({ ...(await device.accounts.get(account)), id: account });
  return ok(account);
};
