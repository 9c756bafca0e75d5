import type { Store } from '../store/port.ts';
import type { View } from '../study/command.ts';
import { type Code, formatCode, makeCode, parseCode } from '../study/code.ts';
import type { Id } from '../study/ids.ts';
import { err, ok, type Result } from '../study/result.ts';
import type { DeviceRow } from '../study/rows.ts';
import { createCell, type Source } from '../study/source.ts';
import type { ActKind, Acts } from '../study/wire.ts';
import { type KeyCopy, makeFieldKey, sealKeyFor } from '../vault/field-key.ts';
import type { KdfDep } from '../vault/kdf.ts';
import { recoveryPair } from '../vault/recovery.ts';
import type { KeyFailure, Keys, KeyState, Standing } from './key-types.ts';
import {
  dropWave,
  generationsHeld,
  heldKey,
  isTrusted,
  type Keyring,
  keyringWrite,
  newestHeld,
  newKeyring,
  readKeyring,
  trustDevice,
} from './keyring.ts';
import { toStoreFailure } from './one-writer.ts';
import { takeKeys } from './take-keys.ts';
import type { ActFailure, Engine, StoreFailure } from './types.ts';

export interface KeyParts {
  readonly world: KdfDep & { readonly newId: () => Id };
  readonly store: Store;
  readonly me: Engine['me'];
  readonly view: Source<View>;
  readonly act: <K extends ActKind>(
    kind: K,
    args: Acts[K]['args'],
  ) => Promise<Result<Acts[K]['value'], ActFailure>>;
  /** Queues the word that a wave's key is destroyed, in one transaction with the destruction. */
  readonly destroyed: (waves: readonly Id[], device: Id, also: ReturnType<typeof keyringWrite>) => Promise<Result<null, StoreFailure>>;
  /** Fetch at once: the server has news for this device. */
  readonly pull: () => void;
  /** Other tabs read the keyring anew. */
  readonly changed: () => void;
}

export interface KeyRoom {
  readonly keys: Keys;
  readonly ring: Source<Keyring | null>;
  /** After each pull: registers, takes what was sealed for this device, destroys what is over. */
  readonly tend: () => Promise<void>;
  /** Another tab changed it. */
  readonly reload: () => Promise<void>;
}

const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
const callsOrLeads = (role: Engine['me']['role']): boolean => role !== 'coder';

export const openKeys = async (parts: KeyParts): Promise<KeyRoom> => {
  const { world, store, me, view } = parts;
  let version = 0;
  const ring = createCell<Keyring | null>(null);
  let registering = false;

  const reload = async (): Promise<void> => {
    const read = await readKeyring(store);
    version = read?.version ?? 0;
    ring.set(read?.ring ?? null);
  };

  const keep = async (next: Keyring): Promise<Result<null, StoreFailure>> => {
    const done = await store.commit([keyringWrite(next, version)]);
    if (!done.ok) {
      if (done.error.type === 'stale') await reload();
      return err(toStoreFailure(done.error));
    }
    version += 1;
    ring.set(next);
    parts.changed();
    return ok(null);
  };

  /** Changes what stands now, whatever another tab wrote in the meantime. */
  const change = async (make: (ring: Keyring) => Keyring | Promise<Keyring>): Promise<Result<null, StoreFailure>> => {
    for (;;) {
      const now = ring.get() ?? (await newKeyring(world.newId));
      const next = await make(now);
      if (next === ring.get()) return ok(null);
      const kept = await keep(next);
      if (kept.ok || kept.error.type !== 'taken_over') return kept;
    }
  };

  const own = (): DeviceRow | undefined => {
    const now = ring.get();
    return now ? view.get().get('device', now.device) : undefined;
  };

  const standing = (): Standing => {
    if (!callsOrLeads(me.role) || !view.get().get('person', me.id)) return 'none';
    const device = own();
    const now = ring.get();
    if (!device || !now) return 'unregistered';
    if (device.state !== 'approved') return device.state;
    const copies = [...view.get().all('sealed_key')].filter((copy) => copy.device === device.id);
    // A copy that waits, of which this side has not said that the words were the same.
    return copies.length > 0 && !copies.some((copy) => heldKey(now, copy)) ? 'compare' : 'open';
  };

  const stateNow = (): KeyState => {
    const now = ring.get();
    const devices = [...view.get().all('device')];
    return {
      standing: standing(),
      device: now?.device ?? null,
      held: new Map(now ? Object.keys(now.held).map((wave) => [wave, newestHeld(now, wave)]) : []),
      trusted: new Set(now ? devices.filter((one) => isTrusted(now, one)).map(({ id }) => id) : []),
    };
  };
  await reload();
  const state = createCell(stateNow());
  const show = (): void => state.set(stateNow());
  ring.subscribe(show);
  view.subscribe(show);

  /** The wave is closed, the device revoked, or the account sees nothing of the study any longer. */
  const over = (now: Keyring): readonly Id[] => {
    const rows = view.get();
    const known = [...new Set([...Object.keys(now.held), ...now.open])];
    const out = own()?.state === 'revoked' || (me.role !== 'lead' && !rows.get('person', me.id));
    if (out) return Object.keys(now.held);
    return known.filter((wave) => rows.get('wave', wave)?.status === 'closed');
  };

  const destroy = async (): Promise<void> => {
    const now = ring.get();
    const waves = now ? over(now) : [];
    if (!now || waves.length === 0) return;
    const next = waves.reduce(dropWave, now);
    const done = await parts.destroyed(waves, now.device, keyringWrite(next, version));
    if (!done.ok) {
      await reload();
      return;
    }
    version += 1;
    ring.set(next);
    parts.changed();
  };

  const register = async (): Promise<void> => {
    const now = ring.get();
    if (!now || own() || registering || !view.get().get('person', me.id)) return;
    registering = true;
    const done = await parts.act('register_device', { device: now.device, key: now.pair.publicKey });
    // Where the network failed, the next pull tries again.
    registering = done.ok || done.error.type === 'refused';
    if (done.ok) parts.pull();
  };

  const tend = async (): Promise<void> => {
    if (!callsOrLeads(me.role)) return;
    const seen = view.get();
    const open = [...seen.all('wave')].filter(({ status }) => status !== 'closed').map(({ id }) => id);
    await change(async (now) => {
      const taken = own()?.state === 'approved' ? await takeKeys(now, seen, { id: now.device, ...now.pair }) : now;
      const more = open.filter((wave) => !taken.open.includes(wave));
      return more.length === 0 ? taken : { ...taken, open: [...taken.open, ...more] };
    });
    await destroy();
    await register();
    show();
  };

  /** A copy for one device of each generation held here, of waves that are not closed. */
  const copiesFor = async (
    now: Keyring,
    sender: { readonly publicKey: string; readonly privateKey: string },
    holder: { readonly id: Id; readonly key: string },
  ): Promise<readonly (KeyCopy & { id: Id; wave: Id; generation: number })[] | null> => {
    const copies: (KeyCopy & { id: Id; wave: Id; generation: number })[] = [];
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
    const newest = Math.max(0, ...[...rows.all('field_key')].map((row) => (row.wave === wave ? row.generation : 0)));
    const name = { wave, generation: newest + 1 };
    const key = makeFieldKey();
    const copies: (KeyCopy & { id: Id; device: Id })[] = [];
    for (const device of rows.all('device')) {
      // A recovery key opens only what leads back to a copy that was made with it.
      const follows = device.kind === 'computer' || hasCopy(rows, device.id, wave);
      if (device.state !== 'approved' || !isTrusted(now, device) || !follows) continue;
      const person = rows.get('person', device.person);
      if (!person?.active || !callsOrLeads(person.role)) continue;
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
    const copies = now
      ? await copiesFor(now, now.pair, { id: now.device, key: now.pair.publicKey })
      : null;
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

  const renew: Keys['renew'] = async () => {
    const fresh = await newKeyring(world.newId);
    const kept = await change(({ open }) => ({ ...fresh, open }));
    registering = false;
    if (kept.ok) await tend();
    return kept;
  };

  return {
    keys: {
      state,
      words,
      trust,
      approve,
      revoke: (device) => done(parts.act('revoke_device', { device })),
      rotate,
      ensure,
      makeRecovery,
      restore,
      beginAnew: approveSelf,
      renew,
    },
    ring,
    tend,
    reload,
  };
};

const hasCopy = (rows: View, device: Id, wave: Id): boolean =>
  [...rows.all('sealed_key')].some((copy) => copy.device === device && copy.wave === wave);
