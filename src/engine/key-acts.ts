import { type Code, formatCode, makeCode, parseCode } from '../study/code.ts';
import type { View } from '../study/command.ts';
import type { Id } from '../study/ids.ts';
import { err, ok, type Result } from '../study/result.ts';
import type { DeviceRow } from '../study/rows.ts';
import type { Source } from '../study/source.ts';
import type { DevicePair } from '../vault/device-pair.ts';
import { type KeyCopy, makeFieldKey, sealKeyFor } from '../vault/field-key.ts';
import type { KdfDep } from '../vault/kdf.ts';
import { recoveryPair } from '../vault/recovery.ts';
import type { KeyFailure, KeyState, Keys } from './key-types.ts';
import { generationsHeld, heldKey, isTrusted, type Keyring, trustDevice } from './keyring.ts';
import { takeKeys } from './take-keys.ts';
import type { ActFailure, Engine, StoreFailure } from './types.ts';

/** What people decide about keys: each is online, but for saying that the words were the same. */
export interface KeyActParts {
  readonly world: KdfDep & { readonly newId: () => Id };
  readonly view: Source<View>;
  readonly act: Engine['act'];
  readonly ring: Source<Keyring | null>;
  readonly state: Source<KeyState>;
  readonly own: () => DeviceRow | undefined;
  readonly change: (
    make: (ring: Keyring) => Keyring | Promise<Keyring>,
  ) => Promise<Result<null, StoreFailure>>;
  readonly tend: () => Promise<boolean>;
}

type Copy = KeyCopy & { readonly id: Id; readonly wave: Id; readonly generation: number };

const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

export const createKeyActs = (parts: KeyActParts): Omit<Keys, 'state' | 'renew'> => {
  const { world, view, ring, state, own, change, tend } = parts;

  /** A copy for one device of each generation held here, of waves that are not closed. */
  const copiesFor = async (
    now: Keyring,
    sender: DevicePair,
    holder: { readonly id: Id; readonly key: string },
  ): Promise<readonly Copy[] | null> => {
    const copies: Copy[] = [];
    for (const wave of Object.keys(now.held)) {
      if (view.get().get('wave', wave)?.status === 'closed') continue;
      for (const generation of generationsHeld(now, wave)) {
        const key = heldKey(now, { wave, generation });
        const copy = key ? await sealKeyFor(sender, holder, { wave, generation }, key) : null;
        if (!copy) return null;
        copies.push({ id: world.newId(), wave, generation, ...copy });
      }
    }
    return copies;
  };

  const done = async (result: Promise<Result<unknown, ActFailure>>): Promise<Result<null, KeyFailure>> => {
    const answer = await result;
    return answer.ok ? ok(null) : answer;
  };

  const words: Keys['words'] = async (device) => {
    const now = ring.get();
    const other = view.get().get('device', device);
    if (!now || !other) return null;
    // Two thousand words that only this needs.
    const { wordsToCompare } = await import('../vault/compare.ts');
    return wordsToCompare(world, now.pair.publicKey, other.key);
  };

  const trust: Keys['trust'] = async (device) => {
    const other = view.get().get('device', device);
    const kept = other ? await change((now) => trustDevice(now, other)) : ok(null);
    if (kept.ok) await tend();
    return kept;
  };

  const approve: Keys['approve'] = async (device) => {
    const other = view.get().get('device', device);
    if (!other) return err({ type: 'refused', reason: 'unknown_reference' });
    const now = ring.get();
    const copies = now ? await copiesFor(now, now.pair, other) : null;
    if (!now || !copies) return err({ type: 'no_key' });
    const answer = await done(parts.act('approve_device', { device, from: now.device, copies }));
    return answer.ok ? change((last) => trustDevice(last, other)) : answer;
  };

  const rotate: Keys['rotate'] = async (wave) => {
    const now = ring.get();
    const rows = view.get();
    if (!now || own()?.state !== 'approved') return err({ type: 'no_key' });
    const newest = Math.max(
      0,
      ...[...rows.all('field_key')].map((row) => (row.wave === wave ? row.generation : 0)),
    );
    const name = { wave, generation: newest + 1 };
    const key = makeFieldKey();
    const copies: (KeyCopy & { id: Id; device: Id })[] = [];
    for (const device of rows.all('device')) {
      // A recovery key opens only what leads back to a copy that was made with it.
      const follows = device.kind === 'computer' || hasCopy(rows, device.id, wave);
      if (device.state !== 'approved' || !isTrusted(now, device) || !follows) continue;
      const person = rows.get('person', device.person);
      if (!person?.active || person.role === 'coder') continue;
      const copy = await sealKeyFor(now.pair, device, name, key);
      if (copy) copies.push({ id: world.newId(), device: device.id, ...copy });
    }
    // Its own copy comes back with the pull: a crash between the two loses nothing.
    return done(
      parts.act('rotate_field_key', { field_key: world.newId(), ...name, from: now.device, copies }),
    );
  };

  const ensure: Keys['ensure'] = async (wave) => {
    const there = [...view.get().all('field_key')].some((row) => row.wave === wave);
    if (!there) return rotate(wave);
    return state.get().held.has(wave) ? ok(null) : err({ type: 'no_key' });
  };

  const makeRecovery: Keys['makeRecovery'] = async () => {
    const now = ring.get();
    const code = makeCode(randomBytes);
    const pair = await recoveryPair(code);
    const holder = { id: world.newId(), key: pair.publicKey };
    const copies = now ? await copiesFor(now, pair, holder) : null;
    if (!now || !copies || copies.length === 0) return err({ type: 'no_key' });
    const kept = await change((last) => trustDevice(last, holder));
    if (!kept.ok) return kept;
    const answer = await parts.act('make_recovery_key', { device: holder.id, key: holder.key, copies });
    return answer.ok ? ok(formatCode(code)) : answer;
  };

  const approveSelf = async (): Promise<Result<null, KeyFailure>> => {
    const now = ring.get();
    const copies = now ? await copiesFor(now, now.pair, { id: now.device, key: now.pair.publicKey }) : null;
    if (!now || !copies) return err({ type: 'no_key' });
    return done(parts.act('approve_device', { device: now.device, from: now.device, copies }));
  };

  const recoveryOf = async (code: Code) => {
    const pair = await recoveryPair(code);
    const device = [...view.get().all('device')].find(
      (one) => one.kind === 'recovery' && one.state === 'approved' && one.key === pair.publicKey,
    );
    return device ? { id: device.id, ...pair } : null;
  };

  const restore: Keys['restore'] = async (typed) => {
    const code = parseCode(typed);
    const recovery = code.ok ? await recoveryOf(code.value) : null;
    if (!recovery) return err({ type: 'wrong_code' });
    const seen = view.get();
    const kept = await change((now) => takeKeys(now, seen, recovery));
    return kept.ok ? approveSelf() : kept;
  };

  return {
    words,
    trust,
    approve,
    revoke: (device) => done(parts.act('revoke_device', { device })),
    rotate,
    ensure,
    makeRecovery,
    restore,
    beginAnew: approveSelf,
  };
};

const hasCopy = (rows: View, device: Id, wave: Id): boolean =>
  [...rows.all('sealed_key')].some((copy) => copy.device === device && copy.wave === wave);
