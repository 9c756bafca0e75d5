import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OUTCOME_TABLE } from '../../src/study/dispositions.ts';
import { writePool } from '../../src/study/pool.ts';
import type { CaseRow, LeaseRow, Outcome } from '../../src/study/rows.ts';
import { appointment, assign, attempt, command, contact, only } from './commands.ts';
import { newPerson, openWave, type Person, value, type Wave } from './people.ts';
import { openScene, type Scene } from './scene.ts';

/** The pool: cases lent to one interviewer at a time. Waves are many, so that tests do not share one. */
describe('leases', () => {
  let scene: Scene;
  let people: readonly Person[];
  beforeAll(async () => {
    scene = await openScene();
    const { home, lead, interviewer } = scene;
    people = [interviewer];
    for (const name of ['Bo', 'Cia', 'Dan'])
      people = [...people, await newPerson(home, lead, 'interviewer', name)];
  });
  afterAll(() => scene.home.stop());

  const who = (n: number): Person => people[n] ?? scene.interviewer;
  const poolWave = async (cases: number, hours = 24): Promise<Wave> => {
    const wave = await openWave(scene.lead, { cases: { north: cases } });
    const pool = writePool({ on: true, hours, block: 5 });
    const edit = command('wave.edit', { wave: wave.id, fields: { pool } }, { pool: 1 });
    expect(only(await scene.lead.push('writing', [edit]))).toMatchObject({ result: 'accepted' });
    return wave;
  };
  const lease = (person: Person, wave: Wave, up_to: number) =>
    person.act('lease_cases', { wave: wave.id, up_to });
  const seen = async (person: Person, table: string, wave: Wave): Promise<readonly string[]> =>
    (await person.pull('study')).rows
      .filter((row) => row.table === table && (row.row as { wave?: string } | null)?.wave === wave.id)
      .map(({ id }) => id);
  const expire = (wave: Wave): Promise<unknown> =>
    scene.home.sql("update lease set until = now() - interval '1 second' where wave = $1", [wave.id]);
  const holder = async (id: string): Promise<string | null> => {
    const [row] = await scene.home.sql<{ assignee: string | null }>(
      'select assignee from "case" where id = $1',
      [id],
    );
    return row?.assignee ?? null;
  };
  const caseOf = (wave: Wave, n: number): string => wave.cases[n]?.id ?? '';

  it('are for interviewers of a wave with a pool, and for more than three of them', async () => {
    const wave = await poolWave(3);
    const plain = await openWave(scene.lead, { cases: { north: 3 } });
    for (const person of [scene.lead, scene.coder])
      for (const answer of [
        await lease(person, wave, 1),
        await person.act('release_cases', { cases: [caseOf(wave, 0)] }),
      ])
        expect(answer).toEqual({ ok: false, reason: 'not_allowed' });
    expect(await lease(who(0), plain, 1)).toEqual({ ok: false, reason: 'wrong_state' });
    expect(await who(0).act('lease_cases', { wave: randomUUID(), up_to: 1 })).toMatchObject({
      reason: 'unknown_reference',
    });
    for (const up_to of [0, 101, 1.5, -1])
      expect(await lease(who(0), wave, up_to), String(up_to)).toMatchObject({ reason: 'malformed' });
    expect(await who(0).act('release_cases', { cases: [] })).toMatchObject({ reason: 'malformed' });
    // One leaves: three know of each other's calls.
    const fifth = await newPerson(scene.home, scene.lead, 'interviewer', 'Eva');
    for (const person of [fifth, who(3)])
      value(await scene.lead.act('deactivate_person', { person: person.id }));
    expect(await lease(who(0), wave, 1)).toEqual({ ok: false, reason: 'wrong_state' });
    people = [...people.slice(0, 3), await newPerson(scene.home, scene.lead, 'interviewer', 'Fia')];
    expect(await lease(who(0), wave, 1)).toMatchObject({ ok: true });
  });

  it('lend each case to one, fill up to what is asked, and show it to its holder and leads alone', async () => {
    const wave = await poolWave(9);
    expect(value(await lease(who(0), wave, 4))).toEqual({ leased: 4, held: 4 });
    expect(value(await lease(who(0), wave, 4))).toEqual({ leased: 0, held: 4 });
    expect(value(await lease(who(1), wave, 4))).toEqual({ leased: 4, held: 4 });
    expect(value(await lease(who(2), wave, 4))).toEqual({ leased: 1, held: 1 });
    const held: (readonly string[])[] = [];
    for (const n of [0, 1, 2]) held.push(await seen(who(n), 'case', wave));
    expect(held.map((ids) => ids.length)).toEqual([4, 4, 1]);
    expect(new Set(held.flat()).size).toBe(9);
    for (const n of [0, 1, 2])
      expect((await seen(who(n), 'lease', wave)).toSorted()).toEqual(held[n]?.toSorted());
    expect(await seen(scene.lead, 'lease', wave)).toHaveLength(9);
    expect(await seen(scene.coder, 'lease', wave)).toEqual([]);
    const [row] = (await who(2).pull('study')).rows.filter(
      (one) => one.table === 'lease' && one.id === held[2]?.[0],
    );
    const { until, ...rest } = (row?.row ?? {}) as unknown as LeaseRow;
    expect(rest).toEqual({ id: row?.id, case: row?.id, wave: wave.id, person: who(2).id });
    expect(Date.parse(until) - Date.now()).toBeGreaterThan(23 * 3_600_000);
    expect(Date.parse(until) - Date.now()).toBeLessThanOrEqual(24 * 3_600_000);
  });

  it('give sight of the case with all that hangs on it, and take it again when given back', async () => {
    const wave = await poolWave(1);
    const id = caseOf(wave, 0);
    const [call, soft, person] = [attempt(id, 'no_answer'), randomUUID(), randomUUID()];
    await scene.lead.push('cases', [call, appointment(id, { kind: 'soft' }, soft), contact(id, person)]);
    const [before, others] = [await who(0).pull('study'), await who(1).pull('study')];
    value(await lease(who(0), wave, 5));
    const won = (await who(0).pull('study', before.cursor)).rows;
    expect(won.map(({ table, row }) => [table, row !== null]).toSorted()).toEqual([
      ['appointment', true],
      ['attempt', true],
      ['case', true],
      ['contact', true],
      ['lease', true],
    ]);
    expect((await who(1).pull('study', others.cursor)).rows).toEqual([]);
    const { cursor } = await who(0).pull('study');
    expect(value(await who(1).act('release_cases', { cases: [id] }))).toEqual({ released: 0 });
    expect(value(await who(0).act('release_cases', { cases: [id] }))).toEqual({ released: 1 });
    const lost = (await who(0).pull('study', cursor)).rows;
    expect(lost.map(({ table, id: row }) => [table, row]).toSorted()).toEqual(
      [
        ['appointment', soft],
        ['attempt', JSON.parse(call.payload).attempt],
        ['case', id],
        ['contact', person],
        ['lease', id],
      ].toSorted(),
    );
    expect(lost.every(({ row }) => row === null)).toBe(true);
    expect(await holder(id)).toBeNull();
    expect(value(await lease(who(1), wave, 1))).toMatchObject({ leased: 1 });
  });

  it('end by the server’s clock, and go to whoever asks next; half over they are renewed', async () => {
    const wave = await poolWave(2);
    value(await lease(who(0), wave, 2));
    await scene.home.sql("update lease set until = now() + interval '1 hour' where wave = $1", [wave.id]);
    value(await lease(who(0), wave, 2));
    const [row] = await scene.home.sql<{ renewed: boolean }>(
      "select bool_and(until > now() + interval '23 hours') as renewed from lease where wave = $1",
      [wave.id],
    );
    expect(row?.renewed).toBe(true);
    await expire(wave);
    // Not swept before somebody asks: until then its holder keeps sight, and nobody else has any.
    expect(await seen(who(0), 'case', wave)).toHaveLength(2);
    expect(value(await lease(who(1), wave, 1))).toEqual({ leased: 1, held: 1 });
    expect(await seen(who(0), 'case', wave)).toEqual([]);
    expect(await seen(who(1), 'case', wave)).toHaveLength(1);
  });

  it('take both attempts of a case that two called, and mark the one without a lease late', async () => {
    const wave = await poolWave(1);
    const id = caseOf(wave, 0);
    value(await lease(who(0), wave, 1));
    await expire(wave);
    value(await lease(who(1), wave, 1));
    const answers = [
      only(await who(0).push('cases', [attempt(id, 'no_answer')])),
      only(await who(1).push('cases', [attempt(id, 'busy')])),
    ];
    expect(answers).toMatchObject([
      { result: 'accepted', late: true },
      { result: 'accepted', late: false },
    ]);
    // Who was never lent it may not report of it.
    expect(only(await who(2).push('cases', [attempt(id, 'busy')]))).toMatchObject({ reason: 'not_allowed' });
    expect(await holder(id)).toBe(who(1).id);
  });

  it('leave a case with whoever has promised or begun something there, the first to arrive', async () => {
    const wave = await poolWave(6);
    value(await lease(who(0), wave, 6));
    const id = (n: number): string => caseOf(wave, n);
    await who(0).push('cases', [
      attempt(id(0), 'interviewed'),
      attempt(id(1), 'continues'),
      attempt(id(2), 'broken_off'),
      attempt(id(3), 'appointment'),
      appointment(id(3), { kind: 'hard' }),
      attempt(id(4), 'call_back'),
      appointment(id(4), { kind: 'soft' }),
    ]);
    const { rows } = await who(0).pull('study');
    const still = rows.filter(({ table, row }) => table === 'lease' && row !== null).map((row) => row.id);
    expect(still.filter((one) => wave.cases.some((row) => row.id === one)).toSorted()).toEqual(
      [id(4), id(5)].toSorted(),
    );
    await expire(wave);
    value(await lease(who(1), wave, 6));
    const holders: (string | null)[] = [];
    for (const n of [0, 1, 2, 3, 4]) holders.push(await holder(id(n)));
    expect(holders).toEqual([...[0, 1, 2, 3].map(() => who(0).id), who(1).id]);
    // The one whose lease is over agrees on an hour first: the case is his, and the new holder loses sight.
    const { cursor } = await who(1).pull('study');
    expect(only(await who(0).push('cases', [appointment(id(5), { kind: 'hard' })]))).toMatchObject({
      late: true,
    });
    expect(await holder(id(5))).toBe(who(0).id);
    const lost = (await who(1).pull('study', cursor)).rows;
    expect(lost).toContainEqual({ table: 'case', id: id(5), row: null });
    expect(lost).toContainEqual({ table: 'lease', id: id(5), row: null });
  });

  it('are freed when their holder leaves or a lead gives the case to somebody, and by the close', async () => {
    const wave = await poolWave(4);
    const gone = await newPerson(scene.home, scene.lead, 'interviewer', 'Gun');
    value(await lease(gone, wave, 4));
    value(await scene.lead.act('deactivate_person', { person: gone.id }));
    expect(await scene.home.sql('select from lease where person = $1', [gone.id])).toEqual([]);
    expect(value(await lease(who(0), wave, 3))).toEqual({ leased: 3, held: 3 });
    const [mine] = await seen(who(0), 'case', wave);
    const row = (await scene.lead.pull('study')).rows.find(
      (one) => one.table === 'case' && one.id === mine,
    )?.row;
    const rev = (row as unknown as CaseRow).rev.assignee ?? 0;
    // A base from before the loan is stale: the lead sees who has it now.
    expect(only(await scene.lead.push('cases', [assign(mine ?? '', who(1).id, rev - 1)]))).toMatchObject({
      reason: 'stale',
    });
    expect(only(await scene.lead.push('cases', [assign(mine ?? '', who(1).id, rev)]))).toMatchObject({
      result: 'accepted',
    });
    expect(await seen(who(0), 'case', wave)).toHaveLength(2);
    expect(await seen(who(0), 'lease', wave)).toHaveLength(2);
    expect(await seen(who(1), 'lease', wave)).toEqual([]);
    value(await scene.lead.act('close_wave', { wave: wave.id }));
    expect(await seen(who(0), 'lease', wave)).toEqual([]);
    expect(await lease(who(0), wave, 1)).toMatchObject({ reason: 'wrong_state' });
  });

  it('lend nothing that is over, soft appointments first, and what was never called before what was just called', async () => {
    const wave = await poolWave(8);
    const id = (n: number): string => caseOf(wave, n);
    const refusal = (about: string, final: boolean) =>
      command('attempt.record', {
        attempt: randomUUID(),
        case: about,
        outcome: 'refusal',
        at: '2026-11-20T10:15:00.000Z',
        refusal: { reason: 'time', final },
      });
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const minute = new Date(Date.now() - 60_000).toISOString();
    const recent = command('attempt.record', {
      attempt: randomUUID(),
      case: id(6),
      outcome: 'no_answer',
      at: minute,
    });
    await scene.lead.push('cases', [
      attempt(id(0), 'unable'),
      refusal(id(1), true),
      refusal(id(2), false),
      refusal(id(2), false),
      appointment(id(7), { kind: 'soft', at: soon }),
      recent,
    ]);
    expect(value(await lease(who(0), wave, 1))).toEqual({ leased: 1, held: 1 });
    expect(await seen(who(0), 'case', wave)).toEqual([id(7)]);
    value(await lease(who(0), wave, 4));
    expect((await seen(who(0), 'case', wave)).toSorted()).toEqual([id(3), id(4), id(5), id(7)].toSorted());
    expect(value(await lease(who(0), wave, 8))).toEqual({ leased: 1, held: 5 });
  });

  it('know the same outcomes as over as the program does', async () => {
    const [row] = await scene.home.sql<{ never: string[] }>('select internal.never_again() as never');
    const never = (Object.keys(OUTCOME_TABLE) as Outcome[]).filter(
      (outcome) => OUTCOME_TABLE[outcome].again === 'never',
    );
    expect(row?.never.toSorted()).toEqual(never.toSorted());
  });

  it('read as no pool what is not one', async () => {
    for (const text of [
      '',
      '{',
      '[]',
      '7',
      '{"on":"ja"}',
      '{"on":true,"hours":0}',
      '{"on":true,"hours":"24"}',
    ]) {
      const [row] = await scene.home.sql<{ pool: { on: boolean; hours: number } }>(
        `select internal.pool_of(jsonb_populate_record(null::public.wave, jsonb_build_object('fields', jsonb_build_object('pool', $1::text)))) as pool`,
        [text],
      );
      expect(row?.pool, text).toEqual({ on: text.startsWith('{"on":true'), hours: 24 });
    }
  });
});
