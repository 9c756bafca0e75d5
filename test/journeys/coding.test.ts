import pg from 'pg';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { launchOptions } from '../setup/browser.ts';
import { button, goTo, heading, sv, sync } from './people/app.ts';
import { type FreshHome, freshHome } from './people/home.ts';
import { startPractice } from './people/practice.ts';
import { newTrouble, watch } from './people/trouble.ts';

/** Two coders code the same thirty answers blind; one tries to read the other; agreement; what differs is settled. */
const QUESTION = 'A2.2';
const LABEL = sv.rounds.create.labels.double;

let home: FreshHome;
let sql: pg.Client;
let browser: Browser;
beforeAll(async () => {
  home = await freshHome();
  sql = new pg.Client(home.databaseUrl);
  await sql.connect();
  browser = await chromium.launch(launchOptions());
});
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  for (const page of browser.contexts().flatMap((context) => context.pages()))
    console.log(page.url(), '\n', await page.locator('body').ariaSnapshot());
});
afterAll(async () => {
  await browser?.close();
  await sql?.end();
  await home?.stop();
});

const places = (page: Page) => page.getByRole('navigation', { name: sv.desk.tabs.label });
const become = async (page: Page, name: string): Promise<void> => {
  const banner = page.getByRole('region', { name: sv.common.practice.banner });
  await banner.getByRole('button', { name, exact: true }).click();
  await page.getByText(sv.common.practice.now(name.toLocaleLowerCase()), { exact: true }).first().waitFor();
};
const toRounds = async (page: Page): Promise<void> => {
  await goTo(page, 'coding');
  await places(page).getByRole('link', { name: sv.desk.tabs.rounds }).click();
};

/** Keys alone: the first sentence, two letters, Enter, and on. What is typed depends on the coder, so that they differ. */
const codeAll = async (page: Page, letters: (at: number) => string): Promise<void> => {
  await sync(page);
  await goTo(page, 'coding');
  await page.getByRole('combobox', { name: sv.coding.questions }).selectOption(QUESTION);
  await page.getByText(sv.desk.round.now(LABEL)).waitFor();
  const count = Number(
    /av (\d+)/.exec((await page.locator('header [role=status]').first().textContent()) ?? '')?.[1],
  );
  for (let at = 0; at < count; at += 1) {
    const answer = page.locator(`article[aria-posinset="${at + 1}"][aria-current]`);
    await answer.waitFor();
    await page.keyboard.press('Space');
    await page.keyboard.type(letters(at));
    await page.getByRole('listbox', { name: sv.desk.pick.label }).waitFor();
    await page.keyboard.press('Enter');
    await answer.getByRole('list', { name: sv.desk.passages.label }).getByRole('listitem').first().waitFor();
    await page.keyboard.press('Control+Enter');
  }
  await page.getByText(sv.desk.progress.done(String(count), String(count))).waitFor();
  await sync(page);
};

it('codes blind, cannot be read, is measured, and settled', async () => {
  const trouble = newTrouble();
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(30_000);
  watch(context, trouble, home.url);
  const page = await context.newPage();
  await startPractice(page, home.link);

  await sync(page);
  await toRounds(page);
  for (const name of ['Kim Kodare', 'Robin Kodare']) await page.getByRole('checkbox', { name }).waitFor();
  await button(page, `2. ${sv.rounds.create.steps.double}`).click();
  await button(page, sv.rounds.create.noQuestions).click();
  await page.getByRole('checkbox', { name: QUESTION }).check();
  await button(page, sv.rounds.create.yes).click();
  await heading(page, LABEL).waitFor();
  const { rows: made } = await sql.query<{ id: string }>("select id from public.round where state = 'open'");
  const round = made[0]?.id ?? '';

  await become(page, 'Kodare');
  await codeAll(page, (at) => (at % 3 === 0 ? 're' : 'up'));

  const asking = page.waitForRequest((request) => request.url().includes('/rpc/pull'));
  await become(page, 'Kodare 2');
  await sync(page);
  const headers = await (await asking).allHeaders();
  const ask = async (path: string, body?: object): Promise<string> => {
    const answer = await fetch(`${home.url}/rest/v1/${path}`, {
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
      headers: {
        apikey: headers.apikey ?? '',
        authorization: headers.authorization ?? '',
        'content-type': 'application/json',
      },
    });
    return answer.text();
  };
  const kims = await sql.query<{ id: string }>('select id from public.segment where round = $1', [round]);
  expect(kims.rows.length).toBeGreaterThan(10);
  const tried = await Promise.all([
    ask('segment?select=*'),
    ask('done?select=*'),
    ask('rpc/pull', { feed: 'coding', cursor: '', size: 1000 }),
    ask('rpc/pull', { feed: 'own', cursor: '', size: 1000 }),
    ask('rpc/round_progress', { round }),
  ]);
  for (const text of tried) for (const { id } of kims.rows) expect(text).not.toContain(id);

  await codeAll(page, (at) => (at % 2 === 0 ? 're' : 'up'));
  await become(page, 'Studieledare');
  await toRounds(page);
  await page.getByRole('link', { name: LABEL, exact: true }).click();
  await button(page, sv.rounds.close.button).click();
  await page.getByRole('dialog').getByRole('button', { name: sv.rounds.close.yes }).click();
  const row = page.getByRole('row', { name: sv.rounds.agreement.masi });
  await row.waitFor();

  const { rows } = await sql.query<{ coder: string; answer: string; code: string }>(
    `select author as coder, interview || '/' || question as answer, code from public.segment where round = $1 and not settled`,
    [round],
  );
  const coders = [...new Set(rows.map(({ coder }) => coder))];
  const answers = [...new Set(rows.map(({ answer }) => answer))];
  const sets = answers.map((answer) =>
    coders.map(
      (coder) =>
        new Set(rows.filter((one) => one.answer === answer && one.coder === coder).map(({ code }) => code)),
    ),
  );
  // Each answer has one code of each coder: MASI is then 0 or 1, and alpha can be counted by hand.
  expect(sets.flat().every(({ size }) => size === 1)).toBe(true);
  const values = sets.flat().map((set) => [...set][0] ?? '');
  const observed = sets.filter(([a, b]) => [...(a ?? [])][0] !== [...(b ?? [])][0]).length / sets.length;
  const counts = [...new Set(values)].map((value) => values.filter((one) => one === value).length);
  const n = values.length;
  const expected = 1 - counts.reduce((sum, count) => sum + count * (count - 1), 0) / (n * (n - 1));
  const alpha = (1 - observed / expected).toFixed(3).replace('.', ',').replace('-', '−');
  await expect.poll(() => row.getByRole('cell').nth(2).textContent()).toBe(alpha);

  const open = page.getByRole('region', { name: sv.rounds.differ.title }).getByRole('status');
  const before = Number(/^(\d+)/.exec((await open.textContent()) ?? '')?.[1]);
  await page.keyboard.press('a');
  await expect.poll(() => open.textContent()).toMatch(new RegExp(`^${before - 1} `));
  await sync(page);
  const { rows: settled } = await sql.query('select verdict from public.decision where round = $1', [round]);
  expect(settled).toEqual([{ verdict: 'a' }]);
  expect(trouble.lines()).toEqual([]);
  await context.close();
});
