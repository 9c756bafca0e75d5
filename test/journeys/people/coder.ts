import type { Page } from 'playwright-core';
import { goTo, sv, sync } from './app.ts';

/** What a coder sees: the texts of all answers to a question, in the order they stand. */
export const readAnswers = async (
  page: Page,
  question: string,
  count: number,
): Promise<readonly string[]> => {
  // A coder begins at the desk.
  await goTo(page, 'read');
  const questions = page.getByRole('navigation', { name: sv.coding.questions });
  await questions.getByRole('button', { name: new RegExp(`^${question.replace('.', '\\.')}`) }).click();
  const answers = page.getByRole('article');
  await answers.nth(count - 1).waitFor();
  return answers.allTextContents();
};

/** Fetches now and opens the reader. */
export const openReader = async (page: Page): Promise<void> => {
  await sync(page);
  await goTo(page, 'read');
};
