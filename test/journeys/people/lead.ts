import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import type { SetupPart } from '../../../src/setup/parts.ts';
import { parseFrame } from '../../../src/study/frame.ts';
import type { Role } from '../../../src/study/rows.ts';
import { drawSample } from '../../../src/study/sample.ts';
import { expectOk } from '../../driver/people.ts';
import { beginning, button, goTo, heading, sv, sync } from './app.ts';
import { wordsShown } from './caller.ts';

const FRAME = new URL(
  '../../../questionnaires/it-sakerhet-upphandling/2025/sample-frame.csv',
  import.meta.url,
);

/** What a study lead does on the screens of the study. */
const part = async (page: Page, name: SetupPart): Promise<void> => {
  await goTo(page, 'setup');
  const parts = page.getByRole('navigation', { name: sv.setup.partsLabel });
  await button(parts, sv.setup.parts[name]).click();
};

export const createWave = async (page: Page, label: string, k: number): Promise<void> => {
  await part(page, 'omgang');
  await page.getByLabel(sv.setup.wave.label, { exact: true }).fill(label);
  await page.getByLabel(sv.setup.wave.year, { exact: true }).fill('2026');
  await page.getByLabel(sv.setup.wave.k, { exact: true }).fill(String(k));
  await button(page, sv.setup.wave.create).click();
  await heading(page, sv.setup.instrument.title).waitFor();
};

export const publishShipped = async (page: Page): Promise<void> => {
  await part(page, 'omgang');
  await button(page, sv.setup.instrument.shipped).click();
  await page.getByText(sv.setup.instrument.version(1, 21)).waitFor();
};

/** So many of the shipped frame in all, in proportion to the strata: typed by hand, as the screen proposes more. */
export const drawCases = async (page: Page, count: number, seed: string): Promise<void> => {
  await part(page, 'urval');
  const { sample } = sv.setup;
  await page
    .getByLabel(sample.allocation, { exact: true })
    .selectOption({ label: sample.allocations.by_hand });
  const frame = expectOk(parseFrame(await readFile(FRAME, 'utf8')));
  const drawn = expectOk(drawSample(frame, { n: count, seed, allocation: 'proportional' }));
  for (const stratum of drawn.strata)
    await page.getByLabel(sample.drawOf(stratum.stratum), { exact: true }).fill(String(stratum.drawn.length));
  await page.getByLabel(sample.seed, { exact: true }).fill(seed);
  await button(page, sample.draw).click();
  await page.getByText(sample.frozen).waitFor();
};

/** The opening's texts, all of them: what stands there is read out to every respondent. */
export const writeTexts = async (page: Page): Promise<void> => {
  await part(page, 'texter');
  for (const label of Object.values(sv.setup.texts.fields))
    await page.getByLabel(label, { exact: true }).fill(label.toLocaleLowerCase('sv'));
  await button(page, sv.setup.texts.save).click();
  await page.getByRole('contentinfo').getByText(sv.setup.texts.saved).waitFor();
};

/** The link that is shown once. */
export const invite = async (
  page: Page,
  role: Role,
): Promise<{ readonly link: string; readonly code: string }> => {
  await part(page, 'personer');
  await page.getByLabel(sv.setup.people.role, { exact: true }).selectOption(role);
  await button(page, sv.setup.people.makeLink).click();
  const dialog = page.getByRole('dialog', { name: sv.setup.people.linkTitle });
  const link = await dialog.getByLabel(sv.setup.people.link, { exact: true }).inputValue();
  const code = await dialog.getByLabel(sv.setup.people.code, { exact: true }).inputValue();
  await button(dialog, sv.common.close).click();
  await dialog.waitFor({ state: 'detached' });
  return { link, code };
};

export const assignEvenly = async (page: Page, count: number): Promise<void> => {
  await part(page, 'fordela');
  await button(page, sv.setup.assign.evenly(count)).click();
  await page.getByText(sv.setup.assign.left(0)).waitFor();
  await sync(page);
};

export const openWave = async (page: Page): Promise<void> => {
  await part(page, 'oversikt');
  await button(page, sv.setup.open.button).click();
  await button(page.getByRole('dialog', { name: sv.setup.open.title }), sv.setup.open.yes).click();
  await heading(page, sv.setup.steps.running).waitFor();
};

/** How many wait unread, as the overview says it. */
export const untilWaiting = async (page: Page, count: number): Promise<void> => {
  await part(page, 'oversikt');
  await button(page, sv.setup.overview.refresh).click();
  await page.getByText(sv.setup.overview.waiting(String(count))).waitFor();
};

export const closeWave = async (page: Page): Promise<void> => {
  await part(page, 'oversikt');
  await button(page, sv.setup.close.button).click();
  const dialog = page.getByRole('dialog', { name: sv.setup.close.title });
  await dialog.getByRole('checkbox', { name: sv.setup.close.understand }).check();
  await button(dialog, sv.setup.close.yes).click();
  await heading(page, beginning(sv.setup.steps.closed)).waitFor();
};

const csv = (name: string, text: string) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text, 'utf8'),
});

/** A frame of the study's own, from a file whose columns are known by their headings. */
export const importFrame = async (page: Page, text: string, rows: number): Promise<void> => {
  await part(page, 'urval');
  const { sample } = sv.setup;
  await button(page, sample.ownFrame).click();
  await page.getByLabel(sample.import.file, { exact: true }).setInputFiles(csv('ram.csv', text));
  await button(page, sample.import.read).click();
  await button(page, sample.import.take(new Intl.NumberFormat('sv-SE').format(rows))).click();
};

/** So many of each stratum of the frame that was read in. */
export const drawOwn = async (
  page: Page,
  sizes: ReadonlyMap<string, number>,
  seed: string,
): Promise<void> => {
  const { sample } = sv.setup;
  await page
    .getByLabel(sample.allocation, { exact: true })
    .selectOption({ label: sample.allocations.by_hand });
  for (const [stratum, size] of sizes)
    await page.getByLabel(sample.drawOf(stratum), { exact: true }).fill(String(size));
  await page.getByLabel(sample.seed, { exact: true }).fill(seed);
  await button(page, sample.draw).click();
  await page.getByText(sample.frozen).waitFor();
};

export const importContacts = async (page: Page, text: string, rows: number): Promise<void> => {
  await part(page, 'kontakter');
  const { import: words } = sv.register;
  await button(page, words.start).click();
  await page.getByLabel(words.file, { exact: true }).setInputFiles(csv('kontakter.csv', text));
  await button(page, words.read).click();
  await button(page, words.take(String(rows))).click();
  await page
    .getByRole('contentinfo')
    .getByText(words.done(String(rows)))
    .waitFor();
};

/** The words as they stand on the lead's screen; they stay there until `approveCompared`. */
export const compareWords = async (page: Page, name: string): Promise<readonly string[]> => {
  await part(page, 'personer');
  const line = page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
  await button(line, sv.register.devices.approve).click();
  return wordsShown(page);
};

export const approveCompared = async (page: Page, name: string): Promise<void> => {
  await button(page.getByRole('dialog'), sv.register.devices.same).click();
  await page.getByRole('contentinfo').getByText(sv.register.devices.approved(name)).waitFor();
};

export const give = async (page: Page, municipality: string, to: string): Promise<void> => {
  await part(page, 'fordela');
  await page.getByLabel(sv.setup.assign.whoOf(municipality), { exact: true }).selectOption({ label: to });
};

/** Numerator and denominator of the headline rates, as the overview prints them. */
export const ratesShown = async (page: Page): Promise<Readonly<Record<string, string>>> => {
  await part(page, 'oversikt');
  const shown: Record<string, string> = {};
  for (const name of ['RR1', 'CON1', 'COOP1', 'REF1']) {
    const rate = page.locator('dl > div').filter({ has: page.locator('dt', { hasText: `(${name})` }) });
    shown[name] = (await rate.locator('dd').nth(1).textContent()) ?? '';
  }
  return shown;
};

/** The row of a stratum under its chart: cases, interviewed, and the rest. */
export const stratumShown = async (page: Page, stratum: string): Promise<readonly string[]> => {
  await part(page, 'oversikt');
  const row = page
    .getByRole('table', { name: sv.progress.strata })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: stratum, exact: true }) });
  return row.getByRole('cell').allTextContents();
};
