import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { generatePracticeRespondent } from '../../../src/practice/respondent.ts';
import { SETUP_PARTS } from '../../../src/setup/parts.ts';
import { parseInstrument } from '../../../src/study/parse-instrument.ts';
import { beginning, button, goTo, heading, sv } from './app.ts';
import { readAnswers } from './coder.ts';
import * as interviewer from './interviewer.ts';
import { become, startPractice } from './practice.ts';

/** Every main screen of the app, in the practice study, with something on it. */
const INSTRUMENT = new URL(
  '../../../questionnaires/it-sakerhet-upphandling/2025/instrument.json',
  import.meta.url,
);
/** Where the talk stands when the interview screen is shown: some areas done, some not. */
const SHOWN_AT = 'A4.2';

export type Visit = (screen: string) => Promise<void>;

const startScreens = async (page: Page, link: string, visit: Visit): Promise<void> => {
  await page.goto(new URL('/', link).href);
  await heading(page, sv.start.welcome.title).waitFor();
  await visit('welcome');
  await page.goto(`${new URL('/', link).href}#/atertag`);
  await heading(page, sv.start.withdraw.title).waitFor();
  await visit('withdraw');
  await page.goto(link);
  const foundOne = button(page, beginning(sv.start.choose.found));
  await foundOne.waitFor();
  await visit('choose');
  await foundOne.click();
  await page.getByLabel(sv.start.found.study).waitFor();
  await visit('found');
  await page.reload();
};

/** It fills the window, without the parts of the study beside it. */
const editorScreen = async (page: Page, visit: Visit): Promise<void> => {
  const tree = page.getByRole('navigation', { name: sv.instrument.tree.label });
  await tree.getByRole('button', { name: /^1\.2/ }).click();
  await heading(page, sv.instrument.place.question('A1.2')).waitFor();
  await visit('setup-fragor');
  await button(page, `← ${sv.instrument.back}`).click();
};

const leadScreens = async (page: Page, visit: Visit): Promise<void> => {
  const parts = page.getByRole('navigation', { name: sv.setup.partsLabel });
  for (const part of SETUP_PARTS) {
    await button(parts, sv.setup.parts[part]).click();
    if (part === 'fragor') {
      await editorScreen(page, visit);
      continue;
    }
    await parts.locator('[aria-current=page]', { hasText: sv.setup.parts[part] }).waitFor();
    if (part === 'oversikt') await page.getByText(beginning(sv.setup.overview.released('100'))).waitFor();
    await visit(`setup-${part}`);
    if (part !== 'oversikt') continue;
    // The charts stand further down on the same screen.
    const chart = page.getByRole('figure', { name: sv.progress.course.title });
    await chart.evaluate((element) => element.setAttribute('data-shown', ''));
    await visit('setup-progress');
  }
  await goTo(page, 'calls');
  // The overview has tables too: its own title says that the call list is there.
  await page.getByRole('heading', { level: 1, name: sv.fieldwork.title }).waitFor({ state: 'attached' });
  await visit('calls-lead');
};

/** A question's figures, whole and by stratum with nothing small in them, and what may be claimed. */
const resultScreens = async (page: Page, visit: Visit): Promise<void> => {
  await goTo(page, 'results');
  const rail = page.getByRole('navigation', { name: sv.analysis.title });
  await button(rail, /^A2\.1/).click();
  await page.getByText(sv.analysis.interval).first().waitFor();
  await visit('results');
  await page.getByLabel(sv.analysis.breakBy).selectOption('stratum');
  await page.getByText(sv.analysis.hiddenWhy(5)).waitFor();
  const cells = await page.getByRole('main').locator('tbody td').allTextContents();
  const small = cells.filter((cell) => /^[0-4]$/.test(cell.trim()));
  if (cells.length === 0 || small.length > 0)
    throw new Error(`${small.length} of ${cells.length} cells are small`);
  await visit('results-by-stratum');
  await button(rail, sv.analysis.claims).click();
  await page.getByText(sv.analysis.claim.thresholds, { exact: true }).waitFor();
  await visit('claims');
};

const askedNow = async (page: Page): Promise<string> =>
  (await page.locator('textarea[data-question]:focus').getAttribute('data-question')) ?? '';

/** All questions, answered with what an invented respondent says, names and places included. */
const interviewScreens = async (page: Page, visit: Visit): Promise<void> => {
  const parsed = parseInstrument(JSON.parse(readFileSync(INSTRUMENT, 'utf8')));
  if (!parsed.ok) throw new Error(`the shipped instrument is broken at ${parsed.error.path}`);
  await page.getByRole('table').waitFor();
  await visit('calls');
  const municipality = await interviewer.nextCase(page);
  const { answers } = generatePracticeRespondent({
    seed: 'f',
    instrument: parsed.value,
    // As one says it: what is added to tell that it is invented is not said.
    municipality: municipality.replace(/ \(.*\)$/, ''),
  });
  await page.keyboard.press('Enter');
  await heading(page, sv.interview.opening.title).waitFor();
  await visit('opening');
  await page.keyboard.press('1');
  for (const { question, notes } of answers) {
    await interviewer.atQuestion(page, question);
    // The sentence just heard is marked as a quote, and the talk goes on.
    const quoted = question === SHOWN_AT ? notes.lastIndexOf('”') + 1 : 0;
    await page.keyboard.insertText(notes.slice(0, quoted));
    if (quoted > 0) await interviewer.armed(page, 'c');
    await page.keyboard.insertText(notes.slice(quoted));
    await interviewer.armed(page, '1');
    if (question === SHOWN_AT) {
      await visit('interview');
      await interviewer.armed(page, 'g');
      await page.getByRole('combobox', { name: sv.interview.goTo.search }).waitFor();
      await visit('go-to');
      await page.keyboard.press('Escape');
      await interviewer.atQuestion(page, await askedNow(page));
      await interviewer.armed(page, 'l');
      await page.getByRole('dialog').getByRole('textbox', { name: sv.interview.remark.label }).waitFor();
      await visit('remark');
      await page.keyboard.press('Escape');
      await interviewer.atQuestion(page, await askedNow(page));
      await interviewer.armed(page, 'h');
      await page.locator('textarea[data-place]:focus').waitFor();
      await visit('area');
      await interviewer.jumpTo(page, SHOWN_AT);
    }
    await interviewer.next(page);
  }
  await heading(page, sv.interview.closing.title).waitFor();
  await visit('closing');
  await interviewer.hangUp(page);
  await visit('finish');
  await interviewer.finishNotes(page);
  const accept = button(page, sv.masking.accept.yes);
  await accept.waitFor();
  await page.keyboard.press('Enter');
  await accept.waitFor({ state: 'detached' });
  await visit('masking');
  await interviewer.review(page, []);
  await page.context().setOffline(true);
  await interviewer.handIn(page);
  await visit('handed-in');
  await button(page, sv.interview.handedIn.outbox).click();
  await interviewer.outboxLine(page, municipality).waitFor();
  await visit('outbox');
  await page.context().setOffline(false);
};

/** What stands in the menu: training, the sheets, one's own figures, this computer. */
const menuScreens = async (page: Page, visit: Visit): Promise<void> => {
  const choose = async (item: string): Promise<void> => {
    await button(page, sv.common.menu.label).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await choose(sv.device.menu);
  await heading(page, sv.device.title).waitFor();
  await visit('device');
  await choose(sv.common.menu.own);
  await page.getByText(sv.interview.own.count, { exact: true }).waitFor();
  await visit('own');
  await choose(sv.common.menu.sheets);
  await button(page, sv.interview.sheets.print).waitFor();
  await visit('sheets');
  await choose(sv.common.menu.train);
  await heading(page, sv.interview.opening.title).waitFor();
  await page.keyboard.press('1');
  await page.locator('textarea[data-question]:focus').waitFor();
  await interviewer.armed(page, 'r');
  await page.getByRole('region', { name: sv.interview.training.title }).getByText('– ').waitFor();
  await visit('training');
  await button(page, sv.interview.top.later).click();
};

/** Walks through all of them and calls `visit` at each. */
export const tour = async (page: Page, link: string, visit: Visit): Promise<void> => {
  await startScreens(page, link, visit);
  await startPractice(page, link);
  await leadScreens(page, visit);
  await resultScreens(page, visit);
  await become(page, 'coder');
  await goTo(page, 'read');
  await readAnswers(page, 'A2.1', 5);
  await visit('read');
  await become(page, 'interviewer');
  await interviewScreens(page, visit);
  await menuScreens(page, visit);
  await goTo(page, 'calls');
  await button(page, sv.common.menu.lock).click();
  await heading(page, sv.start.unlock.title).waitFor();
  await visit('unlock');
};
