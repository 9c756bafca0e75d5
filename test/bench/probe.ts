import type { BrowserContext, Page } from 'playwright-core';

/** Times taken inside the page, by listening only: a key until painted and until stored, focus, Argon2id. */
export interface KeyTimes {
  readonly painted: number;
  readonly stored: number;
}
interface Probe {
  key: { at: number; painted: number; stored: number } | null;
  /** When a field to write notes in first had the focus, since the navigation began. */
  question: number;
  /** When the button or field that unlocks could first be used. */
  ready: number;
  /** When unlocking was asked for. */
  unlocked: number;
  argon: number;
}
declare global {
  interface Window {
    probe: Probe;
  }
}

const probePage = (): void => {
  const probe: Probe = { key: null, question: 0, ready: 0, unlocked: 0, argon: 0 };
  window.probe = probe;
  const stored = (): void => {
    if (probe.key && probe.key.stored === 0) probe.key.stored = performance.now() - probe.key.at;
  };
  document.addEventListener(
    'keydown',
    (event) => {
      probe.key = { at: event.timeStamp, painted: 0, stored: 0 };
    },
    true,
  );
  document.addEventListener(
    'input',
    () => {
      const { key } = probe;
      if (!key) return;
      requestAnimationFrame(() => {
        // A task after the frame's own work: what the key changed is drawn.
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          key.painted = performance.now() - key.at;
        };
        channel.port2.postMessage(null);
      });
    },
    true,
  );
  document.addEventListener(
    'focusin',
    ({ target }) => {
      if (target instanceof HTMLTextAreaElement && probe.question === 0) probe.question = performance.now();
      if (target instanceof HTMLInputElement && probe.ready === 0) probe.ready = performance.now();
    },
    true,
  );
  document.addEventListener(
    'click',
    ({ timeStamp }) => {
      probe.unlocked = timeStamp;
    },
    true,
  );
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (stores: string | string[], ...how) {
    const begun = transaction.call(this, stores, ...how);
    if (begun.mode === 'readwrite') begun.addEventListener('complete', stored);
    return begun;
  };
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (...args) {
    setItem.apply(this, args);
    stored();
  };
  const Real = window.Worker;
  window.Worker = class extends Real {
    constructor(...args: ConstructorParameters<typeof Worker>) {
      super(...args);
      const begun = performance.now();
      this.addEventListener('message', () => {
        if (String(args[0]).includes('argon2')) probe.argon += performance.now() - begun;
      });
    }
  };
};

/** In every page of the context, before the page's own scripts. */
export const installProbe = async (context: BrowserContext): Promise<void> => {
  // tsx marks functions with a helper that no page has.
  await context.addInitScript({ content: 'globalThis.__name ??= (marked) => marked;' });
  await context.addInitScript(probePage);
};

/** Presses a key in the field that has the focus, and waits until it is painted and stored. */
export const pressKey = async (page: Page, key: string): Promise<KeyTimes> => {
  await page.keyboard.press(key);
  const handle = await page.waitForFunction(() => {
    const now = window.probe.key;
    return now && now.painted > 0 && now.stored > 0 ? { painted: now.painted, stored: now.stored } : null;
  });
  return (await handle.jsonValue()) as KeyTimes;
};
