import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { launchOptions } from '../../setup/browser.ts';
import { type Trouble, watch } from './trouble.ts';

/** A person's laptop: a browser profile on disk, which outlives the browser's process however that ends. */
export interface Laptop {
  /** Starts a browser process on the profile. Offline: as the operating system says it, beside what the cable does. */
  readonly start: (options?: { readonly offline?: boolean }) => Promise<Page>;
  readonly page: () => Page;
  /** As `page`, or null while it is switched off. */
  readonly current: () => Page | null;
  readonly setOffline: (offline: boolean) => Promise<void>;
  /** SIGKILL to the browser and all its processes. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
  /** Closes it and throws the profile away. */
  readonly scrap: () => Promise<void>;
}

/** Number of the browser's own process, which leads the group of all its others. */
const pidOf = async (context: BrowserContext): Promise<number> => {
  const browser = context.browser();
  if (!browser) throw new Error('a persistent context has a browser of its own');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const own = processInfo.find(({ type }) => type === 'browser');
  if (!own) throw new Error('the browser does not tell its process number');
  return own.id;
};

export const newLaptop = (trouble: Trouble, origin: string, hasFailed: () => boolean): Laptop => {
  const profile = mkdtempSync(join(tmpdir(), 'lagesbild-profile-'));
  let context: BrowserContext | null = null;
  let page: Page | null = null;
  let pid = 0;

  const close = async (): Promise<void> => {
    await context?.close();
    context = null;
    page = null;
  };
  const running = (): Page => {
    if (!page) throw new Error('this laptop is switched off');
    return page;
  };
  return {
    start: async ({ offline = false } = {}) => {
      context = await chromium.launchPersistentContext(profile, {
        ...launchOptions(),
        locale: 'sv-SE',
        viewport: { width: 1280, height: 800 },
      });
      context.setDefaultTimeout(20_000);
      watch(context, trouble, origin, hasFailed);
      if (offline) await context.setOffline(true);
      pid = await pidOf(context);
      page = context.pages()[0] ?? (await context.newPage());
      return page;
    },
    page: running,
    current: () => page,
    setOffline: async (offline) => {
      await context?.setOffline(offline);
    },
    kill: async () => {
      if (!context) throw new Error('this laptop is switched off');
      const gone = new Promise<void>((resolve) => context?.once('close', () => resolve()));
      process.kill(-pid, 'SIGKILL');
      await gone;
      context = null;
      page = null;
    },
    close,
    scrap: async () => {
      await close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
};
