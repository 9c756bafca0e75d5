import { chromium } from 'playwright-core';
import { launchOptions } from '../setup/browser.ts';
import { median, printTable, quantile, shown } from './figures.ts';
import type { DeskTimes } from './pages/desk.ts';

/** The coding desk's data on a device that holds 10 000 interviews, 210 000 answers and 400 000 segments, sealed. */
const RUNS = 3;
const SEGMENTS_A_QUESTION = 19_048;

export const benchDesk = async (pages: string): Promise<void> => {
  const browser = await chromium.launch(launchOptions());
  const page = await browser.newPage();
  await page.goto(`${pages}/desk.html`);
  await page.waitForFunction(() => 'desk' in window);
  await page.evaluate((count) => window.desk.fill(count), SEGMENTS_A_QUESTION);
  const runs: DeskTimes[] = [];
  for (let run = 0; run < RUNS; run++) {
    // A page that has opened nothing yet.
    await page.reload();
    await page.waitForFunction(() => 'desk' in window);
    runs.push(await page.evaluate(() => window.desk.run()));
  }
  await browser.close();
  const all = (pick: (times: DeskTimes) => readonly number[]): readonly number[] => runs.flatMap(pick);
  const row = (name: string, values: readonly number[]): readonly string[] => [
    name,
    shown(median(values)),
    shown(quantile(values, 0.95)),
  ];
  printTable(
    `The desk's data, ms (${RUNS} runs; ${runs[0]?.segments ?? 0} segments in the question)`,
    ['', 'median', '95 %'],
    [
      row(
        'one question opened, from the key',
        all(({ opened }) => [opened]),
      ),
      row(
        'a code applied: told to the screen',
        all(({ folded }) => folded),
      ),
      row(
        'a code applied: stored, strictly',
        all(({ stored }) => stored),
      ),
      row(
        'the same with 5 000 waiting: told',
        all(({ foldedBehind }) => foldedBehind),
      ),
      row(
        'the same with 5 000 waiting: stored',
        all(({ storedBehind }) => storedBehind),
      ),
      row(
        'all 400 000 segments in passing',
        all(({ scanned }) => [scanned]),
      ),
      row(
        'heap after all of it, MB',
        all(({ heapMb }) => [heapMb]),
      ),
    ],
  );
};
