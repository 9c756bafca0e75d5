import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { button, sv, untilInstalled } from '../journeys/people/app.ts';
import * as interviewer from '../journeys/people/interviewer.ts';
import { become, startPractice } from '../journeys/people/practice.ts';
import { launchOptions } from '../setup/browser.ts';
import { median, printTable, ratio, shown } from './figures.ts';
import { installProbe } from './probe.ts';

/** From opening the app with no network, in a browser process that was not there, to the caret in the first notes. */
const RUNS = 7;

interface Started {
  /** To the first thing one can use: the unlock screen, or the text itself. */
  readonly ready: number;
  /** Argon2id in its worker. */
  readonly argon: number;
  /** All of it, without the time a person takes to unlock. */
  readonly whole: number;
}

const inProfile = async <T>(
  profile: string,
  offline: boolean,
  work: (page: Page) => Promise<T>,
): Promise<T> => {
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    ...launchOptions(),
    locale: 'sv-SE',
    viewport: { width: 1440, height: 900 },
  });
  try {
    await installProbe(context);
    await context.setOffline(offline);
    return await work(context.pages()[0] ?? (await context.newPage()));
  } finally {
    await context.close();
  }
};

/** A laptop with an interview begun in it, and the address of that interview. */
const prepareOurs = (profile: string, link: string): Promise<string> =>
  inProfile(profile, false, async (page) => {
    await startPractice(page, link);
    await become(page, 'interviewer');
    await interviewer.beginInterview(page);
    await interviewer.atQuestion(page, 'A1.1');
    await untilInstalled(page);
    return page.url();
  });

const startOurs = (profile: string, address: string): Promise<Started> =>
  inProfile(profile, true, async (page) => {
    await page.goto(address);
    const role = sv.common.roles.interviewer.toLocaleLowerCase('sv');
    await button(page, sv.start.unlock.open(role)).click();
    await interviewer.atQuestion(page, 'A1.1');
    const { ready, unlocked, question, argon } = await page.evaluate(() => window.probe);
    return { ready, argon, whole: ready + question - unlocked };
  });

/** The second visit is the service worker's, and keeps all that was loaded. */
const prepareOther = (profile: string, address: string): Promise<void> =>
  inProfile(profile, false, async (page) => {
    await page.goto(address);
    await untilInstalled(page);
    await page.reload();
    await page.locator('textarea:focus').waitFor();
  });

const startOther = (profile: string, address: string): Promise<Started> =>
  inProfile(profile, true, async (page) => {
    await page.goto(address);
    await page.locator('textarea:focus').waitFor();
    const { question } = await page.evaluate(() => window.probe);
    return { ready: question, argon: 0, whole: question };
  });

interface Stoppable {
  readonly stop: () => Promise<void>;
}

/** Stops both servers before the first start: nothing can have come from them. */
export const benchOfflineStart = async (
  server: Stoppable & { readonly link: string },
  pages: Stoppable & { readonly origin: string },
): Promise<void> => {
  const profiles = ['ours', 'bare', 'stock'].map((name) => mkdtempSync(join(tmpdir(), `lagesbild-${name}-`)));
  const [ours = '', bare = '', stock = ''] = profiles;
  const address = await prepareOurs(ours, server.link);
  await prepareOther(bare, `${pages.origin}/bare.html`);
  await prepareOther(stock, `${pages.origin}/stock.html`);
  await server.stop();
  await pages.stop();

  const contenders = [
    { name: 'Lägesbild', start: () => startOurs(ours, address), runs: [] as Started[] },
    {
      name: 'bare textarea',
      start: () => startOther(bare, `${pages.origin}/bare.html`),
      runs: [] as Started[],
    },
    {
      name: 'stock SurveyJS',
      start: () => startOther(stock, `${pages.origin}/stock.html`),
      runs: [] as Started[],
    },
  ];
  // In turns, so that a busy moment of the machine falls on all of them.
  for (let run = 0; run < RUNS; run++) for (const one of contenders) one.runs.push(await one.start());
  for (const profile of profiles) rmSync(profile, { recursive: true, force: true });

  const of = (runs: readonly Started[], what: (run: Started) => number): number => median(runs.map(what));
  const sealed = (run: Started): number => run.whole - run.argon;
  const first = contenders[0]?.runs ?? [];
  printTable(
    `Start offline, new browser process, ms from the start of the navigation (median of ${RUNS})`,
    [
      '',
      'first usable',
      'Argon2id',
      'to the question, without Argon2id',
      'with it',
      'Lägesbild without',
      'Lägesbild with',
    ],
    contenders.map(({ name, runs }) => [
      name,
      shown(of(runs, (run) => run.ready)),
      shown(of(runs, (run) => run.argon)),
      shown(of(runs, sealed)),
      shown(of(runs, (run) => run.whole)),
      ratio(of(first, sealed), of(runs, sealed)),
      ratio(
        of(first, (run) => run.whole),
        of(runs, (run) => run.whole),
      ),
    ]),
  );
};
