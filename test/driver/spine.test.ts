import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDevice } from '../../src/engine/device.ts';
import { formatCode, makeCode } from '../../src/study/code.ts';
import { type Backend, freshBackend } from '../setup/backend.ts';
import {
  assign,
  expectOk,
  foundStudy,
  handInOf,
  interview,
  inviteAndJoin,
  newDevice,
  openWave,
  type Person,
  randomBytes,
} from './people.ts';

/** The spine, headless: the same engine as the app's, over unmodified supabase-js and a real PostgreSQL. */
let home: Backend;
let sql: pg.Client;
let lead: Person;
let ina: Person;
let ivar: Person;
let kim: Person;

beforeAll(async () => {
  home = await freshBackend();
  sql = new pg.Client(home.databaseUrl);
  await sql.connect();
  const code = makeCode(randomBytes);
  await sql.query('select internal.set_setup_code($1)', [code]);
  lead = await foundStudy(home, formatCode(code));
  [ina, ivar, kim] = [
    await inviteAndJoin(home, lead, 'interviewer'),
    await inviteAndJoin(home, lead, 'interviewer'),
    await inviteAndJoin(home, lead, 'coder'),
  ];
});
afterAll(async () => {
  for (const person of [lead, ina, ivar, kim]) await person?.engine.close();
  await sql?.end();
  await home?.stop();
});

const count = async (table: string): Promise<number> => {
  const { rows } = await sql.query<{ n: number }>(`select count(*)::int as n from public.${table}`);
  return rows[0]?.n ?? -1;
};
const HOURS_3 = 3 * 3_600_000;

describe('one interview, and as many more as the release needs', () => {
  it('travels from an offline laptop to a coder, exactly once, however often the answer is lost', async () => {
    const { wave, cases } = await openWave(lead, { k: 3, strata: ['norr'], cases: 8 });
    await assign(lead, cases, ina);
    expect([...ina.engine.view.get().all('case')]).toHaveLength(8);

    ina.device.network.set('down');
    const made = [];
    for (const [n, one] of cases.slice(0, 6).entries())
      made.push(await interview(ina, one, wave, `svar nummer ${n}`));
    await ina.engine.sync();
    expect(ina.engine.status.get()).toMatchObject({ online: false, waiting: { interviews: 6, other: 6 } });
    expect(await count('waiting')).toBe(0);

    // The attempts go at once, and their answer is lost; the interviews wait for their delay.
    ina.device.network.set('lose-answers');
    await ina.engine.sync();
    expect(await count('attempt')).toBe(6);
    ina.device.network.set('up');
    await ina.engine.sync();
    expect(ina.engine.status.get().waiting).toEqual({ interviews: 6, other: 0 });
    expect(await count('attempt')).toBe(6);
    expect(await count('waiting')).toBe(0);

    ina.device.network.set('lose-answers');
    ina.device.advance(HOURS_3);
    await ina.engine.sync();
    ina.device.network.set('up');
    await ina.engine.sync();
    expect(ina.engine.status.get().waiting.interviews).toBe(0);
    expect(ina.engine.drafts.list.get()).toEqual([]);
    // Six waited in one cell of k = 3: three left it, three wait.
    expect([await count('waiting'), await count('interview')]).toEqual([3, 3]);

    expectOk(await lead.engine.act('close_wave', { wave: wave.id }));
    expect([await count('waiting'), await count('interview')]).toEqual([0, 6]);
    await kim.engine.sync();
    const answers = kim.engine.answers('A1.1');
    const read = await new Promise<readonly string[]>((resolve) => {
      const stop = answers.subscribe(() => {
        const { rows } = answers.get();
        if (rows) resolve(rows.map(({ answer }) => answer.notes));
      });
      expect(stop).toBeTypeOf('function');
    });
    expect([...read].sort()).toEqual(made.map((_, n) => `svar nummer ${n}`));
    expect([...ina.engine.view.get().all('interview')]).toEqual([]);
  });

  it('a second interview of a case stays on its device until its interviewer erases it', async () => {
    const { wave, cases } = await openWave(lead, { strata: ['söder'], cases: 1 });
    const [one] = cases;
    if (!one) throw new Error('one case was drawn');
    await assign(lead, cases, ina);
    expectOk(
      await ina.engine.execute('attempt.record', {
        attempt: crypto.randomUUID(),
        case: one.id,
        outcome: 'busy',
        at: '2026-11-23T10:00:00Z',
      }),
    );
    await ina.engine.sync();
    ina.device.network.set('down');
    const mine = await interview(ina, one, wave, 'min');
    await assign(lead, cases, ivar);
    await interview(ivar, one, wave, 'din');
    await ivar.engine.sync();
    ina.device.network.set('up');
    await ina.engine.sync();
    const item = ina.engine.outbox.get().find(({ id }) => id === mine.command);
    expect(item?.state).toBe('second');
    expect(ina.engine.drafts.list.get().map(({ id }) => id)).toContain(mine.id);
    expectOk(await ina.engine.discard(mine.command));
    expect(ina.engine.drafts.list.get()).toEqual([]);
  });

  it('what the guard refuses comes back with question and kind, can be mended, and goes under a new id', async () => {
    const { wave, cases } = await openWave(lead, { strata: ['väst'], cases: 2 });
    await assign(lead, cases, ivar);
    const [bad, good] = cases;
    if (!bad || !good) throw new Error('two cases were drawn');
    const refused = await interview(ivar, bad, wave, 'ring mig på 070-174 06 58');
    await interview(ivar, good, wave, 'utan nummer');
    await ivar.engine.sync();
    ivar.device.advance(HOURS_3);
    await ivar.engine.sync();
    const item = ivar.engine.outbox.get().find(({ id }) => id === refused.command);
    expect(item).toMatchObject({ state: 'returned', reason: 'identifies', at: 'A1.1', find: 'phone' });
    expect(ivar.engine.status.get().waiting.interviews).toBe(0);

    const draft = expectOk(await ivar.engine.mend(refused.command));
    expect(ivar.engine.drafts.list.get()).toMatchObject([{ id: draft, stage: 'masking' }]);
    const { payload } = await handInOf(bad, wave, 'ring mig på [TELEFON]');
    const again = expectOk(await ivar.engine.handIn(draft, refused.attempt, payload));
    expect(again).not.toBe(refused.command);
    ivar.device.advance(HOURS_3);
    await ivar.engine.sync();
    expect(ivar.engine.outbox.get().filter(({ state }) => state !== 'confirmed')).toEqual([]);
  });

  it('a receipt used before the interview arrives has it erased on its device', async () => {
    const { wave, cases } = await openWave(lead, { strata: ['öst'], cases: 1 });
    await assign(lead, cases, ivar);
    const [one] = cases;
    if (!one) throw new Error('one case was drawn');
    const { receipt, command } = await interview(ivar, one, wave, 'ångrat');
    const { app } = await newDevice(home);
    expectOk(await app.withdraw(receipt.toLowerCase()));
    await ivar.engine.sync();
    ivar.device.advance(HOURS_3);
    await ivar.engine.sync();
    expect(ivar.engine.outbox.get().find(({ id }) => id === command)?.state).toBe('withdrawn');
    expect(ivar.engine.drafts.list.get()).toEqual([]);
    expectOk(await ivar.engine.discard(command));
  });
});

describe('the device', () => {
  it('starts again after a crash with drafts, outbox and undo as they were, offline with a token long gone', async () => {
    const { wave, cases } = await openWave(lead, { strata: ['mitt'], cases: 1 });
    await assign(lead, cases, ina);
    const [one] = cases;
    if (!one) throw new Error('one case was drawn');
    ina.device.network.set('down');
    const made = await interview(ina, one, wave, 'före kraschen');
    ina.device.clock.now += 400 * 24 * 3_600_000;
    ina.device.crash();
    const app = await openDevice(ina.device.tab());
    expect(app.state.get()).toMatchObject({ kind: 'locked', accounts: 1, drafts: 1 });
    expect(await app.unlock('fel fras')).toEqual({ ok: false, error: { type: 'wrong_passphrase' } });
    const engine = expectOk(await app.unlock(ina.passphrase));
    expect(engine.me.role).toBe('interviewer');
    expect(engine.outbox.get().map(({ id }) => id)).toContain(made.command);
    expect([...engine.view.get().all('case')].map(({ id }) => id)).toContain(one.id);
    ina.device.clock.now = Date.now();
    ina.device.network.set('up');
    await engine.sync();
    // Made by a clock some hours ahead; put right, it waits no longer than any delay.
    ina.device.advance(HOURS_3);
    await engine.sync();
    ina.device.advance(HOURS_3);
    await engine.sync();
    expect(engine.status.get().waiting).toEqual({ interviews: 0, other: 0 });
    ina = { ...ina, app, engine };
  });

  it('believes no login page of a hotel', async () => {
    ina.device.network.set('captive');
    await ina.engine.sync();
    expect(ina.engine.status.get().session).toBe('signed_in');
    ina.device.network.set('up');
    await ina.engine.sync();
    expect(ina.engine.status.get().online).toBe(true);
  });

  it('takes its work to another device in an encrypted file, and nothing is doubled', async () => {
    const { wave, cases } = await openWave(lead, { strata: ['ö'], cases: 1 });
    await assign(lead, cases, ivar);
    const [one] = cases;
    if (!one) throw new Error('one case was drawn');
    ivar.device.network.set('down');
    await interview(ivar, one, wave, 'Skogaholmslimpa');
    const file = await ivar.engine.backup();
    expect(await file.text()).not.toContain('Skogaholm');
    const { device, app } = await newDevice(home);
    expect(await app.restore(file, 'fel')).toEqual({ ok: false, error: { type: 'wrong_passphrase' } });
    const engine = expectOk(await app.restore(file, ivar.passphrase));
    const before = await count('hand_in_log');
    for (const [machine, e] of [
      [device, engine],
      [ivar.device, ivar.engine],
    ] as const) {
      machine.network.set('up');
      await e.sync();
      machine.advance(HOURS_3);
      await e.sync();
    }
    expect(await count('hand_in_log')).toBe(before + 1);
    await engine.close();
  });
});

describe('the server forgets and remembers', () => {
  it('is offered again what a restored backup lost, and doubles nothing of what it kept', async () => {
    const { wave, cases } = await openWave(lead, { strata: ['åter'], cases: 2 });
    await assign(lead, cases, ivar);
    for (const one of cases) await interview(ivar, one, wave, `återställd ${one.name}`);
    await ivar.engine.sync();
    ivar.device.advance(HOURS_3);
    await ivar.engine.sync();
    const before = await count('waiting');
    const lost = await sql.query(
      `with gone as (delete from public.waiting where wave = $1 and hand_in in
         (select hand_in from public.waiting where wave = $1 limit 1) returning hand_in)
       delete from public.hand_in_log where id in (select hand_in from gone) returning id`,
      [wave.id],
    );
    expect(lost.rowCount).toBe(1);
    // The older dump counts as it counted then.
    await sql.query('update public.tally set handed_in = handed_in - 1 where wave = $1 and handed_in > 0', [
      wave.id,
    ]);
    await sql.query('select internal.new_epoch()');
    await ivar.engine.sync();
    ivar.device.advance(HOURS_3);
    await ivar.engine.sync();
    expect(await count('waiting')).toBe(before);
    expect(ivar.engine.status.get().waiting).toEqual({ interviews: 0, other: 0 });
    expect([...ivar.engine.view.get().all('case')].length).toBeGreaterThan(0);
  });

  it('a later backup lets the device forget its masked copies', async () => {
    const kept = () => ivar.engine.outbox.get().filter(({ state }) => state === 'confirmed').length;
    expect(kept()).toBeGreaterThan(0);
    expectOk(await lead.engine.act('report_backup', { at: new Date().toISOString() }));
    await ivar.engine.sync();
    expect(kept()).toBe(0);
  });
});

describe('two tabs of one device', () => {
  it('open with one key, both append, one sends, and each sees what the other did', async () => {
    const { cases } = await openWave(lead, { strata: ['flik'], cases: 2 });
    const second = await openDevice(lead.device.tab());
    const state = second.state.get();
    if (state.kind !== 'open') throw new Error('the open tab hands over its key');
    await state.engine.sync();
    const [one, other] = cases;
    if (!one || !other) throw new Error('two cases were drawn');
    const assignee = ina.engine.me.id;
    expectOk(await state.engine.execute('case.assign', { case: one.id, assignee }));
    expectOk(await lead.engine.execute('case.assign', { case: other.id, assignee }));
    await lead.engine.sync();
    const { rows } = await sql.query<{ n: number }>(
      'select count(*)::int as n from public."case" where id = any ($1) and assignee = $2',
      [[one.id, other.id], assignee],
    );
    expect(rows).toEqual([{ n: 2 }]);
    await state.engine.close();
  });
});

describe('shared state', () => {
  it('undo gives a case back, and is refused when somebody wrote since', async () => {
    const { cases } = await openWave(lead, { strata: ['ångra'], cases: 1 });
    const [one] = cases;
    if (!one) throw new Error('one case was drawn');
    const assignee = () => lead.engine.view.get().get('case', one.id)?.assignee;
    expectOk(await lead.engine.execute('case.assign', { case: one.id, assignee: ina.engine.me.id }));
    expect(assignee()).toBe(ina.engine.me.id);
    expectOk(await lead.engine.undo());
    expect(assignee()).toBeNull();
    await lead.engine.sync();
    expect(assignee()).toBeNull();
    expect(lead.engine.outbox.get().filter(({ stream }) => stream === 'cases')).toEqual([]);
  });

  it('disjoint edits of two leads merge; the same field keeps both values and says so', async () => {
    const { wave } = await openWave(lead, { strata: ['text'], cases: 1 });
    const bo = await inviteAndJoin(home, lead, 'lead');
    await bo.engine.sync();
    bo.device.network.set('down');
    lead.device.network.set('down');
    expectOk(
      await lead.engine.execute('wave.edit', { wave: wave.id, fields: { controller: 'A', minutes: '40' } }),
    );
    expectOk(await bo.engine.execute('wave.edit', { wave: wave.id, fields: { notice_url: 'B' } }));
    expectOk(await bo.engine.execute('wave.edit', { wave: wave.id, fields: { minutes: '50' } }));
    lead.device.network.set('up');
    await lead.engine.sync();
    bo.device.network.set('up');
    await bo.engine.sync();
    expect(bo.engine.view.get().get('wave', wave.id)?.fields).toMatchObject({
      controller: 'A',
      minutes: '40',
      notice_url: 'B',
    });
    expect(bo.engine.outbox.get()).toMatchObject([
      {
        kind: 'wave.edit',
        state: 'conflict',
        reason: 'stale',
        fields: [{ field: 'minutes', mine: '50', theirs: '40' }],
      },
    ]);
    await bo.engine.close();
  });

  it('a conflict is settled by its author: own values go again, or the others stand and the rest goes', async () => {
    const { wave } = await openWave(lead, { strata: ['val'], cases: 1 });
    const bo = await inviteAndJoin(home, lead, 'lead');
    await bo.engine.sync();
    const meet = async (mine: string, theirs: string, more: Record<string, string>): Promise<string> => {
      bo.device.network.set('down');
      expectOk(await bo.engine.execute('wave.edit', { wave: wave.id, fields: { minutes: mine, ...more } }));
      expectOk(await lead.engine.execute('wave.edit', { wave: wave.id, fields: { minutes: theirs } }));
      await lead.engine.sync();
      bo.device.network.set('up');
      await bo.engine.sync();
      return bo.engine.outbox.get()[0]?.id ?? '';
    };
    const agreed = async () => {
      await bo.engine.sync();
      await lead.engine.sync();
      const [one, other] = [bo, lead].map(({ engine }) => engine.view.get().get('wave', wave.id)?.fields);
      expect(one).toEqual(other);
      expect(bo.engine.outbox.get()).toEqual([]);
      return one;
    };
    expectOk(await bo.engine.settleConflict(await meet('50', '40', {}), 'mine'));
    expect(await agreed()).toMatchObject({ minutes: '50' });
    expectOk(await bo.engine.settleConflict(await meet('60', '70', { controller: 'Bo' }), 'theirs'));
    expect(await agreed()).toMatchObject({ minutes: '70', controller: 'Bo' });
    expectOk(await bo.engine.settleConflict(await meet('80', '90', {}), 'theirs'));
    expect(await agreed()).toMatchObject({ minutes: '90' });
    await bo.engine.close();
  });
});
