import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { sv } from './journeys/people/app.ts';
import { tour } from './journeys/people/tour.ts';
import { launchOptions } from './setup/browser.ts';
import { toPalettePng } from './setup/palette-png.ts';
import { serveBuilt } from './setup/serve-built.ts';

/** `npm run pictures`: the README's pictures of the main screens, taken of the practice study, so that they stay true. */
const FOLDER = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
/** Screens of the tour that are shown, by the names of their pictures. */
const SHOWN: Readonly<Record<string, string>> = {
  interview: 'interview',
  masking: 'masking',
  calls: 'calls',
  outbox: 'outbox',
  'setup-oversikt': 'overview',
  'setup-progress': 'progress',
  'setup-urval': 'sample',
  read: 'reading',
};
const SIZES = { '': { width: 1440, height: 900 }, '-phone': { width: 390, height: 844 } };
/** Larger ones make a page slow to open on a phone. */
const LARGEST = 150_000;

const settled = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });

/** The foot line says for a moment what was done last; pictures show what it says all day. */
const quiet = (page: Page): Promise<void> =>
  page
    .getByRole('contentinfo')
    .getByText(new RegExp(`^(?:${sv.common.foot.saved('')}|${sv.common.foot.nothingYet})`))
    .waitFor();

/** Within what scrolls around it: `scrollIntoView` would move the page's own head away too. */
const scrollTo = (element: Element): void => {
  let around = element.parentElement;
  while (
    around &&
    (around.scrollHeight <= around.clientHeight || getComputedStyle(around).overflowY === 'visible')
  )
    around = around.parentElement;
  if (!around) return;
  around.scrollTop += element.getBoundingClientRect().top - around.getBoundingClientRect().top - 16;
};

const take = async (page: Page, name: string): Promise<void> => {
  await quiet(page);
  // Nothing lies under the pointer.
  await page.mouse.move(0, 0);
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const shown of await page.locator('[data-shown]').all()) await shown.evaluate(scrollTo);
      await settled(page);
      const path = join(FOLDER, `${name}-${colorScheme}${size}.png`);
      const png = toPalettePng(await page.screenshot({ animations: 'disabled' }));
      if (png.length > LARGEST) throw new Error(`${path} would be ${png.length} bytes, more than ${LARGEST}`);
      writeFileSync(path, png);
      console.log(path);
    }
  }
  await page.setViewportSize(SIZES['']);
  await page.emulateMedia({ colorScheme: 'light' });
};

mkdirSync(FOLDER, { recursive: true });
const server = await serveBuilt();
const browser = await chromium.launch(launchOptions());
try {
  const context = await browser.newContext({
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    viewport: SIZES[''],
  });
  const page = await context.newPage();
  await tour(page, server.link, async (screen) => {
    const name = SHOWN[screen];
    if (name !== undefined) await take(page, name);
  });
} finally {
  await browser.close();
  await server.stop();
}
