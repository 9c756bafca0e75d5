import type { Page } from 'playwright-core';
import type { Said } from '../said.ts';
import { goTo, heading, sv } from './app.ts';

/** What an interviewer does, by keyboard alone. */
const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Esc arms one key; the caret stays where it is. */
export const armed = (page: Page, key: string): Promise<void> => press(page, 'Escape', key);

/** The case that the call list puts first, once there is one: a new device shows an empty list until it has fetched. */
export const nextCase = async (page: Page): Promise<string> => {
  const { start, resume } = sv.fieldwork;
  await page.getByRole('button', { name: new RegExp(`^(?:${start}|${resume})$`) }).waitFor();
  const title = page.getByRole('main').getByRole('heading', { level: 2 }).first();
  return title.evaluate((element) => element.textContent);
};

/** Enter on the call list, and `1` when they say yes. */
export const beginInterview = async (page: Page): Promise<void> => {
  await nextCase(page);
  await press(page, 'Enter');
  await heading(page, sv.interview.opening.title).waitFor();
  await press(page, '1');
};

export const resumeInterview = async (page: Page): Promise<void> => {
  await nextCase(page);
  await press(page, 'Enter');
};

/** The page of a question, with the caret in its notes. */
export const atQuestion = (page: Page, question: string): Promise<void> =>
  page.locator(`textarea[data-question="${question}"]:focus`).waitFor();

export const jumpTo = async (page: Page, question: string): Promise<void> => {
  await armed(page, 'g');
  const asked = page.getByRole('combobox', { name: sv.interview.goTo.search });
  await asked.and(page.locator(':focus')).waitFor();
  await page.keyboard.type(question.replace(/\D/g, ''));
  await press(page, 'Enter');
  await atQuestion(page, question);
};

/** Pre-codes, states, probe, quote of the question that stands. */
export const setKeys = async (page: Page, { keys = [] }: Said): Promise<void> => {
  for (const key of keys) await armed(page, key);
};

export const write = async (page: Page, one: Said): Promise<void> => {
  if (one.typed !== undefined) await page.keyboard.type(one.typed);
  await setKeys(page, one);
};

export const answer = async (page: Page, one: Said): Promise<void> => {
  await atQuestion(page, one.question);
  await write(page, one);
};

/** Done with this one. */
export const next = (page: Page): Promise<void> => press(page, 'Control+Enter');

/** The notes at the end have the focus when one comes to them. */
export const addAtTheEnd = async (page: Page, text: string): Promise<void> => {
  const notes = page.getByRole('textbox', { name: sv.interview.closing.notes });
  await notes.and(page.locator(':focus')).waitFor();
  await page.keyboard.type(text);
};

/** What stands in the notes that have the focus, and where the caret is. */
export const notesNow = (page: Page): Promise<{ readonly text: string; readonly caret: number }> =>
  page.locator('textarea:focus').evaluate((field) => {
    if (!(field instanceof HTMLTextAreaElement)) throw new Error('no notes have the focus');
    return { text: field.value, caret: field.selectionEnd };
  });

/** The closing page, the notes on one page, and the review: each by Ctrl+Enter. */
export const hangUp = async (page: Page): Promise<void> => {
  await heading(page, sv.interview.closing.title).waitFor();
  await press(page, 'Control+Enter');
  await heading(page, sv.interview.finish.title).waitFor();
};

export const finishNotes = async (page: Page): Promise<void> => {
  await press(page, 'Control+Enter');
  await heading(page, sv.masking.title).waitFor();
};

/** Goes through the cards; `keep` are the words that stay, all else that is asked about is replaced. Gives what was asked. */
export const review = async (page: Page, keep: readonly string[]): Promise<readonly string[]> => {
  const asked: string[] = [];
  const title = page.getByRole('region', { name: sv.masking.card }).getByRole('heading');
  for (;;) {
    const now = await title.evaluate((element) => element.textContent);
    if (now === sv.masking.done.title) return asked;
    const word = /^Är ”(.+)” /.exec(now)?.[1];
    if (word !== undefined) asked.push(word);
    await press(page, word !== undefined && keep.includes(word) ? 'b' : 'Enter');
    await title.filter({ hasNotText: now }).waitFor();
  }
};

export const handIn = async (page: Page): Promise<void> => {
  await press(page, 'Control+Enter');
  await heading(page, sv.interview.handedIn.title).waitFor();
};

/** The line of one interview in "Att skicka". */
export const outboxLine = (page: Page, caseName: string) =>
  page.getByRole('listitem').filter({ hasText: sv.outbox.interviewOf(caseName) });

/** "Skicka nu": what the wait is for is said first. */
export const sendNow = async (page: Page, caseName: string): Promise<void> => {
  await goTo(page, 'outbox');
  await outboxLine(page, caseName).getByRole('button', { name: sv.outbox.actions.sendNow }).click();
  await page.getByRole('dialog').getByRole('button', { name: sv.outbox.sendNowAsk.yes }).click();
};

/** Once the server has it nothing on the laptop says whose interview it was. */
export const untilArrived = (page: Page): Promise<void> =>
  page
    .getByRole('region', { name: sv.outbox.groups.done })
    .getByRole('listitem')
    .filter({ hasText: sv.outbox.kinds['interview.hand_in'] })
    .getByText(sv.outbox.state.confirmedKept)
    .waitFor();
