import type { DeviceDb } from '../store/schema.ts';
import { parseCode } from '../study/code.ts';
import { err, ok, type Result } from '../study/result.ts';
import type { Role } from '../study/rows.ts';
import type { Session, SignUpFailure } from '../sync/remote.ts';
import { holdSession } from '../sync/session.ts';
import { type AccountRemote, createRemote } from '../sync/supabase-remote.ts';
import { authPassword } from '../vault/vault.ts';
import { createAccount, type MeDoc, type OpenAccount, sessionKeeper, writeMe } from './accounts.ts';
import type { Device, Engine, JoinFailure, SignInFailure } from './types.ts';
import type { World } from './world.ts';

/** How an account comes to this device: founded, joined by an invitation, or known to the server already. */
export interface JoiningParts {
  readonly world: World;
  readonly deviceDb: DeviceDb;
  readonly remote: AccountRemote;
  /** Opens the engine of an unlocked account. */
  readonly enter: (account: OpenAccount) => Promise<Engine>;
}

export type SignUp = (
  input: {
    readonly code: string;
    readonly name: string;
    readonly email: string;
    readonly passphrase: string;
  },
  me: { readonly role: Role; readonly practice: boolean },
) => Promise<Result<OpenAccount, JoinFailure>>;

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

export const signInFailure = (failure: SignInFailure | { readonly type: 'refused' }): SignInFailure =>
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

export const createJoining = (
  parts: JoiningParts,
): Pick<Device, 'found' | 'join' | 'signIn'> & { readonly signUp: SignUp } => {
  const { world, deviceDb, remote, enter } = parts;

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
    return account;
  };

  const signUp: SignUp = async (input, me) => {
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

  return { found, join, signIn, signUp };
};
