import type { SupabaseClient } from '@supabase/supabase-js';
import pg from 'pg';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { type Answer, emptyAnswer } from '../../src/study/answer.ts';
import { formatCode, makeCode } from '../../src/study/code.ts';
import type { PulledPage } from '../../src/study/wire.ts';
import { argon2id } from '../../src/vault/argon2.ts';
import { authPassword } from '../../src/vault/vault.ts';
import { newClient } from '../contract/people.ts';
import { expectOk, interview, newDevice, type Person, randomBytes } from '../driver/people.ts';
import { type Backend, freshBackend } from '../setup/backend.ts';
import { launchOptions } from '../setup/browser.ts';
import * as app from './people/app.ts';
import { type Cable, openCable } from './people/cable.ts';
import * as kim from './people/coder.ts';
import * as ina from './people/interviewer.ts';
import { type Laptop, newLaptop } from './people/laptop.ts';
import * as lo from './people/lead.ts';
import { newTrouble, watch } from './people/trouble.ts';
import { ASKED, CLOSING, KEPT, KILLED, said } from './said.ts';

/** The main job, end to end, nothing of ours replaced: the promises of the issue in the order a study keeps them. */
const K = 3;
const CASES = 6;
const HAND_IN = '/rest/v1/rpc/hand_in';
const STUDY = 'It-säkerhet i upphandling';
const INA = { name: 'Ina', email: 'ina@example.se' };
const LO = { name: 'Lo', email: 'lo@example.se' };
const KIM = { name: 'Kim', email: 'kim@example.se' };

const trouble = newTrouble();
let home: Backend;
let sql: pg.Client;
let cable: Cable;
let laptop: Laptop;
let office: Browser;
let lead: Page;
let coder: Page;
let ivar: Person;

/** A window of the office's computer: a profile of its own, and no cable to pull. */
const openWindow = async (): Promise<Page> => {
  const context = await office.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(20_000);
  watch(context, trouble, home.url);
  return context.newPage();
};

beforeAll(async () => {
  home = await freshBackend({ root: inject('dist') });
  sql = new pg.Client(home.databaseUrl);
  await sql.connect();
  cable = await openCable(home.url);
  laptop = newLaptop(trouble, cable.origin, cable.hasFailed);
  office = await chromium.launch(launchOptions());
  [lead, coder] = [await openWindow(), await openWindow()];
});
/** Each step stands on the one before. */
let broken = false;
beforeEach(({ skip }) => skip(broken));
/** What stood on the screens when it failed. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail' || broken) return;
  broken = true;
  for (const page of [lead, coder, laptop.current()])
    if (page) console.log(page.url(), '\n', await page.locator('body').ariaSnapshot());
  console.log(trouble.lines());
});
afterAll(async () => {
  await laptop?.scrap();
  await office?.close();
  await cable?.pullOut();
  await sql?.end();
  await home?.stop();
});

const count = async (table: 'waiting' | 'interview' | 'answer' | 'hand_in_log'): Promise<number> => {
  const { rows } = await sql.query<{ n: number }>(`select count(*)::int as n from public.${table}`);
  return rows[0]?.n ?? -1;
};

const passphrases = new Map<string, string>();
const passphraseOf = (who: { readonly email: string }): string => passphrases.get(who.email) ?? '';
const links = { interviewer: '', coder: '', driver: '' };

/** Forty keys a second: faster than anybody types, slower than a script that leaves the page no turn of its own. */
const KEY_STROKE = { delay: 25 };

describe('the study is set up', () => {
  it('the first lead founds it with the set-up code, by five words', async () => {
    const code = makeCode(randomBytes);
    await sql.query('select internal.set_setup_code($1)', [code]);
    const passphrase = await app.found(lead, `${home.url}/#/start?code=${formatCode(code)}`, STUDY, LO);
    expect(passphrase.split(' ')).toHaveLength(5);
    passphrases.set(LO.email, passphrase);
  });

  it('with a wave, the shipped questions, cases and texts, and invites whom it needs', async () => {
    await lo.createWave(lead, '2026', K);
    await lo.publishShipped(lead);
    await lo.drawCases(lead, CASES, 'resan');
    await lo.writeTexts(lead);
    links.interviewer = (await lo.invite(lead, 'interviewer')).link;
    links.driver = (await lo.invite(lead, 'interviewer')).code;
    links.coder = (await lo.invite(lead, 'coder')).link;
  });
});

let municipality = '';
/** What the server may hold of her interview, and in which order. */
const expected = (name: string): readonly ({ question: string } & Answer)[] => [
  ...said(name).map(({ question, handedIn }) => ({
    question,
    ...emptyAnswer,
    state: 'answered' as const,
    ...handedIn,
  })),
  // Free notes about each area: none were taken, and that goes along.
  ...['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7'].map((question) => ({ question, ...emptyAnswer })),
  { question: 'closing', ...emptyAnswer, state: 'answered', notes: CLOSING },
];
/** What must be nowhere but on her laptop. */
const SECRETS = (name: string): readonly string[] => [name, 'Lindqvist', '070-174', 'Vara.', 'Lund'];

const signIn = async (who: { readonly email: string }): Promise<SupabaseClient> => {
  const client = newClient(home);
  const password = await authPassword({ argon2id }, who.email, passphraseOf(who));
  const { error } = await client.auth.signInWithPassword({ email: who.email, password });
  if (error) throw new Error(`sign-in failed: ${error.message}`);
  return client;
};

/** Everything of an interview that this client is given, by table and by the one way to read. */
const readable = async (client: SupabaseClient): Promise<readonly unknown[]> => {
  const found: unknown[] = [];
  for (const table of ['waiting', 'interview', 'answer', 'hand_in_log', 'tally'])
    found.push(...((await client.from(table).select('*')).data ?? []));
  const { data } = await client.rpc('pull', { feed: 'interviews', cursor: '', size: 1000 });
  return [...found, ...((data as PulledPage | null)?.rows ?? [])];
};

describe('the interviewer, on a laptop of her own', () => {
  it('joins by her link, and the app is installed', async () => {
    const page = await laptop.start();
    const link = links.interviewer.replace(home.url, cable.origin);
    passphrases.set(INA.email, await app.join(page, link, INA));
    await app.untilInstalled(page);
  });

  it('is given cases when the lead has shared them out and opened the wave', async () => {
    const driver = await newDevice(home);
    const account = { name: 'Ivar', email: 'ivar@example.se', passphrase: 'ivars fem egna ord här' };
    const engine = expectOk(await driver.app.join({ code: links.driver, ...account }));
    ivar = { ...driver, engine, ...account };
    await app.sync(lead);
    await lo.assignEvenly(lead, CASES);
    await lo.openWave(lead);
    const page = laptop.page();
    await app.sync(page);
    await app.goTo(page, 'calls');
    municipality = await ina.nextCase(page);
  });

  it('works on with no network in a new browser process, and is killed in the middle of a sentence', async () => {
    await laptop.close();
    await cable.pullOut();
    const page = await laptop.start({ offline: true });
    await app.unlock(page, cable.origin, passphraseOf(INA));
    expect(await ina.nextCase(page)).toBe(municipality);
    await ina.beginInterview(page);
    const all = said(municipality);
    const at = all.findIndex(({ question }) => question === KILLED.question);
    for (const one of all.slice(0, at)) {
      await ina.answer(page, one);
      // The talk wanders: one area ahead, and back again.
      if (one.question === 'A2.1') {
        const ahead = all.find(({ question }) => question === 'A7.1');
        if (!ahead) throw new Error('A7.1 is said');
        await ina.jumpTo(page, ahead.question);
        await ina.write(page, ahead);
        await ina.jumpTo(page, one.question);
      }
      await ina.next(page);
    }
    await ina.atQuestion(page, KILLED.question);
    const { before, inserted, after } = KILLED;
    await page.keyboard.type(before + after, KEY_STROKE);
    for (const _ of after) await page.keyboard.press('ArrowLeft');
    const typed: number[] = [];
    for (const character of inserted) {
      await page.keyboard.type(character, KEY_STROKE);
      typed.push(performance.now());
      if (typed.length > inserted.length / 2) break;
    }
    const killed = performance.now();
    await laptop.kill();

    const again = await laptop.start({ offline: true });
    await app.unlock(again, cable.origin, passphraseOf(INA));
    await ina.resumeInterview(again);
    await ina.atQuestion(again, KILLED.question);
    const { text, caret } = await ina.notesNow(again);
    const kept = text.length - before.length - after.length;
    expect(kept).toBeGreaterThanOrEqual(typed.filter((moment) => moment < killed - 100).length);
    expect(text).toBe(before + inserted.slice(0, kept) + after);
    expect(caret).toBe(before.length + kept);
    // On from where the caret stands, as if nothing had happened.
    await again.keyboard.type(inserted.slice(kept));
    for (const one of all.slice(at)) {
      if (one.question === KILLED.question) await ina.setKeys(again, one);
      else if (one.question === 'A7.1') await ina.atQuestion(again, one.question);
      else await ina.answer(again, one);
      await ina.next(again);
    }
    await ina.addAtTheEnd(again, CLOSING);
    await ina.hangUp(again);
  });

  it('masks with the keyboard, hands in, and is killed again', async () => {
    const page = laptop.page();
    await ina.finishNotes(page);
    expect(await ina.review(page, KEPT)).toEqual(ASKED);
    await ina.handIn(page);
    await laptop.kill();
    const again = await laptop.start({ offline: true });
    await app.unlock(again, cable.origin, passphraseOf(INA));
    await app.goTo(again, 'outbox');
    await ina.outboxLine(again, municipality).waitFor();
    expect(await count('waiting')).toBe(0);
  });

  it('is answered once with a lost acknowledgement, and is confirmed all the same', async () => {
    const page = laptop.page();
    cable.loseNextAnswer(HAND_IN);
    await cable.plugIn();
    await laptop.setOffline(false);
    await ina.sendNow(page, municipality);
    await ina.untilArrived(page);
    expect(cable.lost()).toBe(1);
    const [first, ...others] = cable.carried(HAND_IN);
    expect(others).toEqual([first]);
    expect([await count('waiting'), await count('hand_in_log')]).toEqual([1, 1]);
    const { rows } = await sql.query('select answers from public.waiting');
    expect(rows).toEqual([{ answers: expected(municipality) }]);
  });

  it('reads nothing of what waits, and neither does the lead or anybody', async () => {
    expect(await readable(await signIn(INA))).toEqual([]);
    expect(await readable(await signIn(LO))).toEqual([]);
    expect(await readable(newClient(home))).toEqual([]);
  });
});

describe('when enough have been handed in', () => {
  it('the driver hands in as many more as the rule needs, and the lead closes the wave', async () => {
    await ivar.engine.sync();
    const view = ivar.engine.view.get();
    const [wave] = [...view.all('wave')];
    if (!wave) throw new Error('the wave is there');
    const cases = [...view.all('case')].filter(({ assignee }) => assignee === ivar.engine.me.id);
    for (const [n, one] of cases.slice(0, K - 1).entries()) await interview(ivar, one, wave, `svar ${n}`);
    await ivar.engine.sync();
    ivar.device.advance(3 * 3_600_000);
    await ivar.engine.sync();
    await lo.untilWaiting(lead, K);
    expect(await count('interview')).toBe(0);
    await lo.closeWave(lead);
    expect([await count('waiting'), await count('interview')]).toEqual([0, K]);
  });

  it('Postgres holds each interview exactly once, with exactly the masked text', async () => {
    const { rows } = await sql.query<{ texts: string }>(
      `select answers.texts from public.interview i, lateral (
         select jsonb_agg(jsonb_build_object('question', a.question, 'state', a.state, 'pre', a.pre, 'notes', a.notes,
           'probes', a.probes, 'quotes', a.quotes) order by a.question) as texts
         from public.answer a where a.interview = i.id) answers order by jsonb_array_length(answers.texts)`,
    );
    const byQuestion = [...expected(municipality)].sort((a, b) => (a.question < b.question ? -1 : 1));
    expect(rows.map(({ texts }) => texts.length)).toEqual([2, 2, byQuestion.length]);
    expect(rows.at(-1)?.texts).toEqual(byQuestion);
    const whole = JSON.stringify((await sql.query('select * from public.interview, public.answer')).rows);
    for (const secret of SECRETS(municipality)) expect(whole).not.toContain(secret);
  });

  it('a coder reads them on screen', async () => {
    await app.join(coder, links.coder, KIM);
    await kim.openReader(coder);
    const one = said(municipality).find(({ question }) => question === 'A1.3');
    const a13 = await kim.readAnswers(coder, 'A1.3', 1);
    expect(a13.join()).toContain(one?.handedIn.notes);
    const a11 = await kim.readAnswers(coder, 'A1.1', K);
    for (const text of ['svar 0', 'svar 1', 'Vi i [KOMMUN] klassar allt med Klassa.'])
      expect(a11.filter((shown) => shown.includes(text))).toHaveLength(1);
  });

  it('no console said anything, no policy was broken, and nothing was asked of anybody else', () => {
    expect(trouble.lines()).toEqual([]);
  });
});
