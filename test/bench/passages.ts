import { chromium } from 'playwright-core';
import { launchOptions } from '../setup/browser.ts';
import { median, printTable, ratio, shown } from './figures.ts';
import type { PassageWay } from './pages/passages.tsx';

/** Overlapping passages until they are painted, and one more: ours beside the browser's highlights and nested anchors. */
const ROUNDS = 15;
const WAYS: readonly (readonly [PassageWay, string])[] = [
  ['ours', 'Lägesbild: plain text, lines in SVG'],
  ['highlights', 'CSS Custom Highlight API'],
  ['anchors', 'nested anchors'],
];

export const benchPassages = async (pages: string): Promise<void> => {
  const options = launchOptions();
  // Else every figure would be rounded up to the next of sixty frames a second.
  const browser = await chromium.launch({
    ...options,
    args: [...(options.args ?? []), '--disable-frame-rate-limit', '--disable-gpu-vsync'],
  });
  const times = new Map(WAYS.map(([way]) => [way, { first: [] as number[], more: [] as number[] }]));
  for (let round = 0; round < ROUNDS; round++)
    for (const [way] of WAYS) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(`${pages}/passages.html`);
      await page.waitForFunction(() => 'paintPassages' in window);
      const { first, more } = await page.evaluate((name) => window.paintPassages(name), way);
      times.get(way)?.first.push(first);
      times.get(way)?.more.push(more);
      await page.close();
    }
  await browser.close();
  const of = (way: PassageWay, what: 'first' | 'more'): number => median(times.get(way)?.[what] ?? []);
  printTable(
    `300 overlapping passages on 5 000 words, ms to the paint (median of ${ROUNDS} fresh pages)`,
    ['', 'first', 'ours to it', 'one more', 'ours to it'],
    WAYS.map(([way, name]) => [
      name,
      shown(of(way, 'first')),
      ratio(of('ours', 'first'), of(way, 'first')),
      shown(of(way, 'more')),
      ratio(of('ours', 'more'), of(way, 'more')),
    ]),
  );
};
