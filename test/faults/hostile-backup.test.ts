import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAccount, type OpenAccount } from '../../src/engine/accounts.ts';
import { readBackup, writeBackup } from '../../src/engine/backup.ts';
import { DeviceDb } from '../../src/store/schema.ts';
import { argon2id } from '../../src/vault/argon2.ts';

/** A backup file comes from a stick or a mail: whoever made it, it must not harm the device it is opened on. */
const PASSPHRASE = 'fem ord som ingen vet';
const newWorld = () => ({
  storage: { indexedDB: new IDBFactory(), IDBKeyRange },
  newId: () => crypto.randomUUID(),
  argon2id: (passphrase: string, salt: Uint8Array<ArrayBuffer>) =>
    argon2id(passphrase, salt, { memoryKiB: 8, passes: 1 }),
});
type Json = Record<string, unknown>;

describe('a hostile backup file', () => {
  let author: OpenAccount;
  let file: Json;
  let world: ReturnType<typeof newWorld>;
  let device: DeviceDb;
  beforeEach(async () => {
    const elsewhere = newWorld();
    author = await createAccount(elsewhere, new DeviceDb(elsewhere.storage), PASSPHRASE);
    await author.store.commit([{ table: 'drafts', id: 'a', value: { notes: 'Skogaholm' } }]);
    file = JSON.parse(await (await writeBackup(author.id, author.db)).text());
    world = newWorld();
    device = new DeviceDb(world.storage);
  });

  const restore = (content: unknown, passphrase = PASSPHRASE) =>
    readBackup(world, new Blob([JSON.stringify(content)]), passphrase, device);
  const untouched = async (): Promise<void> => {
    expect(await device.accounts.count()).toBe(0);
    const names = (await world.storage.indexedDB.databases()).map(({ name }) => name);
    expect(names.filter((name) => name !== 'lagesbild-device')).toEqual([]);
  };
  const withWrap = (more: Json): Json => ({ ...file, wrap: { ...(file.wrap as Json), ...more } });
  const withRecord = (more: Json): Json => {
    const tables = file.tables as Record<string, Json[]>;
    return {
      ...file,
      tables: { ...tables, drafts: tables.drafts?.map((record) => ({ ...record, ...more })) },
    };
  };

  it('opens where it is what it says', async () => {
    expect(await restore(file)).toEqual({ ok: true, value: author.id });
    expect(await device.accounts.count()).toBe(1);
  });

  it('costs no more memory or time than a vault of ours does, and none less', async () => {
    for (const params of [
      { memoryKiB: 2 ** 31, passes: 3 },
      { memoryKiB: 65_536, passes: 1e9 },
      { memoryKiB: 65_536.5, passes: 3 },
      { memoryKiB: 8, passes: 1 },
    ])
      expect(await restore(withWrap({ params })), JSON.stringify(params)).toMatchObject({ ok: false });
    await untouched();
  });

  it('is refused whole where a part of it cannot be read', async () => {
    for (const broken of [
      withWrap({ box: '%%%' }),
      withWrap({ salt: 'å' }),
      withRecord({ box: '%%%' }),
      withRecord({ fence: 1e308 }),
      withRecord({ version: -1 }),
      withRecord({ version: 0.5 }),
      { ...file, tables: { ...(file.tables as Json), docs: [null] } },
      { ...file, account: '../device' },
    ])
      expect(await restore(broken)).toMatchObject({ ok: false, error: { type: 'not_a_backup' } });
    await untouched();
  });

  it('leaves nothing behind where the passphrase does not open it, so that it cannot stand in the way later', async () => {
    expect(await restore(file, 'fel')).toEqual({ ok: false, error: { type: 'wrong_passphrase' } });
    await untouched();
  });

  it('puts nothing into an account of this device that its passphrase does not open', async () => {
    expect(await restore(file)).toMatchObject({ ok: true });
    const forger = newWorld();
    const forged = await createAccount(
      { ...forger, newId: () => author.id },
      new DeviceDb(forger.storage),
      'annat',
    );
    await forged.store.commit([{ table: 'docs', id: 'kept/x', value: 'planted' }]);
    const planted = JSON.parse(await (await writeBackup(forged.id, forged.db)).text());
    expect(await restore(planted, 'annat')).toEqual({ ok: false, error: { type: 'wrong_passphrase' } });
    const again = await restore(file);
    expect(again).toMatchObject({ ok: true });
  });
});
