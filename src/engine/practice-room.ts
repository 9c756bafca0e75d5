import type { DeviceDb } from '../store/schema.ts';
import { codeHash } from '../study/code.ts';
import { err, ok } from '../study/result.ts';
import type { Role } from '../study/rows.ts';
import { createCell } from '../study/source.ts';
import { holdSession } from '../sync/session.ts';
import { type AccountRemote, createRemote } from '../sync/supabase-remote.ts';
import { eraseAccount, type OpenAccount, sessionKeeper, unlockAccount } from './accounts.ts';
import type { SignUp } from './joining.ts';
import { fillPractice } from './practice-fill.ts';
import type { Device, DeviceState, Engine, PracticeAccount } from './types.ts';
import type { World } from './world.ts';

/** The practice accounts of this device: made together, switched between with one click, removed together. */
const PRACTICE_NAMES: Readonly<Record<Role, string>> = {
  lead: 'Lo Ledare',
  interviewer: 'Ina Intervjuare',
  coder: 'Kim Kodare',
};
const SECOND_CODER = 'Robin Kodare';

export interface PracticeParts {
  readonly world: World;
  readonly deviceDb: DeviceDb;
  readonly remote: AccountRemote;
  readonly signUp: SignUp;
  readonly enter: (account: OpenAccount) => Promise<Engine>;
  /** Closes what is open and shows what the device holds. */
  readonly leave: () => Promise<void>;
  readonly state: () => DeviceState;
}

export const openPractice = async (
  parts: PracticeParts,
): Promise<Pick<Device, 'practice' | 'startPractice' | 'switchPractice' | 'removePractice'>> => {
  const { world, deviceDb, remote, signUp, enter, leave } = parts;
  const practice = createCell<readonly PracticeAccount[]>([]);

  const readPractice = async (): Promise<void> => {
    const accounts = await deviceDb.accounts.toArray();
    const known = accounts.flatMap((one) =>
      one.practice ? [{ ...one.practice, role: one.practice.role as Role }] : [],
    );
    // Their ids are random: a second coder stays the second.
    practice.set(known.sort((a, b) => (a.email < b.email ? -1 : 1)));
  };

  const switchPractice: Device['switchPractice'] = async (role, email) => {
    const records = await deviceDb.accounts.toArray();
    const record = records.find(
      ({ practice: one }) => one?.role === role && (email === undefined || one.email === email),
    );
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
        names: { ...PRACTICE_NAMES, second: SECOND_CODER },
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
    const state = parts.state();
    if (state.kind === 'open' && state.engine.me.practice && state.engine.me.role === 'lead') {
      const [study] = [...state.engine.view.get().all('study')];
      if (study) {
        const removed = await state.engine.act('remove_practice', { study: study.id });
        if (!removed.ok && removed.error.type !== 'signed_out') return removed;
      }
    }
    await leave();
    for (const record of await deviceDb.accounts.toArray())
      if (record.practice) await eraseAccount(world, deviceDb, record.id);
    await readPractice();
    await leave();
    return ok(null);
  };

  await readPractice();
  return { practice, startPractice, switchPractice, removePractice };
};
