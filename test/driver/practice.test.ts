import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dateCalls } from '../../src/practice/calls.ts';
import { codePractice } from '../../src/practice/coders.ts';
import { makeContacts } from '../../src/practice/contacts.ts';
import { generatePractice, PRACTICE_STUDY_NAME, practiceWaveFields } from '../../src/practice/generate.ts';
import { formatCode, makeCode } from '../../src/study/code.ts';
import { parseFrame, strataOf } from '../../src/study/frame.ts';
import { canonicalJson } from '../../src/study/json.ts';
import { parseInstrument } from '../../src/study/parse-instrument.ts';
import { type Backend, freshBackend } from '../setup/backend.ts';
import { expectOk, newDevice, randomBytes } from './people.ts';

const FOLDER = new URL('../../questionnaires/it-sakerhet-upphandling/2025/', import.meta.url);
let home: Backend;
let sql: pg.Client;
beforeAll(async () => {
  home = await freshBackend();
  sql = new pg.Client(home.databaseUrl);
  await sql.connect();
});
afterAll(async () => {
  await sql?.end();
  await home?.stop();
});

const practiceFill = () => {
  const definition = JSON.parse(readFileSync(new URL('instrument.json', FOLDER), 'utf8'));
  const codebook = JSON.parse(readFileSync(new URL('codebook.json', FOLDER), 'utf8'));
  const instrument = expectOk(parseInstrument(definition));
  const strata = strataOf(expectOk(parseFrame(readFileSync(new URL('sample-frame.csv', FOLDER), 'utf8'))));
  const made = generatePractice({ seed: 'test', interviews: 100, instrument, strata });
  return {
    study: PRACTICE_STUDY_NAME,
    wave: { label: 'Övning', year: 2025, fields: practiceWaveFields(2025) },
    definition: canonicalJson(definition),
    claims: canonicalJson(JSON.parse(readFileSync(new URL('claims.json', FOLDER), 'utf8'))),
    sample: made.field,
    contacts: makeContacts(
      made.field.drawn.map(({ code }) => code),
      'test',
    ),
    calls: dateCalls(made.field.calls, Date.now()),
    interviews: made.interviews.map(({ stratum, answers, background }) => ({ stratum, answers, background })),
    coding: {
      codebook,
      label: 'Kodbok',
      round: 'Blind',
      questions: ['A1.1'],
      answers: codePractice({
        seed: 'test',
        interviews: made.interviews.slice(0, 10),
        questions: ['A1.1'],
        codes: codebook.codes.map(({ id }: { readonly id: string }) => id),
      }),
    },
  };
};

it('fills the practice study through the ordinary doors, and takes it away in one step', async () => {
  const code = makeCode(randomBytes);
  await sql.query('select internal.set_setup_code($1)', [code]);
  const { app } = await newDevice(home);
  const shares: number[] = [];
  const engine = expectOk(
    await app.startPractice(formatCode(code), practiceFill(), (share) => shares.push(share)),
  );
  expect(engine.me).toMatchObject({ role: 'lead', practice: true });
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
  expect(
    app.practice
      .get()
      .map(({ role }) => role)
      .sort(),
  ).toEqual(['coder', 'coder', 'interviewer', 'lead']);

  // A field work under way: a draw with its reserve, some of it released, and every call that was invented.
  const seen = engine.view.get();
  const fill = practiceFill();
  expect([...seen.all('draw')]).toMatchObject([{ seed: 'test', target: 110, response: 55 }]);
  expect([...seen.all('replicate')].filter(({ reason }) => reason !== null)).toHaveLength(1);
  expect([...seen.all('attempt')]).toHaveLength(fill.calls.length);
  expect([...seen.all('attempt')].every(({ late }) => !late)).toBe(true);
  expect([...seen.all('appointment')].length).toBeGreaterThan(0);
  expect([...seen.all('case')].filter(({ status }) => status === 'interviewed')).toHaveLength(100);

  const coder = expectOk(await app.switchPractice('coder'));
  await coder.sync();
  expect([...coder.view.get().all('interview')]).toHaveLength(100);
  // A round was coded by two before the newcomer came, each with a mind of their own.
  expect([...coder.view.get().all('round')]).toMatchObject([{ state: 'closed', blind: true }]);
  const coders = new Map<string, number>();
  await coder.scan('segment', (row) => coders.set(row.coder, (coders.get(row.coder) ?? 0) + 1));
  expect([...coders.values()].map((n) => n > 5)).toEqual([true, true]);
  const second = app.practice.get().filter(({ role }) => role === 'coder')[1];
  expect(expectOk(await app.switchPractice('coder', second?.email ?? '')).me.name).toBe('Robin Kodare');
  const interviewer = expectOk(await app.switchPractice('interviewer'));
  await interviewer.sync();
  const cases = [...interviewer.view.get().all('case')];
  expect(cases.some(({ status }) => status === 'new')).toBe(true);
  // A number to dial, with nobody asked to compare any words.
  expect(interviewer.keys.state.get().standing).toBe('open');
  const [wave] = [...interviewer.view.get().all('wave')];
  const contacts = await interviewer.contacts.all(wave?.id ?? '');
  expect(contacts?.length).toBe([...interviewer.view.get().all('contact')].length);
  expect(contacts?.filter(({ card }) => card.phones.length > 0).length).toBeGreaterThan(cases.length / 2);

  // In another browser: the same choice starts over instead of leading nowhere.
  const other = await newDevice(home);
  expectOk(await other.app.startPractice(formatCode(code), practiceFill(), () => undefined));

  await other.app.switchPractice('lead');
  expectOk(await other.app.removePractice());
  expect(other.app.state.get()).toEqual({ kind: 'empty' });
  const { rows } = await sql.query('select count(*)::int as n from public.interview');
  expect(rows).toEqual([{ n: 0 }]);
  // The code still founds the real study.
  expect(expectOk(await app.check(formatCode(code)))).toEqual({ ok: true, kind: 'setup' });
});
