import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchOptions } from '../setup/browser.ts';
import { type FreshHome, freshHome } from './people/home.ts';
import { tour } from './people/tour.ts';
import { newTrouble, watch } from './people/trouble.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SIZES = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
};

let home: FreshHome;
let browser: Browser;
beforeAll(async () => {
  home = await freshHome();
  browser = await chromium.launch(launchOptions());
});
afterAll(async () => {
  await browser?.close();
  await home?.stop();
});

/** Each violation in one line: the rule, and where. */
const violations = async (page: Page, options: RunOptions): Promise<readonly string[]> => {
  const found = await page.evaluate(async (run): Promise<AxeResults> => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    return axe.run(document, run);
  }, options);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id}: ${target.join(' ')} ${failureSummary.split('\n')[1]?.trim()}`,
    ),
  );
};

it('no main screen breaks a rule of axe, light or dark, on a laptop or a phone', async () => {
  const trouble = newTrouble();
  const context = await browser.newContext({ locale: 'sv-SE', viewport: SIZES.desktop });
  context.setDefaultTimeout(20_000);
  watch(context, trouble, home.url, () => true);
  const page = await context.newPage();
  const found: string[] = [];
  const seen: string[] = [];
  await tour(page, home.link, async (screen) => {
    seen.push(screen);
    await page.evaluate(AXE);
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        // What colours do not touch is the same in the dark.
        const options: RunOptions = colorScheme === 'light' ? {} : { runOnly: ['color-contrast'] };
        for (const line of await violations(page, options))
          found.push(`${screen}, ${size}, ${colorScheme}: ${line}`);
      }
    }
    await page.setViewportSize(SIZES.desktop);
    await page.emulateMedia({ colorScheme: 'light' });
  });
  for (const screen of [
    'masking',
    'area',
    'remark',
    'own',
    'sheets',
    'training',
    'results',
    'claims',
    'device',
  ])
    expect(seen).toContain(screen);
  expect(found).toEqual([]);
  expect(trouble.lines()).toEqual([]);
  await context.close();
});
