import type { Browser, Page } from 'playwright-core';
import * as app from '../journeys/people/app.ts';
import * as lead from '../journeys/people/lead.ts';
import type { Served } from '../setup/serve-built.ts';

/** A frame of 100 000 rows read in on the lead's screen: how long it takes, and the longest that the screen stood still. */
const ROWS = 100_000;

declare global {
  interface Window {
    stood: { longest: number; tasks: number };
  }
}

/** Gaps between frames, and long tasks, from now on. */
const watchFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.stood = { longest: 0, tasks: 0 };
    let last = performance.now();
    const next = (now: number): void => {
      window.stood.longest = Math.max(window.stood.longest, now - last);
      last = now;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        window.stood.tasks = Math.max(window.stood.tasks, duration);
    }).observe({ type: 'longtask' });
  });

export const benchFrameImport = async (browser: Browser, server: Served): Promise<void> => {
  const page = await browser.newPage({ locale: 'sv-SE', viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(120_000);
  await app.found(page, server.link, 'Ramstudien', { name: 'Lo', email: 'lo@example.se' });
  await lead.createWave(page, '2026', 3);
  await lead.publishShipped(page);
  await watchFrames(page);
  const rows = Array.from({ length: ROWS }, (_, n) => `${100_000 + n};Enhet nummer ${n};stratum ${n % 9}`);
  const from = performance.now();
  await lead.importFrame(page, `kommunkod;kommun;stratum\r\n${rows.join('\r\n')}\r\n`, ROWS);
  await page.getByLabel(app.sv.setup.sample.allocation, { exact: true }).waitFor();
  const all = performance.now() - from;
  const { longest, tasks } = await page.evaluate(() => window.stood);
  console.log(
    `Frame of ${ROWS} rows, chosen, read and taken: ${(all / 1000).toFixed(1)} s; longest between two frames ${longest.toFixed(0)} ms, longest task ${tasks.toFixed(0)} ms`,
  );
  await page.close();
};
