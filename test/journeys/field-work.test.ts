import { readFileSync } from 'node:fs';
import pg from 'pg';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isRefusal } from '../../src/study/dispositions.ts';
import { parseInstrument } from '../../src/study/parse-instrument.ts';
import type { Outcome } from '../../src/study/rows.ts';
import { launchOptions } from '../setup/browser.ts';
import * as app from './people/app.ts';
import * as caller from './people/caller.ts';
import { type FreshHome, freshHome } from './people/home.ts';
import * as lo from './people/lead.ts';
import { newTrouble, watch } from './people/trouble.ts';

/** The field work: a frame of one's own, sealed contacts, approved computers, a day offline, and figures one can trust. */
const { sv } = app;
const INSTRUMENT = new URL(
  '../../questionnaires/it-sakerhet-upphandling/2025/instrument.json',
  import.meta.url,
);
const CASES = 40;
const SHARED = 5;
const ATTEMPTS = 60;
const STRATA = ['kust', 'inland'] as const;

/** An invented frame: no name in it is another's beginning, since rows are found by their names. */
const FRAME = Array.from({ length: 90 }, (_, index) => ({
  code: `X${String(index + 101)}`,
  name: `Prövstad ${String(index + 101)}`,
  stratum: STRATA[index % 2] ?? '',
}));
/** What may never stand on the server in clear. */
const CONTACTS = FRAME.map(({ code }, index) => ({
  code,
  name: `Zebulon Kvistström${index + 101}`,
  phone: `0${650 + (index % 300)}-73 ${String(10 + (index % 90))} ${String(10 + ((index * 7) % 90))}`,
  email: `zebulon.${index + 101}@kvistmail.invalid`,
  notes: `Trivs bäst före lunch nummer ${index + 101}`,
}));

const parsed = parseInstrument(JSON.parse(readFileSync(INSTRUMENT, 'utf8')));
if (!parsed.ok) throw new Error(`the shipped instrument is broken at ${parsed.error.path}`);
const QUESTIONS = parsed.value.sections.flatMap(({ questions }) => questions.map(({ id }) => id));

interface Noted {
  readonly case: string;
  readonly outcome: Outcome;
  readonly at: number;
}

const trouble = newTrouble();
let home: FreshHome;
let sql: pg.Client;
let browser: Browser;
let lead: Page;
let ina: Page;
let ivar: Page;
const offline = new Set<BrowserContext>();

const openWindow = async (): Promise<Page> => {
  const context = await browser.newContext({ locale: 'sv-SE', viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(20_000);
  watch(context, trouble, home.url, () => offline.has(context));
  // The clock is moved by hand here, which a lock for a computer left alone would take for an absence.
  await context.addInitScript(() => {
    // The page before the first address has no storage.
    if (location.protocol === 'http:') localStorage.setItem('lagesbild.lock-after', '0');
  });
  return context.newPage();
};

beforeAll(async () => {
  home = await freshHome();
  sql = new pg.Client(home.databaseUrl);
  await sql.connect();
  browser = await chromium.launch(launchOptions());
  [lead, ina, ivar] = [await openWindow(), await openWindow(), await openWindow()];
});
let broken = false;
beforeEach(({ skip }) => skip(broken));
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail' || broken) return;
  broken = true;
  for (const page of [lead, ina, ivar])
    console.log(page.url(), '\n', await page.locator('body').ariaSnapshot());
  console.log(trouble.lines());
});
afterAll(async () => {
  await browser?.close();
  await sql?.end();
  await home?.stop();
});

const casesOf = async (): Promise<readonly { readonly name: string; readonly stratum: string }[]> =>
  (
    await sql.query<{ name: string; stratum: string }>(
      'select name, stratum from public."case" order by name',
    )
  ).rows;

describe('the lead makes ready', () => {
  it('reads in a frame of the study’s own, and draws with a seed', async () => {
    await app.found(lead, home.link, 'Fältstudien', { name: 'Lo', email: 'lo@example.se' });
    await lo.createWave(lead, '2026', 3);
    await lo.publishShipped(lead);
    const rows = FRAME.map(({ code, name, stratum }) => `${code};${name};${stratum}`);
    await lo.importFrame(lead, `kommunkod;kommun;stratum\r\n${rows.join('\r\n')}\r\n`, FRAME.length);
    await lo.drawOwn(lead, new Map(STRATA.map((stratum) => [stratum, CASES / 2])), 'fältet');
    expect(await casesOf()).toHaveLength(CASES);
    await lo.writeTexts(lead);
  });

  it('invites two, and gives each half of the cases', async () => {
    const links = [(await lo.invite(lead, 'interviewer')).link, (await lo.invite(lead, 'interviewer')).link];
    await app.join(ina, links[0] ?? '', { name: 'Ina', email: 'ina@example.se' });
    await app.join(ivar, links[1] ?? '', { name: 'Ivar', email: 'ivar@example.se' });
    await app.sync(lead);
    await lo.assignEvenly(lead, CASES);
  });

  it('reads in the contacts, which are sealed before they leave', async () => {
    const drawn = new Set((await casesOf()).map(({ name }) => name));
    const known = CONTACTS.filter((_, index) => drawn.has(FRAME[index]?.name ?? ''));
    const rows = known.map(
      ({ code, name, phone, email, notes }) => `${code};${name};${phone};${email};${notes}`,
    );
    await lo.importContacts(lead, `kod;namn;telefon;e-post;anteckning\n${rows.join('\n')}\n`, known.length);
    await app.sync(lead);
    expect((await sql.query('select from public.contact')).rowCount).toBe(CASES);
    await lo.openWave(lead);
  });

  it('approves both computers by the words read over the telephone', async () => {
    for (const [page, name] of [
      [ina, 'Ina'],
      [ivar, 'Ivar'],
    ] as const) {
      await app.sync(page);
      await app.goTo(page, 'calls');
      const heard = await caller.showWords(page);
      expect(heard).toHaveLength(8);
      await app.sync(lead);
      expect(await lo.compareWords(lead, name)).toEqual(heard);
      await app.button(page, sv.contacts.compare.same).click();
      await lo.approveCompared(lead, name);
      await app.button(page.getByRole('dialog'), sv.common.close).click();
      await app.sync(page);
      await app.goTo(page, 'calls');
      await page
        .getByRole('link', { name: app.beginning(sv.contacts.dial) })
        .first()
        .waitFor();
    }
  });
});

/** First calls that leave a case open, refusals among them; second ones without, so that no case ends by two; last ones. */
const FIRST: readonly Outcome[] = [
  'refusal',
  'no_answer',
  'gatekeeper_refusal',
  'busy',
  'broken_off',
  'call_back',
  'referred',
  'appointment',
  'answering_machine',
  'dead_number',
  'line_trouble',
];
const SECOND: readonly Outcome[] = [
  'no_answer',
  'busy',
  'call_back',
  'appointment',
  'referred',
  'answering_machine',
];
const LAST: readonly Outcome[] = [
  'away',
  'unable',
  'language',
  'other',
  'out_of_population',
  'no_eligible',
  'refusal',
  'duplicate',
  'no_answer',
];
/** Of each one's cases: the first is one that both call, so one of its interviews comes second. */
const INTERVIEWED: ReadonlySet<number> = new Set([0, 7]);
const outcomeOf = (round: number, index: number, shift: number): Outcome => {
  const list = [FIRST, SECOND, LAST][round] ?? LAST;
  return round === 2 && INTERVIEWED.has(index)
    ? 'interviewed'
    : (list[(index + shift) % list.length] ?? 'no_answer');
};

/** Three rounds over the cases, a minute of each person's own for every call: order is what the precedence is about. */
const callAll = async (
  page: Page,
  names: readonly string[],
  start: number,
  shift: number,
): Promise<readonly Noted[]> => {
  const noted: Noted[] = [];
  await caller.showAll(page);
  for (const round of [0, 1, 2]) {
    for (const [index, name] of names.entries()) {
      const outcome = outcomeOf(round, index, shift);
      const at = start + noted.length * 120_000;
      await page.clock.setFixedTime(at);
      if (outcome === 'interviewed') await caller.interviewAndHandIn(page, name, QUESTIONS);
      else await caller.callAndNote(page, name, outcome, round === 2);
      noted.push({ case: name, outcome, at });
    }
  }
  return noted;
};

/** Counted by hand, by the written precedence, with none of the program's code. */
const groupByHand = (calls: readonly Outcome[]): 'I' | 'NE' | 'R' | 'O' | 'NC' => {
  if (calls.includes('interviewed')) return 'I';
  const gone = ['out_of_population', 'no_eligible', 'duplicate'];
  const no = ['refusal', 'gatekeeper_refusal', 'broken_off'];
  const other = ['appointment', 'unable', 'language', 'other'];
  const reached = [...no, ...other, 'call_back', 'referred', 'away'];
  const lastGone = calls.findLastIndex((one) => gone.includes(one));
  const since = lastGone === -1 ? calls : calls.slice(lastGone + 1);
  if (lastGone !== -1 && !since.some((one) => reached.includes(one))) return 'NE';
  const lastNo = since.findLastIndex((one) => no.includes(one));
  if (lastNo !== -1 && !since.slice(lastNo + 1).includes('appointment')) return 'R';
  return since.some((one) => other.includes(one)) ? 'O' : 'NC';
};

describe('a day of calls without a network', () => {
  const notebooks: (readonly Noted[])[] = [];
  let shared: readonly string[] = [];

  it('both call, sixty times each, five cases both of them', async () => {
    const own = async (name: string): Promise<readonly string[]> =>
      (
        await sql.query<{ name: string }>(
          'select c.name from public."case" c join public.person p on p.id = c.assignee where p.name = $1 order by c.name',
          [name],
        )
      ).rows.map((row) => row.name);
    const inas = await own('Ina');
    shared = inas.slice(0, SHARED);
    const ivars = [...shared, ...(await own('Ivar')).slice(0, CASES / 2 - SHARED)];
    await goOffline(ina);
    for (const name of shared) await lo.give(lead, name, 'Ivar');
    await app.sync(lead);
    await app.sync(ivar);
    await goOffline(ivar);
    const start = Math.floor(Date.now() / 60_000) * 60_000 - ATTEMPTS * 120_000;
    // At the same time, each on a computer of their own.
    notebooks.push(
      ...(await Promise.all([callAll(ina, inas, start, 0), callAll(ivar, ivars, start + 60_000, 4)])),
    );
    expect(notebooks.map((one) => one.length)).toEqual([ATTEMPTS, ATTEMPTS]);
    expect((await sql.query('select from public.attempt')).rowCount).toBe(0);
  });

  it('comes online to figures that equal an independent count', async () => {
    for (const page of [ivar, ina]) {
      await page.clock.setFixedTime(Date.now());
      await page.context().setOffline(false);
      await app.sync(page);
    }
    expect((await sql.query('select from public.attempt')).rowCount).toBe(2 * ATTEMPTS);
    const all = notebooks.flat().sort((a, b) => a.at - b.at);
    const byHand = { I: 0, NE: 0, R: 0, O: 0, NC: 0 };
    for (const { name } of await casesOf())
      byHand[groupByHand(all.filter((one) => one.case === name).map(({ outcome }) => outcome))] += 1;
    expect(Math.min(...Object.values(byHand))).toBeGreaterThan(0);
    expect(new Set(all.map(({ outcome }) => outcome)).size).toBe(19);
    await app.sync(lead);
    const shown = await lo.ratesShown(lead);
    const eligible = CASES - byHand.NE;
    expect(shown).toMatchObject({
      RR1: `${byHand.I} / ${eligible}`,
      CON1: `${eligible - byHand.NC} / ${eligible}`,
      COOP1: `${byHand.I} / ${eligible - byHand.NC}`,
      REF1: `${byHand.R} / ${eligible}`,
    });
    // By stratum too, as the table under the chart has it.
    for (const stratum of STRATA) {
      const names = new Set(
        (await casesOf()).filter((one) => one.stratum === stratum).map(({ name }) => name),
      );
      const done = new Set(
        all.filter((one) => one.outcome === 'interviewed' && names.has(one.case)).map((one) => one.case),
      );
      expect((await lo.stratumShown(lead, stratum)).slice(0, 2)).toEqual([
        String(names.size),
        String(done.size),
      ]);
    }
    // What both called stands twice; what came after the case had changed hands is late and kept.
    const late = all.filter((one) => shared.includes(one.case) && notebooks[0]?.includes(one));
    const { rows } = await sql.query<{ n: number }>(
      'select count(*)::int as n from public.attempt where late',
    );
    expect(rows[0]?.n).toBe(late.length);
    expect(late).toHaveLength(SHARED * 3);
    expect(all.filter(({ outcome }) => isRefusal(outcome)).length).toBeGreaterThan(5);
  });

  it('leaves no name, number or address of a contact on the server in clear', async () => {
    const { rows: tables } = await sql.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(20);
    let text = '';
    for (const { name } of tables) {
      const { rows } = await sql.query<{ row: string }>(`select t::text as row from ${name} t`);
      text += rows.map(({ row }) => row).join('\n');
    }
    // A search that finds nothing anywhere would prove nothing.
    const cases = await casesOf();
    expect(cases.every(({ name }) => text.includes(name))).toBe(true);
    const bare = (number: string): string => number.replace(/\D/g, '');
    for (const { name, phone, email, notes } of CONTACTS) {
      for (const said of [name, phone, email, notes, bare(phone), `+46${bare(phone).slice(1)}`])
        expect([said, text.includes(said)]).toEqual([said, false]);
    }
    expect(text).not.toMatch(/Zebulon|Kvistström|kvistmail/i);
    expect(trouble.lines()).toEqual([]);
  });
});

const goOffline = async (page: Page): Promise<void> => {
  offline.add(page.context());
  await page.context().setOffline(true);
};
