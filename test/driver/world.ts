import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Channel, World } from '../../src/engine/world.ts';
import { type Cell, createCell } from '../../src/study/source.ts';
import type { Backend } from '../../src/sync/supabase-remote.ts';
import { argon2id } from '../../src/vault/argon2.ts';

/**
 * A scripted world: one device with its own storage, clock, tabs and network. A crash is leaving everything as it is
 * and starting again on the same storage.
 */
export type NetworkMode =
  | 'up'
  | 'down'
  /** The request arrives and is carried out; its answer is lost on the way back. */
  | 'lose-answers'
  /** A hotel's login page answers everything with 200. */
  | 'captive';

export interface ScriptedDevice {
  readonly network: Cell<NetworkMode>;
  readonly clock: { now: number };
  /** Runs every timer that is due at the clock's new time. */
  readonly advance: (ms: number) => void;
  /** A tab's world; all tabs of one device share storage, locks and channels. */
  readonly tab: () => World;
  readonly requests: () => readonly string[];
  /** The browser's process is gone: no tab answers, no lock is held, no timer runs; the storage is as it was. */
  readonly crash: () => void;
}

interface Lock {
  readonly lost: () => void;
}

export const createScriptedDevice = (backend: Pick<Backend, 'url' | 'anonKey'>): ScriptedDevice => {
  const storage = { indexedDB: new IDBFactory(), IDBKeyRange };
  const network = createCell<NetworkMode>('up');
  const clock = { now: Date.now() };
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  const channels = new Map<string, Set<(message: unknown) => void>>();
  const locks = new Map<string, Lock>();
  const queues = new Map<string, (() => void)[]>();
  const chains = new Map<string, Promise<unknown>>();
  const requests: string[] = [];

  /** Counts crashes: a tab of an earlier life asks into the void. */
  let life = 0;
  const scriptedFor =
    (born: number): typeof fetch =>
    async (input, init) => {
      if (born !== life) return new Promise<never>(() => undefined);
      const mode = network.get();
      const url = input instanceof Request ? input.url : String(input);
      if (mode === 'down') throw new TypeError('network is down');
      if (mode === 'captive')
        return new Response('<html>Log in</html>', { headers: { 'content-type': 'text/html' } });
      requests.push(new URL(url).pathname);
      const answer = await fetch(input, init);
      if (mode === 'lose-answers') throw new TypeError('connection reset');
      return answer;
    };

  const channel = (name: string): Channel => {
    const members = channels.get(name) ?? new Set();
    channels.set(name, members);
    const own: ((message: unknown) => void)[] = [];
    return {
      post: (message) => {
        for (const member of members) if (!own.includes(member)) queueMicrotask(() => member(message));
      },
      listen: (listener) => {
        own.push(listener);
        members.add(listener);
      },
      close: () => {
        for (const listener of own) members.delete(listener);
      },
    };
  };

  const release = (name: string, lock: Lock): void => {
    if (locks.get(name) !== lock) return;
    locks.delete(name);
    queues.get(name)?.shift()?.();
  };

  const lead: World['lead'] = (name, granted) => {
    const lock: Lock = { lost: () => undefined };
    let given = false;
    const take = (): void => {
      given = true;
      locks.set(name, lock);
      granted();
    };
    const queue = queues.get(name) ?? [];
    queues.set(name, queue);
    if (locks.has(name)) queue.push(take);
    else take();
    return () => {
      if (given) release(name, lock);
      else queue.splice(queue.indexOf(take), 1);
    };
  };

  const isLed: World['isLed'] = async (prefix) => [...locks.keys()].some((name) => name.startsWith(prefix));

  const hold: World['hold'] = async (name, { steal }, lost) => {
    const holder = locks.get(name);
    if (holder && !steal) return null;
    holder?.lost();
    const lock: Lock = { lost };
    locks.set(name, lock);
    return () => release(name, lock);
  };

  const exclusively: World['exclusively'] = async (name, work) => {
    const before = chains.get(name) ?? Promise.resolve();
    const mine = before.then(work, work);
    chains.set(
      name,
      mine.catch(() => undefined),
    );
    return mine;
  };

  const online = createCell(true);
  network.subscribe(() => online.set(network.get() !== 'down'));

  return {
    network,
    clock,
    requests: () => requests,
    crash: () => {
      life += 1;
      channels.clear();
      locks.clear();
      queues.clear();
      timers.clear();
    },
    advance: (ms) => {
      clock.now += ms;
      for (const timer of [...timers]) {
        if (timer.at > clock.now) continue;
        timers.delete(timer);
        timer.run();
      }
    },
    tab: () => ({
      backend: { ...backend, fetch: scriptedFor(life) },
      storage,
      now: () => clock.now,
      random: Math.random,
      newId: () => crypto.randomUUID(),
      // The real function with its smallest cost: strength is tried in the vault's own tests.
      argon2id: (passphrase, salt) => argon2id(passphrase, salt, { memoryKiB: 8, passes: 1 }),
      wakeAt: (at, run) => {
        const timer = { at, run };
        timers.add(timer);
        // What is due already need not wait for somebody to turn the clock.
        if (at <= clock.now) setImmediate(() => timers.delete(timer) && run());
        return () => timers.delete(timer);
      },
      exclusively,
      online,
      visible: createCell(true),
      channel,
      lead,
      isLed,
      hold,
      keyWait: 0,
    }),
  };
};
