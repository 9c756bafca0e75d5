import type { Browser, Page } from 'playwright-core';
import * as interviewer from '../journeys/people/interviewer.ts';
import { become, startPractice } from '../journeys/people/practice.ts';
import { median, printTable, quantile, ratio, shown } from './figures.ts';
import { notes } from './pages/notes.ts';
import { installProbe, type KeyTimes, pressKey } from './probe.ts';

/** A key in the notes until it is painted, and until it is stored for good. */
const ROUNDS = 8;
const WARM = 5;
const KEYS = 20;
const TEXT = 'vi ser det som viktigt ';

const openPage = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1440, height: 900 } });
  await installProbe(context);
  return context.newPage();
};

/** The real app at the last question of an interview in which everything before is answered. */
const ours = async (browser: Browser, link: string): Promise<Page> => {
  const page = await openPage(browser);
  await startPractice(page, link);
  await become(page, 'interviewer');
  await interviewer.beginInterview(page);
  for (const [question, text] of Object.entries(notes())) {
    await interviewer.atQuestion(page, question);
    await page.keyboard.insertText(text);
    if (question !== 'A7.3') await interviewer.next(page);
  }
  return page;
};

const other = async (browser: Browser, url: string): Promise<Page> => {
  const page = await openPage(browser);
  await page.goto(url);
  await page.locator('textarea:focus').waitFor();
  await page.keyboard.press('Control+End');
  return page;
};

const measure = async (page: Page, slower: number): Promise<readonly KeyTimes[]> => {
  await page.bringToFront();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const times: KeyTimes[] = [];
  for (let n = 0; n < WARM + KEYS; n++) times.push(await pressKey(page, TEXT.charAt(n % TEXT.length)));
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await session.detach();
  return times.slice(WARM);
};

export const benchKeystroke = async (browser: Browser, link: string, pages: string): Promise<void> => {
  const contenders = [
    ['Lägesbild: sealed, IndexedDB strict', await ours(browser, link)],
    ['bare textarea: IndexedDB strict', await other(browser, `${pages}/bare.html`)],
    ['stock SurveyJS: localStorage', await other(browser, `${pages}/stock.html`)],
  ] as const;
  for (const slower of [1, 4]) {
    const measured = contenders.map(([name, page]) => ({ name, page, times: [] as KeyTimes[] }));
    // In turns, so that a busy moment of the machine falls on all of them.
    for (let round = 0; round < ROUNDS; round++)
      for (const { page, times } of measured) times.push(...(await measure(page, slower)));
    const of = (at: number, what: keyof KeyTimes): number =>
      median(measured[at]?.times.map((t) => t[what]) ?? []);
    printTable(
      `A key, ms (${ROUNDS * KEYS} keys, processor ${slower === 1 ? 'as it is' : `${slower}x slowed`})`,
      ['', 'painted, median', '95 %', 'stored, median', '95 %', 'Lägesbild: painted', 'Lägesbild: stored'],
      measured.map(({ name, times }, at) => [
        name,
        shown(of(at, 'painted')),
        shown(
          quantile(
            times.map((t) => t.painted),
            0.95,
          ),
        ),
        shown(of(at, 'stored')),
        shown(
          quantile(
            times.map((t) => t.stored),
            0.95,
          ),
        ),
        ratio(of(0, 'painted'), of(at, 'painted')),
        ratio(of(0, 'stored'), of(at, 'stored')),
      ]),
    );
  }
  for (const [, page] of contenders) await page.context().close();
};
