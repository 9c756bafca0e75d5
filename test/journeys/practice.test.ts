import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { words } from '../../src/words/index.ts';
import { launchOptions } from '../setup/browser.ts';
import { button, goTo, sv } from './people/app.ts';
import { readAnswers } from './people/coder.ts';
import { type FreshHome, freshHome } from './people/home.ts';
import { beginInterview, nextCase } from './people/interviewer.ts';
import { become, saysInvented, startPractice } from './people/practice.ts';
import { newTrouble, watch } from './people/trouble.ts';

/** From the printed URL to a coded study's answers, as each role: what a newcomer does in the first five minutes. */
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

/** Both languages, and the program's own, change under the hands of somebody who types: not a letter is lost. */
const switchesInMidCall = async (page: Page): Promise<void> => {
  const written = page.locator('textarea[data-question="A1.1"]');
  await page.keyboard.type('Ja, allt ');
  await page.getByRole('group', { name: sv.interview.top.language }).getByText('en', { exact: true }).click();
  await page.keyboard.type('klassas ');
  const asked = page.getByRole('heading', { level: 1, name: /SKR's tool KLASSA/ });
  await asked.waitFor();
  await button(page, sv.interview.top.settings).click();
  await page.getByRole('menuitemradio', { name: 'English', exact: true }).click();
  await page.keyboard.type('av oss.');
  await button(page, words.en.interview.top.settings).waitFor();
  expect(await written.inputValue()).toBe('Ja, allt klassas av oss.');
  expect(await written.evaluate((field) => field === document.activeElement)).toBe(true);
  await button(page, words.en.interview.top.settings).click();
  await page.getByRole('menuitemradio', { name: 'Svenska', exact: true }).click();
  await button(page, sv.interview.top.settings).waitFor();
};

it('one click fills the practice study, and one more makes one each role', async () => {
  const trouble = newTrouble();
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(20_000);
  watch(context, trouble, home.url);
  const page = await context.newPage();
  const clock = performance.now();
  const seconds = (): string => ((performance.now() - clock) / 1000).toFixed(1);
  const times: string[] = [];

  await startPractice(page, home.link);
  expect(await saysInvented(page)).toBe(true);
  times.push(`overview as lead ${seconds()} s`);

  await become(page, 'coder');
  expect(await saysInvented(page)).toBe(true);
  await goTo(page, 'read');
  const answers = await readAnswers(page, 'A2.1', 5);
  expect(answers.some((text) => text.length > 100)).toBe(true);
  times.push(`an answer as coder ${seconds()} s`);

  await become(page, 'interviewer');
  expect(await nextCase(page)).not.toBe('');
  await beginInterview(page);
  await page.locator('textarea[data-question="A1.1"]:focus').waitFor();
  expect(await saysInvented(page)).toBe(true);
  await switchesInMidCall(page);
  times.push(`an interview as interviewer ${seconds()} s`);

  console.log(`Practice study: ${times.join(', ')}.`);
  expect(trouble.lines()).toEqual([]);
  await context.close();
});
