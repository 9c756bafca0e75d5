import { DeviceDb } from '../store/schema.ts';
import { parseReceipt, receiptHash } from '../study/receipt.ts';
import { err, ok } from '../study/result.ts';
import { createCell } from '../study/source.ts';
import { holdSession, type SessionHolder } from '../sync/session.ts';
import { createPublicRemote, createRemote } from '../sync/supabase-remote.ts';
import { authPassword } from '../vault/vault.ts';
import { countLocked, type OpenAccount, openWith, readMe, sessionKeeper, unlockAccount } from './accounts.ts';
import { readBackup, writeBackup } from './backup.ts';
import { openEngine } from './engine.ts';
import { createJoining, signInFailure } from './joining.ts';
import { shareKeys } from './key-sharing.ts';
import { changePassphrase, eraseRest, forgetAll } from './own-vault.ts';
import { openPractice } from './practice-room.ts';
import type { Device, DeviceState, Engine } from './types.ts';
import type { World } from './world.ts';

/** The device before and around an open account: accounts, locking, unlocking, and the rooms of joining and practice. */
export const openDevice = async (world: World): Promise<Device> => {
  const deviceDb = new DeviceDb(world.storage);
  await eraseRest(world, deviceDb);
  const open = createCell<DeviceState>({ kind: 'starting' });
  const remote = createPublicRemote(world);
  let current: {
    readonly account: OpenAccount;
    readonly holder: SessionHolder;
    readonly email: string;
  } | null = null;

  const showLocked = async (): Promise<void> => {
    const accounts = await deviceDb.accounts.toArray();
    open.set(
      accounts.length === 0
        ? { kind: 'empty' }
        : { kind: 'locked', accounts: accounts.length, ...(await countLocked(world, accounts)) },
    );
  };

  const close = async (): Promise<void> => {
    const state = open.get();
    if (state.kind === 'open') await state.engine.close();
    current = null;
  };

  /** Opens the engine of an unlocked account; the first pull of a new device tells who it is. */
  const enter = async (account: OpenAccount): Promise<Engine> => {
    await close();
    const holder = await holdSession(world, sessionKeeper(account.store), remote.refresh);
    const me = await readMe(account.store);
    if (!me) throw new Error('an account knows who it is from its making on');
    const signInAgain: Engine['signInAgain'] = async (passphrase) => {
      const password = await authPassword(world, me.email, passphrase);
      const signed = await remote.signIn(me.email, password);
      if (!signed.ok) return err(signInFailure(signed.error));
      await holder.replace(signed.value);
      return ok(null);
    };
    const engine = await openEngine(world, {
      account: account.id,
      store: account.store,
      remote: createRemote(world.backend, holder),
      holder,
      me,
      signInAgain,
      backup: () => writeBackup(account.id, account.db),
    });
    current = { account, holder, email: me.email };
    open.set({ kind: 'open', engine });
    return engine;
  };

  const { signUp, ...joining } = createJoining({ world, deviceDb, remote, enter });
  const practice = await openPractice({
    world,
    deviceDb,
    remote,
    signUp,
    enter,
    leave: async () => {
      await close();
      await showLocked();
    },
    state: open.get,
  });

  const unlock: Device['unlock'] = async (passphrase) => {
    for (const { id } of await deviceDb.accounts.toArray()) {
      const account = await unlockAccount(world, id, passphrase);
      if (account) return ok(await enter(account));
    }
    return err({ type: 'wrong_passphrase' });
  };

  const lock: Device['lock'] = async () => {
    await close();
    sharing.announceLock();
    await showLocked();
  };

  const restore: Device['restore'] = async (file, passphrase) => {
    const read = await readBackup(world, file, passphrase, deviceDb);
    if (!read.ok) return read;
    const account = await unlockAccount(world, read.value, passphrase);
    if (!account) {
      await showLocked();
      return err({ type: 'wrong_passphrase' });
    }
    return ok(await enter(account));
  };

  const sharing = shareKeys(
    world,
    () => (current ? { account: current.account.id, key: current.account.key } : null),
    () => void close().then(showLocked),
  );
  const handed = (await deviceDb.accounts.count()) > 0 ? await sharing.ask() : null;
  if (handed) await enter(openWith(world, handed.account, handed.key));
  else await showLocked();

  return {
    state: open,
    check: (code) => remote.check(code),
    ...joining,
    ...practice,
    unlock,
    lock,
    restore,
    changePassphrase: async (before, next) => {
      if (!current) return err({ type: 'signed_out' });
      const { account, holder, email } = current;
      return changePassphrase(world, account, email, { holder, remote }, before, next);
    },
    wipe: async () => {
      await forgetAll(deviceDb);
      await lock();
      await eraseRest(world, deviceDb);
    },
    withdraw: async (receipt) => {
      const parsed = parseReceipt(receipt);
      if (!parsed.ok) return err({ type: 'malformed' });
      const done = await remote.withdraw(await receiptHash(parsed.value));
      return done.ok ? ok(null) : err(done.error);
    },
  };
};
