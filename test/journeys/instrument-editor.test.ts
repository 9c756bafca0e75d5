import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchOptions } from '../setup/browser.ts';
import { beginning, button, heading, sv } from './people/app.ts';
import { type FreshHome, freshHome } from './people/home.ts';
import { beginInterview, nextCase } from './people/interviewer.ts';
import { become, startPractice } from './people/practice.ts';
import { newTrouble, watch } from './people/trouble.ts';

/** A lead words a question anew in mid-field, with the keyboard, and the interviewer asks it so. */
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

const { instrument: words } = sv;
const NEW_WORDS = 'Använder ni KLASSA, eller något liknande, när ni köper it?';
const tree = (page: Page) => page.getByRole('navigation', { name: words.tree.label });
const field = (page: Page, label: string, language: 'sv' | 'en') =>
  page.getByRole('group', { name: label }).getByLabel(words.field[language]);

const openEditor = async (page: Page): Promise<void> => {
  const parts = page.getByRole('navigation', { name: sv.setup.partsLabel });
  await button(parts, sv.setup.parts.fragor).click();
  await tree(page).waitFor();
};

const importFile = async (page: Page, text: string): Promise<void> => {
  await button(page, words.bar.file).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('menuitem', { name: words.bar.importFile }).click();
  await (await chooser).setFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
};

it('words a question anew, loses nothing on the way, says what it means for the answers, and publishes', async () => {
  const trouble = newTrouble();
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(20_000);
  watch(context, trouble, home.url);
  const page = await context.newPage();
  await startPractice(page, home.link);
  await openEditor(page);

  // Down the tree by keyboard: opening, objections, roles, the first area, its first question.
  for (let step = 0; step < 5; step++) await page.keyboard.press('j');
  await heading(page, words.place.question('A1.1')).waitFor();
  const text = field(page, words.field.question, 'sv');
  const before = await text.inputValue();
  await text.fill(NEW_WORDS);
  await page.getByText(words.base(1)).waitFor();
  await page.keyboard.press('Control+z');
  expect(await text.inputValue()).toBe(before);
  await page.keyboard.press('Control+Shift+z');
  expect(await text.inputValue()).toBe(NEW_WORDS);

  // A new question without words: one place to mend after the other, each one key away.
  await heading(page, words.place.question('A1.1')).click();
  await page.keyboard.press('n');
  await heading(page, words.place.question('A1.4')).waitFor();
  await button(page, words.tree.faults(2)).click();
  await page.keyboard.type('Vad mer?');
  await button(page, words.tree.faults(1)).click();
  await page.keyboard.type('What else?');
  await page.getByText(words.bar.clear).waitFor();

  await importFile(page, '{"pages": 1}');
  await page.getByText(words.file.notAnInstrument).waitFor();
  expect(await field(page, words.field.question, 'sv').inputValue()).toBe('Vad mer?');

  // The draft lies sealed on this computer: nothing waits to be sent, and a reload brings it back.
  await page
    .getByRole('contentinfo')
    .getByText(beginning(sv.common.foot.saved('')))
    .waitFor();
  await page.reload();
  await button(page, sv.start.unlock.open(sv.common.roles.lead.toLocaleLowerCase('sv'))).click();
  await tree(page)
    .getByRole('button', { name: beginning('1.4 Vad mer?') })
    .waitFor();

  await button(page, words.bar.publish).click();
  const dialog = page.getByRole('dialog', { name: words.publish.title });
  await dialog.getByText(words.publish.had(100, true)).waitFor();
  await dialog.getByLabel(words.publish.note).fill('Enklare ord i första frågan');
  await button(dialog, words.publish.yes).click();
  await dialog.getByText(words.publish.undecided).waitFor();
  await dialog.getByRole('radio', { name: beginning(words.publish.words.different) }).check();
  await button(dialog, words.publish.yes).click();
  await page.getByText(words.same(2)).waitFor();

  await become(page, 'interviewer');
  expect(await nextCase(page)).not.toBe('');
  await beginInterview(page);
  await heading(page, NEW_WORDS).waitFor();
  expect(trouble.lines()).toEqual([]);
  await context.close();
});
