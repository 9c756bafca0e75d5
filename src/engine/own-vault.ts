import type { DeviceDb } from '../store/schema.ts';
import { err, ok, type Result } from '../study/result.ts';
import type { SessionHolder } from '../sync/session.ts';
import type { AccountRemote } from '../sync/supabase-remote.ts';
import { authPassword, rewrap, unlockVault } from '../vault/vault.ts';
import { eraseAccount, type OpenAccount } from './accounts.ts';
import type { PassphraseFailure } from './types.ts';
import type { World } from './world.ts';

/** Short enough to be guessed by trying: what the server refuses as well. */
const SHORTEST = 12;

/**
 * Another passphrase for an open account: the server's password first, then the wrap of the data key; nothing is
 * encrypted anew. The new wrap is laid beside the old before the server is asked, so that a crash or a lost answer
 * leaves a device that opens with whichever of the two the person tries.
 */
export const changePassphrase = async (
  world: World,
  account: OpenAccount,
  email: string,
  session: { readonly holder: SessionHolder; readonly remote: AccountRemote },
  current: string,
  next: string,
): Promise<Result<null, PassphraseFailure>> => {
  if (next.trim().length < SHORTEST) return err({ type: 'weak_passphrase' });
  if (!(await opens(world, account, current))) return err({ type: 'wrong_passphrase' });
  const token = await session.holder.token();
  if (!token.ok) return token;
  const wrap = await rewrap(world, account.id, account.key, next);
  await account.db.vault.put({ ...wrap, id: 'next' });
  const password = await authPassword(world, email, next);
  const changed = await session.remote.changePassword(token.value, password);
  if (changed.ok) {
    await account.db.transaction('rw', account.db.vault, async () => {
      await account.db.vault.put({ ...wrap, id: 'passphrase' });
      await account.db.vault.delete('next');
    });
    return ok(null);
  }
  // Without an answer nobody knows what the server did: both go on opening this device.
  if (changed.error.type !== 'offline') await account.db.vault.delete('next');
  return err(changed.error.type === 'weak_password' ? { type: 'weak_passphrase' } : changed.error);
};

const opens = async (world: World, account: OpenAccount, passphrase: string): Promise<boolean> => {
  for (const way of ['passphrase', 'next'] as const) {
    const wrap = await account.db.vault.get(way);
    if (wrap && (await unlockVault(world, account.id, wrap, passphrase)).ok) return true;
  }
  return false;
};

/**
 * Every account of this device is no more, from one moment to the next; its database goes with `eraseRest`, after other
 * tabs have heard of it: one that still looked would make it anew.
 */
export const forgetAll = (deviceDb: DeviceDb): Promise<void> =>
  deviceDb.transaction('rw', deviceDb.accounts, deviceDb.erasing, async () => {
    const accounts = await deviceDb.accounts.toArray();
    await deviceDb.erasing.bulkPut(accounts.map(({ id }) => ({ id })));
    await deviceDb.accounts.clear();
  });

/** What a wipe began, also where it was cut short. */
export const eraseRest = async (world: World, deviceDb: DeviceDb): Promise<void> => {
  for (const { id } of await deviceDb.erasing.toArray()) {
    await eraseAccount(world, deviceDb, id);
    await deviceDb.erasing.delete(id);
  }
};
