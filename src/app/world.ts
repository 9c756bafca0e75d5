import type { Channel, World } from '../engine/world.ts';
import { createCell, type Source } from '../study/source.ts';
import type { Backend } from '../sync/supabase-remote.ts';
import { argon2idInWorker } from '../vault/argon2-in-worker.ts';

/** The browser as the engine's world. */
const KEY_WAIT_MS = 150;
/** A timer longer than this overflows in browsers; waking early does no harm, the pump looks at the clock again. */
const LONGEST_TIMER_MS = 3_600_000;

const sourceOf = (read: () => boolean, target: EventTarget, events: readonly string[]): Source<boolean> => {
  const cell = createCell(read());
  for (const event of events) target.addEventListener(event, () => cell.set(read()));
  return cell;
};

const openChannel = (name: string): Channel => {
  const channel = new BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(message),
    listen: (listener) => channel.addEventListener('message', ({ data }) => listener(data)),
    close: () => channel.close(),
  };
};

const lead: World['lead'] = (name, granted) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const abort = new AbortController();
  navigator.locks
    .request(name, { signal: abort.signal }, () => {
      granted();
      return held;
    })
    .catch((cause: unknown) => {
      // Aborting a request that still waits is how it is taken back.
      if (!(cause instanceof DOMException && cause.name === 'AbortError')) throw cause;
    });
  return () => {
    release();
    abort.abort();
  };
};

const isLed: World['isLed'] = async (prefix) => {
  const { held = [], pending = [] } = await navigator.locks.query();
  return [...held, ...pending].some(({ name }) => name?.startsWith(prefix));
};

const hold: World['hold'] = (name, { steal }, lost) =>
  new Promise((resolve, reject) => {
    navigator.locks
      .request(name, steal ? { steal } : { ifAvailable: true }, (granted) => {
        if (granted === null) {
          resolve(null);
          return null;
        }
        return new Promise<void>((release) => resolve(release));
      })
      // A stolen lock ends the request of the one who had it.
      .catch((cause: unknown) => {
        if (cause instanceof DOMException && cause.name === 'AbortError') lost();
        else reject(cause);
      });
  });

/** 53 random bits from the system's secure source: receipts are drawn with it. */
const secureRandom = (): number => {
  const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
  return ((high >>> 5) * 2 ** 26 + (low >>> 6)) / 2 ** 53;
};

export const browserWorld = (backend: Backend): World => ({
  backend,
  storage: {},
  now: () => Date.now(),
  random: secureRandom,
  newId: () => crypto.randomUUID(),
  argon2id: argon2idInWorker,
  wakeAt: (at, callback) => {
    const wait = Math.min(LONGEST_TIMER_MS, Math.max(0, at - Date.now()));
    const timer = setTimeout(callback, wait);
    return () => clearTimeout(timer);
  },
  exclusively: async (name, work) => await navigator.locks.request(name, work),
  online: sourceOf(() => navigator.onLine, window, ['online', 'offline']),
  // Coming back from the softphone's window counts as much as coming back from another tab.
  visible: sourceOf(() => document.visibilityState === 'visible' && document.hasFocus(), window, [
    'focus',
    'blur',
    'visibilitychange',
  ]),
  channel: openChannel,
  lead,
  isLed,
  hold,
  keyWait: KEY_WAIT_MS,
});
