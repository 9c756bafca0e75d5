import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDevice } from '../../src/engine/device.ts';
import { formatCode, makeCode } from '../../src/study/code.ts';
import { type Backend, freshBackend } from '../setup/backend.ts';
import {
  expectOk,
  foundStudy,
  inviteAndJoin,
  newDevice,
  openWave,
  type Person,
  randomBytes,
} from './people.ts';

/** What a person does to the own device: another passphrase, and taking everything away. */
let home: Backend;
let lead: Person;
let ina: Person;

beforeAll(async () => {
  home = await freshBackend();
  const sql = new pg.Client(home.databaseUrl);
  await sql.connect();
  const code = makeCode(randomBytes);
  await sql.query('select internal.set_setup_code($1)', [code]);
  await sql.end();
  lead = await foundStudy(home, formatCode(code));
  ina = await inviteAndJoin(home, lead, 'interviewer');
});
afterAll(async () => {
  for (const { app } of [lead, ina]) await app.lock();
  await home?.stop();
});

const opensWith = async (person: Person, passphrase: string): Promise<boolean> => {
  const app = await openDevice(person.device.tab());
  const opened = await app.unlock(passphrase);
  await app.lock();
  return opened.ok;
};
const signsInWith = async (person: Person, passphrase: string): Promise<boolean> => {
  const { app } = await newDevice(home);
  const signed = await app.signIn({ email: person.email, passphrase });
  await app.lock();
  return signed.ok;
};

describe('a new passphrase', () => {
  it('opens device and account, and the old one neither', async () => {
    const next = 'en helt ny lösenfras här';
    expectOk(await ina.app.changePassphrase(ina.passphrase, next));
    await ina.app.lock();
    expect(await opensWith(ina, ina.passphrase)).toBe(false);
    expect(await opensWith(ina, next)).toBe(true);
    expect(await signsInWith(ina, ina.passphrase)).toBe(false);
    expect(await signsInWith(ina, next)).toBe(true);
    ina = { ...ina, passphrase: next, engine: expectOk(await ina.app.unlock(next)) };
  });

  it('is not taken without the one before, nor too short, nor without a network: everything stays as it was', async () => {
    const refusal = async (before: string, next: string) => {
      const changed = await ina.app.changePassphrase(before, next);
      return changed.ok ? null : changed.error.type;
    };
    expect(await refusal('inte den lösenfrasen', 'fem nya ord till mig')).toBe('wrong_passphrase');
    expect(await refusal(ina.passphrase, 'kort')).toBe('weak_passphrase');
    ina.device.network.set('down');
    expect(await refusal(ina.passphrase, 'fem nya ord till mig')).toBe('offline');
    ina.device.network.set('up');
    await ina.app.lock();
    expect(await signsInWith(ina, ina.passphrase)).toBe(true);
    ina = { ...ina, engine: expectOk(await ina.app.unlock(ina.passphrase)) };
  });

  it('whose answer is lost leaves a device that opens with either, and asks again', async () => {
    const next = 'svaret kom aldrig fram hit';
    ina.device.network.set('lose-answers');
    const changed = await ina.app.changePassphrase(ina.passphrase, next);
    expect(changed.ok ? null : changed.error.type).toBe('offline');
    ina.device.network.set('up');
    await ina.app.lock();
    expect(await opensWith(ina, ina.passphrase)).toBe(true);
    expect(await opensWith(ina, next)).toBe(true);
    // The server had taken it, so only the new one signs in; asking again with it settles the device too.
    expect(await signsInWith(ina, next)).toBe(true);
    ina = { ...ina, engine: expectOk(await ina.app.unlock(next)) };
    expectOk(await ina.app.changePassphrase(next, 'nu är det klart till sist'));
    await ina.app.lock();
    expect(await opensWith(ina, next)).toBe(false);
    ina = { ...ina, passphrase: 'nu är det klart till sist' };
  });
});

describe('wiping', () => {
  it('takes every account of the device away, at the server nothing', async () => {
    await openWave(lead, { k: 3, strata: ['norr'], cases: 3 });
    const engine = expectOk(await ina.app.unlock(ina.passphrase));
    await engine.sync();
    await ina.app.wipe();
    expect(ina.app.state.get()).toEqual({ kind: 'empty' });
    const { indexedDB } = ina.device.tab().storage;
    const left = await (indexedDB as IDBFactory).databases();
    expect(left.map(({ name }) => name)).toEqual(['lagesbild-device']);
    expect(await opensWith(ina, ina.passphrase)).toBe(false);
    expect(await signsInWith(ina, ina.passphrase)).toBe(true);
  });
});
