import { openDevice } from '../engine/device.ts';
import type { Device } from '../engine/types.ts';
import type { Backend } from '../sync/supabase-remote.ts';
import { openLockPreference } from './device/idle.ts';
import { createNavigation } from './navigation.ts';
import { loadPractice } from './practice.ts';
import { openPreferences } from './preferences.ts';
import type { Services } from './services.ts';
import { loadShipped } from './shipped.ts';
import { noUpdates, registerUpdates } from './updates.ts';
import { browserWorld } from './world.ts';

/** The one place where the app is put together from the browser, the server's address and the engine. */
const KNOWN = 'lagesbild.backend';

const isBackend = (value: unknown): value is Backend =>
  typeof value === 'object' &&
  value !== null &&
  'url' in value &&
  typeof value.url === 'string' &&
  'anonKey' in value &&
  typeof value.anonKey === 'string';

const parseBackend = (text: string | null): Backend | null => {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isBackend(value) ? value : null;
  } catch {
    return null;
  }
};

/** null: no network, or no answer that fits. */
const askForBackend = async (): Promise<Backend | null> => {
  try {
    const answer = await fetch('config.json', { cache: 'no-store' });
    const text = await answer.text();
    const backend = answer.ok ? parseBackend(text) : null;
    if (backend) localStorage.setItem(KNOWN, text);
    return backend;
  } catch {
    // No network: what was known goes on holding.
    return null;
  }
};

/**
 * The server says where it is (`/config.json`, two public values). What it said last holds at once, since no start
 * waits for a network; it is asked anew behind that, for the next start. A hosted home may fix the two values when
 * the app is built instead.
 */
const findBackend = async (): Promise<Backend> => {
  const url: unknown = import.meta.env.VITE_SUPABASE_URL;
  const anonKey: unknown = import.meta.env.VITE_SUPABASE_ANON_KEY;
  const built = { url, anonKey };
  if (isBackend(built)) return built;
  const known = parseBackend(localStorage.getItem(KNOWN));
  const asked = askForBackend();
  if (known && (await deviceKnowsAccounts())) return known;
  const backend = (await asked) ?? known;
  if (backend) return backend;
  throw new Error('the address of the server is not known on this computer yet');
};

/** A device with nothing on it has nothing to open without a network, so it may wait to hear the newest address. */
const deviceKnowsAccounts = async (): Promise<boolean> =>
  (await indexedDB.databases()).some(
    ({ name }) => name?.startsWith('lagesbild-') && name !== 'lagesbild-device',
  );

/**
 * An account is open, so there is something to lose: the browser is asked not to clear it when the disk fills up.
 * Chromium decides by itself, Firefox asks; where it says no, backup files remain.
 */
const keepStorage = (device: Device): void => {
  const ask = (): void => {
    if (device.state.get().kind !== 'open') return;
    stop();
    void navigator.storage?.persist?.();
  };
  const stop = device.state.subscribe(ask);
  ask();
};

export const compose = async (): Promise<Services> => {
  const preferences = openPreferences(window);
  const navigation = createNavigation(window);
  const device = await openDevice(browserWorld(await findBackend()));
  keepStorage(device);
  const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));
  return {
    device,
    navigation,
    preferences,
    updates: import.meta.env.PROD ? registerUpdates(window) : noUpdates,
    lockAfter: openLockPreference(() => window.localStorage),
    newId: () => crypto.randomUUID(),
    now: () => Date.now(),
    randomBytes,
    makePassphrase: async () => {
      const { makePassphrase } = await import('../study/passphrase.ts');
      return makePassphrase(randomBytes);
    },
    loadPractice: () => loadPractice(Date.now()),
    loadShipped,
  };
};
