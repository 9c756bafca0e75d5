import { DeviceDb } from '../store/schema.ts';
import { codeHash, parseCode } from '../study/code.ts';
import { parseReceipt, receiptHash } from '../study/receipt.ts';
import { err, ok, type Result } from '../study/result.ts';
import type { Role } from '../study/rows.ts';
import { createCell } from '../study/source.ts';
import type { Session, SignUpFailure } from '../sync/remote.ts';
import { holdSession } from '../sync/session.ts';
import { createPublicRemote, createRemote } from '../sync/supabase-remote.ts';
import { authPassword } from '../vault/vault.ts';
import {
  countLocked,
  createAccount,
  eraseAccount,
  type MeDoc,
  type OpenAccount,
  openWith,
  readMe,
  sessionKeeper,
  unlockAccount,
  writeMe,
} from './accounts.ts';
import { readBackup, writeBackup } from './backup.ts';
import { openEngine } from './engine.ts';
import { shareKeys } from './key-sharing.ts';
import { fillPractice } from './practice-fill.ts';
import type { Device, DeviceState, Engine, JoinFailure, PracticeAccount, SignInFailure } from './types.ts';
import type { World } from './world.ts';

/** The device before and around an open account: accounts, locking, founding, joining, practice. */
const PRACTICE_NAMES: Readonly<Record<Role, string>> = {
  lead: 'Lo Ledare',
  interviewer: 'Ina Intervjuare',
  coder: 'Kim Kodare',
};

const joinFailure = (failure: SignUpFailure): JoinFailure => {
  switch (failure.type) {
    case 'code_refused':
      return { type: 'code', reason: 'used' };
    case 'weak_password':
      return { type: 'weak_passphrase' };
    default:
      return failure;
  }
};

export const openDevice = async (world: World): Promise<Device> => {
  const deviceDb = new DeviceDb(world.storage);
  const open = createCell<DeviceState>({ kind: 'starting' });
  const practice = createCell<readonly PracticeAccount[]>([]);
  const remote = createPublicRemote(world);
  let current: OpenAccount | null = null;

  const readPractice = async (): Promise<void> => {
    const accounts = await deviceDb.accounts.toArray();
    practice.set(
      accounts.flatMap((one) => (one.practice ? [{ ...one.practice, role: one.practice.role as Role }] : [])),
    );
  };

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
    current = account;
    open.set({ kind: 'open', engine });
    return engine;
  };

  const settle = async (
    session: Session,
    me: Omit<MeDoc, 'id' | 'email'>,
    passphrase: string,
  ): Promise<OpenAccount> => {
    const { practice: isPractice, role, name } = me;
    const { email } = session;
    const account = await createAccount(
      world,
      deviceDb,
      passphrase,
      isPractice ? { role, name, email, passphrase } : undefined,
    );
    await writeMe(account.store, { ...me, id: session.user, email });
    await sessionKeeper(account.store).save(session);
    if (isPractice) await readPractice();
    return account;
  };

  const signUp = async (
    input: {
      readonly code: string;
      readonly name: string;
      readonly email: string;
      readonly passphrase: string;
    },
    me: { readonly role: Role; readonly practice: boolean },
  ): Promise<Result<OpenAccount, JoinFailure>> => {
    const password = await authPassword(world, input.email, input.passphrase);
    const { code, name, email } = input;
    const made = await remote.signUp({ code, name, email, password });
    if (!made.ok) return err(joinFailure(made.error));
    return ok(await settle(made.value, { ...me, name }, input.passphrase));
  };

  const checkCode = async (
    code: string,
  ): Promise<Result<{ readonly role: Role; readonly kind: 'invitation' | 'setup' }, JoinFailure>> => {
    if (!parseCode(code).ok) return err({ type: 'code', reason: 'malformed' });
    const checked = await remote.check(code);
    if (!checked.ok) return err(checked.error);
    if (!checked.value.ok) return err({ type: 'code', reason: checked.value.reason });
    return ok(
      checked.value.kind === 'setup'
        ? { role: 'lead', kind: 'setup' }
        : { role: checked.value.role, kind: 'invitation' },
    );
  };

  const found: Device['found'] = async (input) => {
    const checked = await checkCode(input.code);
    if (!checked.ok) return checked;
    if (checked.value.kind !== 'setup') return err({ type: 'code', reason: 'unknown' });
    const account = await signUp(input, { role: 'lead', practice: false });
    if (!account.ok) return account;
    const engine = await enter(account.value);
    // Where the network went away in this moment the account is made all the same; setting up asks for the study again.
    await engine.act('found_study', { study: world.newId(), name: input.study, practice: false });
    await engine.sync();
    return ok(engine);
  };

  const join: Device['join'] = async (input) => {
    const checked = await checkCode(input.code);
    if (!checked.ok) return checked;
    if (checked.value.kind !== 'invitation') return err({ type: 'code', reason: 'unknown' });
    const account = await signUp(input, { role: checked.value.role, practice: false });
    if (!account.ok) return account;
    const engine = await enter(account.value);
    await engine.sync();
    return ok(engine);
  };

  const signIn: Device['signIn'] = async ({ email, passphrase }) => {
    const password = await authPassword(world, email, passphrase);
    const signed = await remote.signIn(email, password);
    if (!signed.ok) return err(signInFailure(signed.error));
    const known = await whoAmI(world, signed.value);
    if (!known.ok) return known;
    const engine = await enter(await settle(signed.value, known.value, passphrase));
    await engine.sync();
    return ok(engine);
  };

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

  const switchPractice: Device['switchPractice'] = async (role) => {
    const records = await deviceDb.accounts.toArray();
    const record = records.find((one) => one.practice?.role === role);
    const account = record?.practice
      ? await unlockAccount(world, record.id, record.practice.passphrase)
      : null;
    if (!account) return err({ type: 'wrong_passphrase' });
    const engine = await enter(account);
    void engine.sync();
    return ok(engine);
  };

  const startPractice: Device['startPractice'] = async (code, fill, progress) => {
    const earlier = (await deviceDb.accounts.toArray()).filter((record) => record.practice);
    const made = await fillPractice(
      {
        world,
        names: PRACTICE_NAMES,
        signUp,
        // The codes are made and hashed here; only hashes travel.
        codeHash,
        remoteOf: async (account) =>
          createRemote(world.backend, await holdSession(world, sessionKeeper(account.store), remote.refresh)),
      },
      code,
      fill,
      progress,
    );
    if (!made.ok) return made;
    for (const account of made.value.others) account.store.close();
    const engine = await enter(made.value.lead);
    // The server replaced the practice study they belonged to.
    for (const { id } of earlier) await eraseAccount(world, deviceDb, id);
    await readPractice();
    await engine.sync();
    return ok(engine);
  };

  const removePractice: Device['removePractice'] = async () => {
    const state = open.get();
    if (state.kind === 'open' && state.engine.me.practice && state.engine.me.role === 'lead') {
      const [study] = [...state.engine.view.get().all('study')];
      if (study) {
        const removed = await state.engine.act('remove_practice', { study: study.id });
        if (!removed.ok && removed.error.type !== 'signed_out') return removed;
      }
    }
    await close();
    for (const record of await deviceDb.accounts.toArray())
      if (record.practice) await eraseAccount(world, deviceDb, record.id);
    await readPractice();
    await showLocked();
    return ok(null);
  };

  const restore: Device['restore'] = async (file, passphrase) => {
    const read = await readBackup(world, file, deviceDb);
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
    () => (current ? { account: current.id, key: current.key } : null),
    () => void close().then(showLocked),
  );
  await readPractice();
  const handed = (await deviceDb.accounts.count()) > 0 ? await sharing.ask() : null;
  if (handed) await enter(openWith(world, handed.account, handed.key));
  else await showLocked();

  return {
    state: open,
    check: (code) => remote.check(code),
    found,
    join,
    signIn,
    unlock,
    lock,
    practice,
    startPractice,
    switchPractice,
    removePractice,
    restore,
    withdraw: async (receipt) => {
      const parsed = parseReceipt(receipt);
      if (!parsed.ok) return err({ type: 'malformed' });
      const done = await remote.withdraw(await receiptHash(parsed.value));
      return done.ok ? ok(null) : err(done.error);
    },
  };
};

const signInFailure = (failure: SignInFailure | { readonly type: 'refused' }): SignInFailure =>
  failure.type === 'refused' ? { type: 'wrong_passphrase' } : failure;

/** A known account on a new device: the first page of its rows says its name, role and study. */
const whoAmI = async (
  world: World,
  session: Session,
): Promise<Result<Omit<MeDoc, 'id' | 'email'>, SignInFailure>> => {
  const keeper = { load: async () => session, save: async () => undefined };
  const holder = await holdSession(world, keeper, async () => err({ type: 'signed_out' }));
  const page = await createRemote(world.backend, holder).pull('study', '', 1_000);
  if (!page.ok) return page;
  const rows = page.value.rows;
  const person = rows.find(({ table, id }) => table === 'person' && id === session.user)?.row;
  const study = rows.find(({ table }) => table === 'study')?.row;
  if (!person) return err({ type: 'signed_out' });
  const { name, role } = person as unknown as { readonly name: string; readonly role: Role };
  return ok({
    name,
    role,
    practice: (study as { readonly practice?: boolean } | undefined)?.practice === true,
  });
};
