import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
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

/** Gaps between frames, and long tasks, from now on. As text: what runs the benches would add to a function. */
const WATCH = `
  window.stood = { longest: 0, tasks: 0 };
  let last = performance.now();
  requestAnimationFrame(function next(now) {
    window.stood.longest = Math.max(window.stood.longest, now - last);
    last = now;
    requestAnimationFrame(next);
  });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.stood.tasks = Math.max(window.stood.tasks, duration);
  }).observe({ type: 'longtask' });`;

export const benchFrameImport = async (browser: Browser, server: Served): Promise<void> => {
  const page = await browser.newPage({ locale: 'sv-SE', viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(45_000);
  await app.found(page, server.link, 'Ramstudien', { name: 'Lo', email: 'lo@example.se' });
  await lead.createWave(page, '2026', 3);
  await lead.publishShipped(page);
  const rows = Array.from({ length: ROWS }, (_, n) => `${100_000 + n};Enhet nummer ${n};stratum ${n % 9}`);
  const folder = mkdtempSync(join(tmpdir(), 'lagesbild-frame-'));
  const file = join(folder, 'ram.csv');
  writeFileSync(file, `kommunkod;kommun;stratum\r\n${rows.join('\r\n')}\r\n`);
  const { sample } = app.sv.setup;
  await app.goTo(page, 'setup');
  const parts = page.getByRole('navigation', { name: app.sv.setup.partsLabel });
  await app.button(parts, app.sv.setup.parts.urval).click();
  await app.button(page, sample.ownFrame).click();
  await page.evaluate(WATCH);
  const from = performance.now();
  // A file of the disk: one made in the page would be unpacked there, on the screen's own time.
  await page.getByLabel(sample.import.file, { exact: true }).setInputFiles(file);
  await app.button(page, sample.import.read).click();
  await app.button(page, sample.import.take(new Intl.NumberFormat('sv-SE').format(ROWS))).click();
  await page.getByLabel(app.sv.setup.sample.allocation, { exact: true }).waitFor();
  const all = performance.now() - from;
  const { longest, tasks } = await page.evaluate(() => window.stood);
  console.log(
    `Frame of ${ROWS} rows, chosen, read and taken: ${(all / 1000).toFixed(1)} s; longest between two frames ${longest.toFixed(0)} ms, longest task ${tasks.toFixed(0)} ms`,
  );
  await page.close();
  rmSync(folder, { recursive: true, force: true });
};
