import type { Locator, Page } from 'playwright-core';
import { words } from '../../../src/words/index.ts';

/** What every person does with the app, whatever the role. Swedish, as the people are. */
export const sv = words.sv;

export const button = (page: Page | Locator, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true });

export const heading = (page: Page | Locator, name: string | RegExp): Locator =>
  page.getByRole('heading', { name, exact: true });

/** Matches a text of words with figures in it: `/^Sparat/` from `foot.saved('')`. */
export const beginning = (text: string): RegExp =>
  new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

interface Account {
  readonly name: string;
  readonly email: string;
}

/** Fills in name and e-mail, takes the passphrase that is offered, says it is written down, and gives it. */
const fillAccount = async (page: Page, { name, email }: Account, submit: string): Promise<string> => {
  await page.getByLabel(sv.start.person.name).fill(name);
  await page.getByLabel(sv.start.person.email).fill(email);
  const offered = page.getByLabel(sv.start.passphrase.label, { exact: true });
  await page.waitForFunction(
    (field) => field instanceof HTMLInputElement && field.value !== '',
    await offered.elementHandle(),
  );
  const passphrase = await offered.inputValue();
  await page.getByRole('checkbox', { name: sv.start.passphrase.written }).check();
  await button(page, submit).click();
  await page.getByRole('navigation', { name: sv.common.nav.label }).waitFor();
  return passphrase;
};

/** The first lead, by the link that the server printed. */
export const found = async (page: Page, link: string, study: string, account: Account): Promise<string> => {
  await page.goto(link);
  await button(page, beginning(sv.start.choose.found)).click();
  await page.getByLabel(sv.start.found.study).fill(study);
  return fillAccount(page, account, sv.start.found.submit);
};

/** Somebody invited, by the link from the lead. */
export const join = async (page: Page, link: string, account: Account): Promise<string> => {
  await page.goto(link);
  return fillAccount(page, account, sv.start.join.submit);
};

/** Opens the app and unlocks it by keyboard alone: the field has the focus. */
export const unlock = async (page: Page, origin: string, passphrase: string): Promise<void> => {
  await page.goto(origin);
  await heading(page, sv.start.unlock.title).waitFor();
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: sv.common.nav.label }).waitFor();
};

export const goTo = async (
  page: Page,
  place: keyof Pick<typeof sv.common.nav, 'calls' | 'outbox' | 'read' | 'setup' | 'coding' | 'results'>,
): Promise<void> => {
  const nav = page.getByRole('navigation', { name: sv.common.nav.label });
  await nav.getByRole('link', { name: sv.common.nav[place] }).click();
};

/** Sends and fetches now, from the outbox, and waits until nothing is left to send. */
export const sync = async (page: Page): Promise<void> => {
  await goTo(page, 'outbox');
  const now = button(page, sv.outbox.actions.sync);
  await now.click();
  await page.locator('button:not([aria-busy])', { hasText: sv.outbox.actions.sync }).waitFor();
};

/** Once this holds the app starts without a network, in a new process too. */
export const untilInstalled = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
};
