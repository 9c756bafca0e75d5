import type { Page } from 'playwright-core';
import { OUTCOME_TABLE } from '../../../src/study/dispositions.ts';
import { OUTCOMES, type Outcome, RARE_OUTCOMES } from '../../../src/study/rows.ts';
import { beginning, button, goTo, heading, sv } from './app.ts';
import { armed, atQuestion, finishNotes, handIn, hangUp, next, review } from './interviewer.ts';

/** What an interviewer does on the call list when nobody has time for an interview: one key for what came of a call. */
const COMMON: readonly Outcome[] = OUTCOMES;
const RARE: readonly Outcome[] = RARE_OUTCOMES.filter((one) => OUTCOME_TABLE[one].only === undefined);
const RARE_KEYS = '123456789ABC';

/** All cases, also those that wait: whom to call today is the test's own plan. */
export const showAll = async (page: Page): Promise<void> => {
  await goTo(page, 'calls');
  await page.getByRole('button', { name: beginning(`${sv.fieldwork.filters.all} `) }).click();
};

/** Picks the case in the list, as one does who knows whom to call. */
const pickCase = async (page: Page, name: string): Promise<void> => {
  await page
    .getByRole('table', { name: sv.fieldwork.table.label })
    .getByRole('button', { name, exact: true })
    .click();
  await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
};

/** An interview in which the other does not know: short, and whole all the same. */
export const interviewAndHandIn = async (
  page: Page,
  name: string,
  questions: readonly string[],
): Promise<void> => {
  await pickCase(page, name);
  await button(page, sv.fieldwork.start).click();
  await heading(page, sv.interview.opening.title).waitFor();
  await page.keyboard.press('1');
  for (const question of questions) {
    await atQuestion(page, question);
    await armed(page, 'v');
    await next(page);
  }
  await hangUp(page);
  await finishNotes(page);
  await review(page, []);
  await handIn(page);
  await page.keyboard.press('Enter');
  await showAll(page);
};

/** What came of it goes by keys alone. */
export const callAndNote = async (
  page: Page,
  name: string,
  outcome: Outcome,
  final: boolean,
): Promise<void> => {
  await pickCase(page, name);
  const common = COMMON.indexOf(outcome);
  if (common >= 0) await page.keyboard.press(String(common + 1));
  else {
    await page.keyboard.press(String(COMMON.length + 1));
    await heading(page, sv.fieldwork.rare.title(name)).waitFor();
    await page.keyboard.press(RARE_KEYS.charAt(RARE.indexOf(outcome)).toLowerCase());
  }
  await answerWhatIsAsked(page, name, outcome, final);
  await page
    .getByRole('contentinfo')
    .getByText(sv.fieldwork.noted(OUTCOME_TABLE[outcome].said.sv, name))
    .waitFor();
};

/** When, why, whether: the dialog of some outcomes, by its keys. */
const answerWhatIsAsked = async (
  page: Page,
  name: string,
  outcome: Outcome,
  final: boolean,
): Promise<void> => {
  const { when, refusal } = sv.fieldwork;
  switch (outcome) {
    case 'call_back':
    case 'appointment':
      await heading(page, outcome === 'call_back' ? when.callBack(name) : when.appointment(name)).waitFor();
      await page.keyboard.press('1');
      return;
    case 'refusal':
    case 'gatekeeper_refusal':
      await heading(page, refusal.title(name)).waitFor();
      if (final) await page.keyboard.press('0');
      await page.keyboard.press('1');
      return;
    default:
  }
};

/** Shows the words to be read out to the lead; they stand until the dialog is closed. */
export const showWords = async (page: Page): Promise<readonly string[]> => {
  await button(page, sv.contacts.locked.show).click();
  return wordsShown(page);
};

export const wordsShown = async (page: Page): Promise<readonly string[]> => {
  const list = page.getByRole('dialog', { name: sv.contacts.compare.title }).getByRole('listitem');
  await list.first().waitFor();
  return list.allTextContents();
};
