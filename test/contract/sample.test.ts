import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseRow, DrawRow, ReplicateRow } from '../../src/study/rows.ts';
import { assign } from './commands.ts';
import { drawOf } from './drawing.ts';
import { newPerson, type Person, publish, value } from './people.ts';
import { openScene, type Scene } from './scene.ts';

describe('the sample', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene.home.stop());

  const newWave = async (): Promise<string> => {
    const wave = randomUUID();
    value(await scene.lead.act('create_wave', { wave, label: '', year: 2026, k: 3, fields: {} }));
    return wave;
  };
  const opened = async () => {
    const wave = await newWave();
    const draw = drawOf(wave);
    value(await scene.lead.act('draw_sample', draw));
    await publish(scene.lead, wave, { pages: [] });
    value(await scene.lead.act('open_wave', { wave, merge_order: ['north', 'south'] }));
    return draw;
  };
  const seen = async <Row>(reader: Person, table: string, wave: string): Promise<readonly Row[]> =>
    (await reader.pull('study')).rows
      .filter((one) => one.table === table && one.row !== null)
      .map(({ row }) => row as unknown as Row)
      .filter((row) => (row as { readonly wave: string }).wave === wave);
  const release = (wave: string, stratum: string | null, replicate: number, reason = 'few answer') =>
    scene.lead.act('release_replicate', { wave, stratum, replicate, reason });

  it('is drawn whole, with how it was drawn and its reserve in order', async () => {
    const wave = await newWave();
    const draw = drawOf(wave);
    expect(value(await scene.lead.act('draw_sample', draw))).toEqual({ drawn: 10, replicates: 2 });
    expect(await seen<DrawRow>(scene.lead, 'draw', wave)).toEqual([
      {
        id: draw.draw,
        wave,
        seed: '2026',
        target: 6,
        response: 60,
        allocation: 'proportional',
        strata: [
          { stratum: 'north', parts: ['north', 'far north'], population: 8, drawn: 5 },
          { stratum: 'south', parts: ['south'], population: 5, drawn: 5 },
        ],
      },
    ]);
    expect(await seen<ReplicateRow>(scene.lead, 'replicate', wave)).toEqual(
      draw.reserve.map((replicate) => ({ ...replicate, wave, reason: null })),
    );
    expect((await seen<CaseRow>(scene.lead, 'case', wave)).map(({ id }) => id)).toEqual(
      draw.cases.map(({ id }) => id),
    );
    // Once: a second draw would let one choose among samples.
    expect(await scene.lead.act('draw_sample', drawOf(wave))).toMatchObject({ reason: 'wrong_state' });
  });

  it('refuses what does not add up, and keeps nothing of it', async () => {
    const wave = await newWave();
    const good = drawOf(wave);
    const [first, second] = good.reserve;
    const [unit] = good.cases;
    if (!first || !second || !unit) throw new Error('a draw has cases and a reserve');
    const { stratum: _, ...bare } = unit;
    for (const [what, change] of Object.entries({
      'more than the stratum has': {
        strata: [{ stratum: 'north', parts: [], population: 7 }, good.strata[1]],
      },
      'a stratum not listed': { strata: [good.strata[0]] },
      'a unit both drawn and in reserve': { reserve: [{ ...first, units: [bare] }] },
      'a code twice': { cases: [...good.cases, { ...unit, id: randomUUID() }] },
      'a gap in the numbers': { reserve: [second] },
      'a reserve of what was not drawn': { cases: good.cases.filter(({ stratum }) => stratum === 'south') },
      'an empty replicate': { reserve: [{ ...first, units: [] }] },
      'an impossible response': { response: 101 },
      'no target': { target: 0 },
      'another allocation': { allocation: 'as I like' },
      'a name that joins strata': { cases: [{ ...unit, stratum: 'a + b' }] },
    }))
      expect(await scene.lead.act('draw_sample', { ...good, ...change } as never), what).toEqual({
        ok: false,
        reason: 'malformed',
      });
    expect(await scene.lead.act('draw_sample', { ...good, wave: randomUUID() })).toMatchObject({
      reason: 'unknown_reference',
    });
    expect(await seen(scene.lead, 'case', wave)).toEqual([]);
    expect(await seen(scene.lead, 'replicate', wave)).toEqual([]);
  });

  it('shows draw and reserve to leads alone, and a unit to its interviewer once released and assigned', async () => {
    const { home, lead, interviewer, coder } = scene;
    const { wave, reserve } = await opened();
    for (const reader of [interviewer, coder])
      for (const table of ['draw', 'replicate', 'case'])
        expect(await seen(reader, table, wave), table).toEqual([]);
    const code = async (reader: Person) => JSON.stringify((await reader.pull('study')).rows);
    expect(await code(interviewer)).not.toContain('north-6');
    value(await release(wave, 'north', 1));
    const id = reserve[0]?.units[0]?.id ?? '';
    await lead.push('cases', [assign(id, interviewer.id)]);
    expect(await seen<CaseRow>(interviewer, 'case', wave)).toMatchObject([
      { id, code: 'north-6', status: 'new' },
    ]);
    expect(await code(interviewer)).not.toContain('north-7');
    // Whoever ceases to be a lead loses sight of both.
    const other = await newPerson(home, lead, 'lead', 'Other');
    expect(await seen(other, 'replicate', wave)).toHaveLength(2);
    value(await lead.act('change_role', { person: other.id, role: 'interviewer' }));
    const page = await other.pull('study');
    expect(page.rows.filter(({ table }) => table === 'draw' || table === 'replicate')).toEqual([]);
  });

  it('releases whole replicates in their order, with a reason, and counts every unit from then on', async () => {
    const { lead, home } = scene;
    const { wave, reserve, cases } = await opened();
    const cursor = (await lead.pull('study')).cursor;
    for (const [stratum, replicate, reason, refusal] of [
      ['north', 2, 'x', 'wrong_state'], // the first is next
      ['south', 1, 'x', 'wrong_state'], // has none
      ['west', 1, 'x', 'wrong_state'],
      ['north', 1, ' ', 'malformed'],
      ['north', 1, 'x'.repeat(501), 'malformed'],
    ] as const)
      expect(await release(wave, stratum, replicate, reason)).toEqual({ ok: false, reason: refusal });
    expect(value(await release(wave, 'north', 1))).toEqual({ replicates: 1, released: 2 });
    expect(await release(wave, 'north', 1)).toMatchObject({ reason: 'wrong_state' });
    // Without a stratum: that number wherever it is the next.
    expect(value(await release(wave, null, 2, 'the last of all'))).toEqual({ replicates: 1, released: 1 });

    const all = await seen<CaseRow>(lead, 'case', wave);
    expect(all).toHaveLength(cases.length + 3);
    expect((await lead.overview(wave))?.cases).toEqual({ new: 13, active: 0, interviewed: 0, closed: 0 });
    expect(all.filter(({ stratum }) => stratum === 'north').map(({ id }) => id)).toEqual(
      expect.arrayContaining(reserve.flatMap(({ units }) => units.map(({ id }) => id))),
    );
    // Step by step as well as from nothing.
    const news = (await lead.pull('study', cursor)).rows.map(({ table }) => table);
    expect(news.toSorted()).toEqual(['case', 'case', 'case', 'replicate', 'replicate']);
    expect((await seen<ReplicateRow>(lead, 'replicate', wave)).map(({ reason }) => reason)).toEqual([
      'few answer',
      'the last of all',
    ]);
    const audit = await home.sql<{ person: string }>(
      "select person from audit where what = 'replicate.release' and about = any ($1) order by id",
      [reserve.map(({ id }) => id)],
    );
    expect(audit.map(({ person }) => person)).toEqual([lead.id, lead.id]);
    // Nobody takes a release back, the owner of the table by mistake included.
    await expect(home.sql('update replicate set reason = null where wave = $1', [wave])).rejects.toThrow(
      'released whole, once',
    );
  });

  it('releases only while the wave is open, and once for one id', async () => {
    const { lead } = scene;
    const draft = await newWave();
    value(await lead.act('draw_sample', drawOf(draft)));
    expect(await release(draft, 'north', 1)).toMatchObject({ reason: 'wrong_state' });
    const { wave } = await opened();
    const id = randomUUID();
    const args = { wave, stratum: 'north', replicate: 1, reason: 'few answer' };
    const once = await lead.act('release_replicate', args, id);
    expect(await lead.act('release_replicate', args, id)).toEqual(once);
    expect(await lead.act('release_replicate', { ...args, replicate: 2 }, id)).toMatchObject({
      reason: 'other_content',
    });
    value(await lead.act('close_wave', { wave }));
    expect(await release(wave, 'north', 2)).toMatchObject({ reason: 'wrong_state' });
  });
});
