import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { formatCode, makeCode } from '../../src/study/code.ts';
import { randomBytes } from '../driver/people.ts';
import { type Backend, freshBackend } from '../setup/backend.ts';
import { launchOptions } from '../setup/browser.ts';
import * as app from './people/app.ts';
import * as ina from './people/interviewer.ts';
import * as lo from './people/lead.ts';

/** Whoever takes the laptop takes the browser's profile folder; no word of an interview or of its people is in it. */
const INA = { name: 'Ingegerd Qvarnbolund', email: 'ingegerd.qvarnbolund@example.se' };
const LO = { name: 'Lo', email: 'lo@example.se' };
const TYPED = 'Zebrafinken knarrar i Wollmars serverhall.';

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);

/** Which of the secrets lie in which files, in UTF-8 or in the UTF-16 that browsers keep. */
const findIn = (folder: string, secrets: Readonly<Record<string, string>>): readonly string[] => {
  const needles = Object.entries(secrets).flatMap(([what, text]) => [
    { what, needle: Buffer.from(text, 'utf8') },
    { what: `${what} in UTF-16`, needle: Buffer.from(text, 'utf16le') },
  ]);
  return filesIn(folder).flatMap((path) => {
    const content = readFileSync(path);
    return needles
      .filter(({ needle }) => content.includes(needle))
      .map(({ what }) => `${what}: ${path.slice(folder.length)}`);
  });
};

describe('a stolen profile folder', () => {
  const profile = mkdtempSync(join(tmpdir(), 'lagesbild-thief-'));
  let home: Backend;
  let office: Browser;
  let laptop: BrowserContext;
  let page: Page;
  let passphrase = '';
  const start = async (): Promise<void> => {
    laptop = await chromium.launchPersistentContext(profile, { ...launchOptions(), locale: 'sv-SE' });
    laptop.setDefaultTimeout(20_000);
    page = laptop.pages()[0] ?? (await laptop.newPage());
  };
  beforeAll(async () => {
    home = await freshBackend({ root: inject('dist') });
    office = await chromium.launch(launchOptions());
  });
  afterAll(async () => {
    await laptop?.close();
    await office?.close();
    await home?.stop();
    rmSync(profile, { recursive: true, force: true });
  });

  const secrets = () => ({
    notes: 'Zebrafinken knarrar',
    'end of the notes': 'Wollmars',
    'e-mail': INA.email,
    name: 'Qvarnbolund',
    passphrase,
    'first words of the passphrase': passphrase.split(' ').slice(0, 2).join(' '),
    'access token': 'eyJhbGciOiJIUzI1NiIs',
  });

  it('holds an interview in the making', async () => {
    const sql = new pg.Client(home.databaseUrl);
    await sql.connect();
    const code = makeCode(randomBytes);
    await sql.query('select internal.set_setup_code($1)', [code]);
    await sql.end();
    const context = await office.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 900 } });
    const lead = await context.newPage();
    await app.found(lead, `${home.url}/#/start?code=${formatCode(code)}`, 'Studien', LO);
    await lo.createWave(lead, '2026', 3);
    await lo.publishShipped(lead);
    await lo.drawCases(lead, 3, 'tjuven');
    await lo.writeTexts(lead);
    const { link } = await lo.invite(lead, 'interviewer');
    await start();
    passphrase = await app.join(page, link, INA);
    await app.untilInstalled(page);
    await app.sync(lead);
    await lo.assignEvenly(lead, 3);
    await lo.openWave(lead);
    await app.sync(page);
    await laptop.close();
    await start();
    await app.unlock(page, home.url, passphrase);
    await ina.nextCase(page);
    await ina.beginInterview(page);
    await page.locator('textarea:focus').waitFor();
    await page.keyboard.type(TYPED, { delay: 20 });
    await ina.next(page);
    await page.keyboard.type(TYPED, { delay: 20 });
  });

  it('says none of it, neither while the browser runs nor after it was closed and opened again', async () => {
    // Chromium writes the state of its tabs when they change place and when it closes.
    expect(findIn(profile, secrets())).toEqual([]);
    await page.reload();
    await laptop.close();
    expect(findIn(profile, secrets())).toEqual([]);
    // The search finds what is there: the address of the server is no secret.
    expect(findIn(profile, { address: home.url })).not.toEqual([]);
    await start();
    await app.unlock(page, home.url, passphrase);
    await page.keyboard.press('Enter');
    await laptop.close();
    expect(findIn(profile, secrets())).toEqual([]);
  });
});
