import type { Store } from '../store/port.ts';
import type { View } from '../study/command.ts';
import type { Id } from '../study/ids.ts';
import { err, ok, type Result } from '../study/result.ts';
import type { DeviceRow } from '../study/rows.ts';
import { createCell, type Source } from '../study/source.ts';
import type { KdfDep } from '../vault/kdf.ts';
import { createKeyActs } from './key-acts.ts';
import type { KeyState, Keys, Standing } from './key-types.ts';
import {
  dropWave,
  heldKey,
  isTrusted,
  type Keyring,
  keyringWrite,
  newestHeld,
  newKeyring,
  readKeyring,
} from './keyring.ts';
import { toStoreFailure } from './one-writer.ts';
import { takeKeys } from './take-keys.ts';
import type { Engine, StoreFailure } from './types.ts';

export interface KeyParts {
  readonly world: KdfDep & { readonly newId: () => Id };
  readonly store: Store;
  readonly me: Engine['me'];
  readonly view: Source<View>;
  /** Waits until what it changed is fetched. */
  readonly act: Engine['act'];
  /** Answers at once: for what is done within a fetch. */
  readonly call: Engine['act'];
  /** Queues the word that a wave's key is destroyed, in one transaction with the destruction. */
  readonly destroyed: (
    waves: readonly Id[],
    device: Id,
    also: ReturnType<typeof keyringWrite>,
  ) => Promise<Result<null, StoreFailure>>;
  /** Fetch at once. */
  readonly fetch: () => void;
  /** Other tabs read the keyring anew. */
  readonly changed: () => void;
}

export interface KeyRoom {
  readonly keys: Keys;
  readonly ring: Source<Keyring | null>;
  /** After each pull: registers, takes what was sealed for this device, destroys what is over. True: fetch again. */
  readonly tend: () => Promise<boolean>;
  /** Another tab changed it. */
  readonly reload: () => Promise<void>;
}

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
  const change = async (
    make: (ring: Keyring) => Keyring | Promise<Keyring>,
  ): Promise<Result<null, StoreFailure>> => {
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
    // A copy that waits, of whose sender this side has not said that the words were the same.
    return copies.some((copy) => !heldKey(now, copy)) ? 'compare' : 'open';
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
  const told = ({ standing: at, device, held, trusted }: KeyState): string =>
    JSON.stringify([at, device, [...held], [...trusted]]);
  const show = (): void => {
    const next = stateNow();
    // Each row that comes in is looked at; screens hear of it where something is another.
    if (told(state.get()) !== told(next)) state.set(next);
  };
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

  const register = async (): Promise<boolean> => {
    const now = ring.get();
    // A server that was restored may have forgotten it again.
    if (own()) registering = false;
    if (!now || own() || registering || !view.get().get('person', me.id)) return false;
    registering = true;
    const done = await parts.call('register_device', { device: now.device, key: now.pair.publicKey });
    // Where the network failed, the next pull tries again.
    registering = done.ok || done.error.type === 'refused';
    return done.ok;
  };

  const tendOnce = async (): Promise<boolean> => {
    if (!callsOrLeads(me.role)) return false;
    const seen = view.get();
    const open = [...seen.all('wave')].filter(({ status }) => status !== 'closed').map(({ id }) => id);
    await change(async (now) => {
      const taken =
        own()?.state === 'approved' ? await takeKeys(now, seen, { id: now.device, ...now.pair }) : now;
      const more = open.filter((wave) => !taken.open.includes(wave));
      return more.length === 0 ? taken : { ...taken, open: [...taken.open, ...more] };
    });
    await destroy();
    const registered = await register();
    show();
    return registered;
  };

  let tending: Promise<boolean> = Promise.resolve(false);
  const tend = (): Promise<boolean> => {
    tending = tending.then(tendOnce);
    return tending;
  };

  const renew: Keys['renew'] = async () => {
    const fresh = await newKeyring(world.newId);
    const kept = await change(({ open }) => ({ ...fresh, open }));
    registering = false;
    if (kept.ok && (await tend())) parts.fetch();
    return kept;
  };

  return {
    keys: { state, renew, ...createKeyActs({ world, view, act: parts.act, ring, state, own, change, tend }) },
    ring,
    tend,
    reload,
  };
};
