import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WaveRow } from '../../src/study/rows.ts';
import { command, complete, handIn, only, sendHandIn } from './commands.ts';
import { openWave, value } from './people.ts';
import { openScene, type Scene } from './scene.ts';

/** A pilot is said when a wave is made, and stays apart. */
describe('a pilot', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ k: 3, cases: { north: 6 } });
  });
  afterAll(() => scene.home.stop());

  const wave = async (id: string): Promise<WaveRow | undefined> =>
    (await scene.lead.pull('study')).rows
      .filter(({ table, row }) => table === 'wave' && row !== null)
      .map(({ row }) => row as unknown as WaveRow)
      .find((row) => row.id === id);
  const create = (more: object) =>
    scene.lead.act('create_wave', {
      wave: randomUUID(),
      label: 'Pilot',
      year: 2026,
      k: 3,
      fields: {},
      ...more,
    } as never);

  it('is a wave that says so; any other wave says nothing', async () => {
    const { wave: pilot } = value(await create({ pilot: true }));
    const { wave: main } = value(await create({ pilot: false }));
    expect((await wave(pilot))?.pilot).toBe(true);
    expect(await wave(main)).not.toHaveProperty('pilot');
    expect(await wave(scene.wave.id)).not.toHaveProperty('pilot');
    for (const wrong of ['yes', 1, null])
      expect(await create({ pilot: wrong }), String(wrong)).toEqual({ ok: false, reason: 'malformed' });
    expect(await create({ pilot: true, k: 2 })).toEqual({ ok: false, reason: 'k_too_small' });
  });

  it('cannot be said or unsaid afterwards', async () => {
    const { wave: pilot } = value(await create({ pilot: true }));
    const edit = command('wave.edit', { wave: pilot, fields: { pilot: '' } }, { pilot: 1 });
    expect(only(await scene.lead.push('writing', [edit]))).toMatchObject({ reason: 'malformed' });
    expect((await wave(pilot))?.pilot).toBe(true);
  });

  it('never fills a cell of another wave: its interviews wait among themselves', async () => {
    const pilot = await openWave(scene.lead, { k: 3, cases: { north: 6 } });
    await scene.home.sql('update wave set pilot = true where id = $1', [pilot.id]);
    await complete(scene.lead, scene.interviewer, pilot.cases);
    await complete(scene.lead, scene.interviewer, scene.wave.cases);
    const send = (of: typeof pilot, n: number) =>
      scene.interviewer.push(
        'interviews',
        Array.from({ length: n }, () => sendHandIn(handIn(of))),
      );
    await send(pilot, 5);
    await send(scene.wave, 5);
    const released = () => scene.home.sql<{ wave: string }>('select wave from interview');
    expect(await released()).toEqual([]);
    await send(scene.wave, 1);
    expect((await released()).map((row) => row.wave)).toEqual(Array(3).fill(scene.wave.id));
  });
});
