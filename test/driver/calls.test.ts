import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callList } from '../../src/fieldwork/call-list.ts';
import { outcomeRates } from '../../src/figures/aapor/rates.ts';
import { formatCode, makeCode } from '../../src/study/code.ts';
import { OUTCOME_TABLE } from '../../src/study/dispositions.ts';
import { fieldProgress } from '../../src/study/field-progress.ts';
import { LEASE_MARGIN } from '../../src/study/leases.ts';
import { writePool } from '../../src/study/pool.ts';
import { type CaseRow, OUTCOMES, type Outcome, RARE_OUTCOMES } from '../../src/study/rows.ts';
import { type Chance, seeded } from '../../src/study/seeded.ts';
import { type Backend, freshBackend } from '../setup/backend.ts';
import {
  assign,
  expectOk,
  foundStudy,
  interview,
  inviteAndJoin,
  openWave,
  type Person,
  randomBytes,
} from './people.ts';

const OFFERED: readonly Outcome[] = [...OUTCOMES, ...RARE_OUTCOMES].filter(
  (outcome) => OUTCOME_TABLE[outcome].only !== 'unknown_frame',
);
const ATTEMPTS = 60;

/** What was said on one call, as the tester's own notebook has it. */
interface Noted {
  readonly case: string;
  readonly outcome: Outcome;
  readonly at: string;
}

/** A day of calls: every outcome at least once, most of them more often. */
const callAll = async (
  person: Person,
  cases: readonly CaseRow[],
  chance: Chance,
  minute: number,
): Promise<Noted[]> => {
  const noted: Noted[] = [];
  for (let n = 0; n < ATTEMPTS; n++) {
    const outcome = OFFERED[n] ?? chance.pick(OFFERED);
    const row = chance.pick(cases);
    const at = new Date(Date.UTC(2026, 10, 24, 8, 0) + (n * 2 + minute) * 60_000).toISOString();
    const appointment = crypto.randomUUID();
    const timed = outcome === 'call_back' || outcome === 'appointment';
    const refused = outcome === 'refusal' || outcome === 'gatekeeper_refusal';
    expectOk(
      await person.engine.execute('attempt.record', {
        attempt: crypto.randomUUID(),
        case: row.id,
        outcome,
        at,
        ...(timed ? { appointment } : {}),
        ...(refused
          ? { refusal: { reason: chance.pick(['time', 'policy']), final: chance.happens(0.5) } }
          : {}),
      }),
    );
    if (timed)
      expectOk(
        await person.engine.execute('appointment.put', {
          appointment,
          case: row.id,
          at: '2026-11-26T09:15:00.000Z',
          zone: 'Europe/Stockholm',
          kind: outcome === 'appointment' ? 'hard' : 'soft',
        }),
      );
    noted.push({ case: row.id, outcome, at });
  }
  return noted;
};

/** Counted by hand, as it were: by the written precedence, from the notebooks alone, with none of the program's code. */
const groupByHand = (calls: readonly Outcome[]): 'I' | 'NE' | 'R' | 'O' | 'NC' => {
  if (calls.includes('interviewed')) return 'I';
  const gone = ['out_of_population', 'no_eligible', 'duplicate'];
  const no = ['refusal', 'gatekeeper_refusal', 'broken_off'];
  const other = ['appointment', 'continues', 'unable', 'language', 'other'];
  const reached = [...no, ...other, 'call_back', 'referred', 'away'];
  const lastGone = calls.findLastIndex((one) => gone.includes(one));
  const since = lastGone === -1 ? calls : calls.slice(lastGone + 1);
  if (lastGone !== -1 && !since.some((one) => reached.includes(one))) return 'NE';
  const lastNo = since.findLastIndex((one) => no.includes(one));
  const takenBack = since.slice(lastNo + 1).some((one) => one === 'appointment' || one === 'continues');
  if (lastNo !== -1 && !takenBack) return 'R';
  return since.some((one) => other.includes(one)) ? 'O' : 'NC';
};

describe('a day of calls by two who are offline', () => {
  let home: Backend;
  let sql: pg.Client;
  let lead: Person;
  let ina: Person;
  let ivar: Person;
  beforeAll(async () => {
    home = await freshBackend();
    sql = new pg.Client(home.databaseUrl);
    await sql.connect();
    const code = makeCode(randomBytes);
    await sql.query('select internal.set_setup_code($1)', [code]);
    lead = await foundStudy(home, formatCode(code));
    [ina, ivar] = [
      await inviteAndJoin(home, lead, 'interviewer'),
      await inviteAndJoin(home, lead, 'interviewer'),
    ];
  });
  afterAll(async () => {
    for (const person of [lead, ina, ivar]) await person?.engine.close();
    await sql?.end();
    await home?.stop();
  });

  it('comes online to figures that equal an independent count', async () => {
    const { wave, cases } = await openWave(lead, { cases: 70 });
    await assign(lead, cases.slice(0, 35), ina);
    await assign(lead, cases.slice(35), ivar);
    ina.device.network.set('down');
    // Five cases change hands while their holder is offline: both call them.
    for (const row of cases.slice(0, 5))
      expectOk(await lead.engine.execute('case.assign', { case: row.id, assignee: ivar.engine.me.id }));
    await lead.engine.sync();
    await ivar.engine.sync();
    ivar.device.network.set('down');
    const shared = cases.slice(0, 5);
    const notebooks = [
      await callAll(ina, cases.slice(0, 35), seeded('ina'), 0),
      await callAll(ivar, [...shared, ...shared, ...cases.slice(35)], seeded('ivar'), 1),
    ];
    expect((await sql.query('select from attempt')).rowCount).toBe(0);

    for (const person of [ivar, ina]) {
      person.device.network.set('up');
      await person.engine.sync();
      expect(person.engine.status.get()).toMatchObject({ waiting: { other: 0 }, returned: 0 });
    }
    await lead.engine.sync();

    const all = notebooks.flat().sort((a, b) => (a.at < b.at ? -1 : 1));
    const byHand = { I: 0, P: 0, R: 0, NC: 0, O: 0, UH: 0, UO: 0, NE: 0 };
    for (const row of cases)
      byHand[groupByHand(all.filter((one) => one.case === row.id).map(({ outcome }) => outcome))] += 1;
    const view = lead.engine.view.get();
    const rows = [...view.all('case')].filter((row) => row.wave === wave.id);
    const counted = fieldProgress(rows, view.all('attempt'), true, (one) => OUTCOME_TABLE[one].contacted);
    expect(counted.total.groups).toEqual(byHand);
    expect(counted.attempts).toBe(2 * ATTEMPTS);
    expect(Object.values(byHand).filter((n) => n > 0).length).toBe(5);
    const { RR1, CON1 } = outcomeRates({ ...counted.total.groups, e: 1 });
    const eligible = cases.length - byHand.NE;
    expect(RR1).toMatchObject({ numerator: byHand.I, denominator: eligible });
    expect(CON1).toMatchObject({ numerator: eligible - byHand.NC, denominator: eligible });

    // Both attempts of a case stay; those of whom it was taken from are late; one interview counts.
    const { rows: stored } = await sql.query<{ late: boolean; n: number }>(
      'select late, count(*)::int as n from attempt group by late',
    );
    expect(stored.reduce((sum, { n }) => sum + n, 0)).toBe(2 * ATTEMPTS);
    const lateOnes = notebooks[0]?.filter((one) => shared.some((row) => row.id === one.case)).length ?? 0;
    expect(lateOnes).toBeGreaterThan(0);
    expect(stored.find(({ late }) => late)?.n).toBeGreaterThanOrEqual(lateOnes);
    const { rows: completed } = await sql.query('select sum(completed)::int as n from tally');
    expect(completed).toEqual([{ n: byHand.I }]);
    expect((await sql.query('select from appointment')).rowCount).toBe(
      all.filter(({ outcome }) => outcome === 'call_back' || outcome === 'appointment').length,
    );
    // Ivar holds the shared cases: their appointments came with them, and Ina's device has let them go.
    const held = (person: Person) =>
      [...person.engine.view.get().all('appointment')].filter((one) =>
        shared.some((row) => row.id === one.case),
      ).length;
    await ina.engine.sync();
    await ivar.engine.sync();
    expect(held(ina)).toBe(0);
    expect(held(ivar)).toBe(
      [...view.all('appointment')].filter((one) => shared.some((row) => row.id === one.case)).length,
    );
  });

  it('completes an interview that was begun before its case went to somebody else', async () => {
    const { wave, cases } = await openWave(lead, { cases: 2 });
    const [row] = cases;
    if (!row) throw new Error('two cases are drawn');
    await assign(lead, [row], ina);
    await assign(lead, [row], ivar);
    await ina.engine.sync();
    expect(ina.engine.view.get().get('case', row.id)).toBeUndefined();
    const busy = {
      attempt: crypto.randomUUID(),
      case: row.id,
      outcome: 'busy',
      at: '2026-11-24T09:00:00.000Z',
    } as const;
    expect(await ina.engine.execute('attempt.record', busy)).toMatchObject({ ok: false });
    const { command, attempt } = await interview(ina, row, wave, 'Vi ställer krav.');
    expectOk(await ina.engine.sendNow(command));
    await ina.engine.sync();
    await lead.engine.sync();
    expect(lead.engine.view.get().get('case', row.id)).toMatchObject({
      status: 'interviewed',
      completed_by: attempt,
    });
    expect((await sql.query('select from waiting where hand_in = $1', [command])).rowCount).toBe(1);
  });

  it('lends cases of a pool for a day offline, and keeps both calls where two rang one case', async () => {
    const { wave } = await openWave(lead, { cases: 60 });
    const others = [
      await inviteAndJoin(home, lead, 'interviewer'),
      await inviteAndJoin(home, lead, 'interviewer'),
    ];
    const pool = writePool({ on: true, hours: 24, block: 20 });
    expectOk(await lead.engine.execute('wave.edit', { wave: wave.id, fields: { pool } }));
    await lead.engine.sync();
    const callers = [ina, ivar];
    const held = (person: Person): CaseRow[] =>
      [...person.engine.view.get().all('case')].filter((row) => row.wave === wave.id);
    const standing = (person: Person, now: number) =>
      callList({
        view: person.engine.view.get(),
        mine: person.engine.me.id,
        begun: new Set(),
        now,
        clockError: person.engine.status.get().clockError,
      }).filter(({ row }) => row.wave === wave.id);
    for (const person of callers) {
      expect(expectOk(await person.engine.act('lease_cases', { wave: wave.id, up_to: 20 }))).toEqual({
        leased: 20,
        held: 20,
      });
      expect(held(person)).toHaveLength(20);
      const calls = standing(person, person.device.clock.now);
      expect(calls.every(({ leased, reason }) => leased && reason.kind !== 'lease_over')).toBe(true);
    }
    const overlap = held(ina).filter((row) => held(ivar).some(({ id }) => id === row.id));
    expect(overlap).toEqual([]);

    // Ina loses her network. Her leases end on her device, then on the server; her cases are lent to Ivar.
    ina.device.network.set('down');
    const before = held(ina);
    const end = Math.min(...[...ina.engine.view.get().all('lease')].map(({ until }) => Date.parse(until)));
    const kinds = (now: number) => new Set(standing(ina, now).map(({ reason }) => reason.kind));
    expect(kinds(end - LEASE_MARGIN)).toEqual(new Set(['lease_over']));
    await sql.query("update lease set until = now() - interval '1 minute' where person = $1", [
      ina.engine.me.id,
    ]);
    const [third] = others;
    if (!third) throw new Error('two more joined above');
    expectOk(await third.engine.act('lease_cases', { wave: wave.id, up_to: 5 }));
    expectOk(await ivar.engine.act('lease_cases', { wave: wave.id, up_to: 60 }));
    const both = before.filter((row) => held(ivar).some(({ id }) => id === row.id)).slice(0, 3);
    expect(both).toHaveLength(3);

    // Each rings 60 times; on the cases both have, Ina rings without a lease, by a deliberate step.
    ivar.device.network.set('down');
    const notebooks = [
      await callAll(ina, [...both, ...both, ...before], seeded('ina pool'), 0),
      await callAll(ivar, [...both, ...both, ...held(ivar)], seeded('ivar pool'), 1),
    ];
    for (const person of [ivar, ina]) {
      person.device.network.set('up');
      await person.engine.sync();
      expect(person.engine.status.get()).toMatchObject({ waiting: { other: 0 }, returned: 0 });
    }
    await lead.engine.sync();
    await ina.engine.sync();
    const all = notebooks.flat().sort((a, b) => (a.at < b.at ? -1 : 1));
    const view = lead.engine.view.get();
    const rows = [...view.all('case')].filter((row) => row.wave === wave.id);
    const byHand = { I: 0, P: 0, R: 0, NC: 0, O: 0, UH: 0, UO: 0, NE: 0 };
    for (const row of rows)
      byHand[groupByHand(all.filter((one) => one.case === row.id).map(({ outcome }) => outcome))] += 1;
    const counted = fieldProgress(rows, view.all('attempt'), true, (one) => OUTCOME_TABLE[one].contacted);
    expect(counted.total.groups).toEqual(byHand);
    expect(counted.attempts).toBe(2 * ATTEMPTS);
    // The first call without a lease is late; a promise made in one may have won the case for what came after.
    for (const { id } of both) {
      const without = [...view.all('attempt')]
        .filter((one) => one.case === id && one.by === ina.engine.me.id)
        .sort((a, b) => (a.at < b.at ? -1 : 1));
      expect(without[0]).toMatchObject({ late: true });
    }
    // What was promised or done stays with whoever did it; the rest is lent still, and to one each.
    for (const row of rows.filter(({ status }) => status === 'interviewed'))
      expect([ina.engine.me.id, ivar.engine.me.id]).toContain(row.assignee);
    for (const lease of view.all('lease'))
      expect(view.get('case', lease.case)?.assignee, lease.case).toBe(lease.person);

    expectOk(await lead.engine.act('deactivate_person', { person: third.engine.me.id }));
    expect(
      [...lead.engine.view.get().all('lease')].some(({ person }) => person === third?.engine.me.id),
    ).toBe(false);
    for (const person of others) await person.engine.close();
  });
});
