import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InterviewRow } from '../../src/study/rows.ts';
import { answered, complete, type HandInPlan, handIn, sendHandIn } from './commands.ts';
import { draftWave, newPerson, openWave, type Person, publish, value, type Wave } from './people.ts';
import { openScene, type Scene } from './scene.ts';

describe('release by cells', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ k: 3, cases: { north: 30, south: 10 } });
  });
  afterAll(() => scene.home.stop());

  const interviewsOf = async (reader: Person, wave: string): Promise<readonly InterviewRow[]> => {
    const { rows } = await reader.pull('interviews');
    return rows
      .filter(({ table, row }) => table === 'interview' && row !== null)
      .map(({ row }) => row as unknown as InterviewRow)
      .filter((row) => row.wave === wave);
  };

  /** Completes as many cases and hands in as many interviews. */
  const interview = async (wave: Wave, plans: readonly HandInPlan[]): Promise<readonly string[]> => {
    const free = await scene.home.sql<{ id: string }>(
      `select id from "case" where wave = $1 and completed_by is null order by code limit $2`,
      [wave.id, plans.length],
    );
    await complete(scene.lead, scene.interviewer, free);
    const batch = plans.map((plan) => sendHandIn(handIn(wave, plan)));
    const answers = await scene.interviewer.push('interviews', batch);
    expect(answers.map(({ result }) => result)).toEqual(plans.map(() => 'accepted'));
    return batch.map(({ id }) => id);
  };
  const times = (n: number, plan: HandInPlan): readonly HandInPlan[] => Array.from({ length: n }, () => plan);

  it('lets k leave a cell when 2k wait in it, and nobody read what waits', async () => {
    const { lead, coder, interviewer, wave } = scene;
    await interview(wave, times(5, { stratum: 'north' }));
    expect(await interviewsOf(coder, wave.id)).toEqual([]);
    expect(await interviewsOf(lead, wave.id)).toEqual([]);
    expect(await lead.overview(wave.id)).toMatchObject({ waiting: 5, released: 0, unread: 0 });
    // Another cell fills on its own.
    await interview(wave, times(5, { stratum: 'south' }));
    expect(await interviewsOf(lead, wave.id)).toEqual([]);

    await interview(wave, [{ stratum: 'north' }]);
    const read = await interviewsOf(coder, wave.id);
    expect(read.map(({ stratum }) => stratum)).toEqual(['north', 'north', 'north']);
    expect(await lead.overview(wave.id)).toMatchObject({ waiting: 8, released: 3 });
    expect((await interviewer.pull('interviews')).rows).toEqual([]);
  });

  it('gives a released interview a new id, the month and nothing more', async () => {
    const [row] = await interviewsOf(scene.coder, scene.wave.id);
    expect(row).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      wave: scene.wave.id,
      stratum: 'north',
      instrument: scene.wave.instrument,
      month: new Date().toISOString().slice(0, 7),
      role: null,
      language: null,
      mode: null,
      completeness: null,
    });
    const commands = await scene.home.sql<{ id: string }>('select id from hand_in_log');
    expect(commands.map(({ id }) => id)).not.toContain(row?.id);
  });

  it('draws who leaves at random: the one handed in last stays as often as any other', async () => {
    // 24 cells of one shape; were it always the oldest that leave, the last would never be among them.
    const strata = Object.fromEntries(Array.from({ length: 24 }, (_, i) => [`s${i}`, 6]));
    const wave = await openWave(scene.lead, { k: 3, cases: strata });
    const ids = await interview(
      wave,
      wave.strata.flatMap((stratum) => times(4, { stratum })),
    );
    const last = await interview(
      wave,
      wave.strata.flatMap((stratum) => times(2, { stratum })),
    );
    const released = await scene.home.sql<{ hand_in: string }>(
      'select hand_in from interview where wave = $1',
      [wave.id],
    );
    const gone = new Set(released.map(({ hand_in }) => hand_in));
    expect(gone.size).toBe(24 * 3);
    const left = (list: readonly string[]): number => list.filter((id) => gone.has(id)).length;
    // Binomial with p = 1/2 over 48 and 96; five standard deviations.
    expect(Math.abs(left(last) - 24)).toBeLessThan(18);
    expect(Math.abs(left(ids) - 48)).toBeLessThan(25);
  });

  it('at the close lets everything leave, cells under k merged in the order fixed before the first call', async () => {
    const { lead, coder } = scene;
    const wave = await openWave(lead, { k: 3, cases: { a: 9, b: 9, c: 9, d: 9 } });
    await interview(wave, [
      ...times(4, { stratum: 'a' }),
      ...times(2, { stratum: 'b' }),
      ...times(2, { stratum: 'c' }),
      ...times(1, { stratum: 'd' }),
    ]);
    expect(await lead.act('close_wave', { wave: wave.id })).toEqual({
      ok: true,
      value: { released: 9, unread: 0 },
    });
    const strata = (await interviewsOf(coder, wave.id)).map(({ stratum }) => stratum).sort();
    expect(strata).toEqual([...Array(4).fill('a'), ...Array(5).fill('b+c+d')]);
    expect(await lead.overview(wave.id)).toEqual({
      waiting: 0,
      released: 9,
      unread: 0,
      cases: { new: 0, active: 0, interviewed: 9, closed: 27 },
    });
  });

  it('keeps fewer than k in all unread, and what comes late waits until 2k wait in its cell', async () => {
    const { lead, coder } = scene;
    const wave = await openWave(lead, { k: 3, cases: { a: 20 } });
    await interview(wave, times(2, { stratum: 'a' }));
    expect(await lead.act('close_wave', { wave: wave.id })).toMatchObject({
      value: { released: 0, unread: 2 },
    });
    expect(await lead.overview(wave.id)).toMatchObject({ waiting: 0, released: 0, unread: 2 });
    await interview(wave, times(3, { stratum: 'a' }));
    expect(await interviewsOf(coder, wave.id)).toEqual([]);
    await interview(wave, times(1, { stratum: 'a' }));
    expect(await interviewsOf(coder, wave.id)).toHaveLength(3);
    expect(await lead.act('close_wave', { wave: wave.id })).toEqual({ ok: false, reason: 'wrong_state' });
  });

  it('shows role, language, mode and completeness at the close only, where k share them', async () => {
    const { lead, coder } = scene;
    const wave = await openWave(lead, { k: 3, cases: { a: 20 } });
    await interview(wave, [
      ...times(6, { stratum: 'a', background: { role: 'ciso' } }),
      ...times(2, { stratum: 'a', background: { role: 'buyer' } }),
    ]);
    expect((await interviewsOf(coder, wave.id)).every(({ role }) => role === null)).toBe(true);
    value(await lead.act('close_wave', { wave: wave.id }));
    const roles = (await interviewsOf(coder, wave.id)).map(({ role, language, mode, completeness }) =>
      [role, language, mode, completeness].join(),
    );
    expect(roles.sort()).toEqual([...Array(2).fill(',,,'), ...Array(6).fill('ciso,sv,telephone,complete')]);
  });

  it('merges across instrument versions what one version alone leaves under k', async () => {
    const { lead, coder } = scene;
    const wave = await openWave(lead, { k: 3, cases: { a: 9, b: 9 } });
    await interview(wave, times(2, { stratum: 'a' }));
    const second = await publish(lead, wave.id, { title: 'Second', pages: [] });
    await interview({ ...wave, instrument: second }, times(2, { stratum: 'b' }));
    value(await lead.act('close_wave', { wave: wave.id }));
    const rows = await interviewsOf(coder, wave.id);
    expect(rows).toHaveLength(4);
    for (const row of rows)
      expect(row).toMatchObject({ stratum: 'a+b', instrument: `${wave.instrument}+${second}` });
  });

  it('releases no answer to a question that only one of the joined versions asks', async () => {
    const { lead, coder, home } = scene;
    const wave = await openWave(lead, { k: 3, cases: { a: 9 } });
    await interview(wave, times(2, { stratum: 'a', answers: { 'A1.1': answered('Samma fråga.') } }));
    const second = await publish(lead, wave.id, { title: 'One more question', pages: [] });
    const odd = { 'A1.1': answered('Samma fråga.'), 'A9.9': answered('Bara vi fick den.') };
    await interview({ ...wave, instrument: second }, times(1, { stratum: 'a', answers: odd }));
    value(await lead.act('close_wave', { wave: wave.id }));
    expect(await interviewsOf(coder, wave.id)).toHaveLength(3);
    expect(
      await home.sql('select question, count(*)::int as n from answer where wave = $1 group by question', [
        wave.id,
      ]),
    ).toEqual([{ question: 'A1.1', n: 3 }]);
  });

  it('holds k at 3 at least, and lets nobody lower it once the wave is open', async () => {
    const args = { wave: crypto.randomUUID(), label: '', year: 2026, k: 2, fields: {} };
    expect(await scene.lead.act('create_wave', args)).toEqual({ ok: false, reason: 'k_too_small' });
    await expect(scene.home.sql('update wave set k = 2 where id = $1', [scene.wave.id])).rejects.toThrow(
      'k can only grow',
    );
    await expect(
      scene.home.sql("update wave set merge_order = '{south,north}' where id = $1", [scene.wave.id]),
    ).rejects.toThrow('merge order');
    await expect(
      scene.home.sql("update wave set status = 'open' where status = 'closed'", []),
    ).rejects.toThrow('final');
  });

  it('does not read interviews to a coder in whose wave the account has been given a case', async () => {
    const { home, lead } = scene;
    const wave = await draftWave(lead, { k: 3, cases: { a: 12 } });
    const caller = await newPerson(home, lead, 'interviewer');
    value(await lead.act('open_wave', { wave: wave.id, merge_order: ['a'] }));
    await complete(lead, caller, wave.cases.slice(0, 6));
    await caller.push(
      'interviews',
      times(6, { stratum: 'a' }).map((plan) => sendHandIn(handIn(wave, plan))),
    );
    const change = { person: caller.id, role: 'coder' as const };
    expect(await lead.act('change_role', change)).toEqual({ ok: false, reason: 'wrong_state' });
    value(await lead.act('close_wave', { wave: wave.id }));
    value(await lead.act('change_role', change));
    expect(await interviewsOf(scene.coder, wave.id)).toHaveLength(6);
    expect(await interviewsOf(caller, wave.id)).toEqual([]);
    expect(await interviewsOf(caller, scene.wave.id)).not.toEqual([]);
  });
});
