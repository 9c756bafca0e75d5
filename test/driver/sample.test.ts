import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawArgs, planSample } from '../../src/setup/sample/plan.ts';
import { commonNext, readSample, type SampleNow } from '../../src/setup/sample/reserve-state.ts';
import { sizesOf } from '../../src/study/allocation.ts';
import { formatCode, makeCode } from '../../src/study/code.ts';
import { parseFrame } from '../../src/study/frame.ts';
import { canonicalJson, sha256Hex } from '../../src/study/json.ts';
import { type Backend, freshBackend } from '../setup/backend.ts';
import { assign, expectOk, foundStudy, inviteAndJoin, type Person, randomBytes } from './people.ts';

/** A lead draws a sample from the study's frame, and releases of its reserve, through the engine as the screens do. */
const frame = expectOk(
  parseFrame(readFileSync('questionnaires/it-sakerhet-upphandling/2025/sample-frame.csv', 'utf8')),
);
const CHOICE = { target: 100, response: 55, allocation: 'proportional', merges: [], typed: {} } as const;
const wave = crypto.randomUUID();
const newId = () => crypto.randomUUID();

let home: Backend;
let lead: Person;
let ina: Person;
const now = (): SampleNow => {
  const sample = readSample(lead.engine.view.get(), wave);
  if (!sample) throw new Error('the draw is in the view once it is pulled');
  return sample;
};
const cases = (who: Person) => [...who.engine.view.get().all('case')].filter((row) => row.wave === wave);

beforeAll(async () => {
  home = await freshBackend();
  const sql = new pg.Client(home.databaseUrl);
  await sql.connect();
  const code = makeCode(randomBytes);
  await sql.query('select internal.set_setup_code($1)', [code]);
  await sql.end();
  lead = await foundStudy(home, formatCode(code));
  ina = await inviteAndJoin(home, lead, 'interviewer');
  expectOk(await lead.engine.act('create_wave', { wave, label: '2026', year: 2026, k: 3, fields: {} }));
});
afterAll(async () => {
  for (const person of [lead, ina]) await person?.engine.close();
  await home?.stop();
});

it('draws 185 of 290 for 100 interviews at 55 %, and keeps the other 105 in reserve', async () => {
  const plan = planSample(sizesOf(frame), CHOICE);
  const args = expectOk(drawArgs({ newId }, wave, '2026', CHOICE, frame, plan));
  expect(expectOk(await lead.engine.act('draw_sample', args)).drawn).toBe(185);
  await lead.engine.sync();
  expect(cases(lead)).toHaveLength(185);
  const { draw, strata } = now();
  expect(draw).toMatchObject({ seed: '2026', target: 100, response: 55, allocation: 'proportional' });
  expect(strata.map(({ drawn, left }) => drawn + left.units)).toEqual(
    strata.map(({ population }) => population),
  );
  for (const { probability, population } of strata)
    expect(Math.abs((probability ?? 0) - 185 / 290)).toBeLessThan(1 / population + 0.01);
});

it('gives anybody the same sample for the same frame and seed', () => {
  const plan = planSample(sizesOf(frame), CHOICE);
  const again = expectOk(drawArgs({ newId }, wave, '2026', CHOICE, frame.toReversed(), plan));
  expect(new Set(cases(lead).map(({ code }) => code))).toEqual(new Set(again.cases.map(({ code }) => code)));
});

it('releases a whole replicate everywhere, then one of a stratum, and every unit stays in the denominator', async () => {
  const definition = canonicalJson({ pages: [] });
  const hash = await sha256Hex(definition);
  expectOk(
    await lead.engine.act('publish_instrument', { instrument: newId(), wave, definition, hash, note: '' }),
  );
  const strata = now().strata.map(({ stratum }) => stratum);
  expectOk(await lead.engine.act('open_wave', { wave, merge_order: strata }));
  const first = commonNext(now().strata);
  expect(first).toBe(1);
  const reason = 'fewer answer than expected';
  const { released } = expectOk(
    await lead.engine.act('release_replicate', { wave, stratum: null, replicate: 1, reason }),
  );
  await lead.engine.sync();
  expect(cases(lead)).toHaveLength(185 + released);

  const [one] = now().strata;
  if (!one?.next) throw new Error('a stratum has a second replicate');
  expect(one.next.number).toBe(2);
  expect(
    await lead.engine.act('release_replicate', { wave, stratum: one.stratum, replicate: 3, reason }),
  ).toEqual({ ok: false, error: { type: 'refused', reason: 'wrong_state' } });
  expectOk(await lead.engine.act('release_replicate', { wave, stratum: one.stratum, replicate: 2, reason }));
  await lead.engine.sync();
  expect(commonNext(now().strata)).toBeNull();
  expect(now().released.map((row) => row.reason)).toEqual(Array(6).fill(reason));
  expect(now().strata[0]?.probability).toBeGreaterThan(one.probability ?? 1);

  // A refusal in a released unit neither leaves the sample nor lets another in.
  const unit = cases(lead).find(({ code }) => code === one.next?.units[0]?.code);
  if (!unit) throw new Error('a released unit is a case');
  await assign(lead, [unit], ina);
  expectOk(
    await ina.engine.execute('attempt.record', {
      attempt: newId(),
      case: unit.id,
      outcome: 'refusal',
      refusal: { reason: 'time', final: false },
      at: '2026-11-24T09:00:00.000Z',
    }),
  );
  await ina.engine.sync();
  const { cases: counted } = expectOk(await lead.engine.overview(wave));
  const released2 = now().strata.reduce((sum, stratum) => sum + stratum.drawn + stratum.released, 0);
  expect(Object.values(counted).reduce((sum, count) => sum + count, 0)).toBe(released2);
});

it('shows draw and reserve on no interviewer’s device, only the unit that was given', () => {
  const view = ina.engine.view.get();
  expect([...view.all('draw'), ...view.all('replicate')]).toEqual([]);
  expect(cases(ina)).toHaveLength(1);
});
