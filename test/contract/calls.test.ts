import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttemptRow, Outcome, WaveRow } from '../../src/study/rows.ts';
import { assign, command, complete, handIn, only, sendHandIn } from './commands.ts';
import { draftWave, openWave, type Person, type PlannedWave, value, type Wave } from './people.ts';
import { openScene, type Scene } from './scene.ts';

describe('what an attempt may say of its length', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ cases: { north: 1 } });
    await scene.lead.push('cases', [assign(scene.wave.cases[0]?.id ?? '', scene.interviewer.id)]);
  });
  afterAll(() => scene.home.stop());

  const recorded = (outcome: Outcome, duration: unknown) =>
    command('attempt.record', {
      attempt: randomUUID(),
      case: scene.wave.cases[0]?.id,
      outcome,
      at: '2026-11-23T10:15:00.000Z',
      duration,
    });

  it('is a class of 15 minutes, where no part of an interview was made', async () => {
    const { interviewer } = scene;
    const taken = [0, 1, 7].map((duration) => recorded('refusal', duration));
    for (const answer of await interviewer.push('cases', taken))
      expect(answer).toMatchObject({ result: 'accepted' });
    const rows = (await interviewer.pull('study')).rows.filter(({ table }) => table === 'attempt');
    expect(rows.map(({ row }) => (row as unknown as AttemptRow).duration)).toEqual([0, 1, 7]);
    const refused = [
      ...[8, -1, 1.5, '1', null, 17].map((duration) => recorded('refusal', duration)),
      ...(['interviewed', 'broken_off', 'continues'] as const).map((outcome) => recorded(outcome, 1)),
    ];
    for (const answer of await interviewer.push('cases', refused))
      expect(answer).toMatchObject({ result: 'rejected', reason: 'malformed' });
  });
});

describe('what counts as complete', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ cases: { north: 1 } });
  });
  afterAll(() => scene.home.stop());

  const edit = (wave: string, text: string, rev: number) =>
    command('wave.edit', { wave, fields: { completeness: text } }, { completeness: rev });

  it('is settled before the wave opens; an edit made before and sent after is stale, one made after is refused', async () => {
    const { lead } = scene;
    const wave = await draftWave(lead, { cases: { north: 1 } });
    expect(only(await lead.push('writing', [edit(wave.id, '{"complete":5,"partial":3}', 1)]))).toMatchObject({
      result: 'accepted',
    });
    value(await lead.act('open_wave', { wave: wave.id, merge_order: wave.strata }));
    expect(only(await lead.push('writing', [edit(wave.id, '', 2)]))).toMatchObject({
      result: 'conflict',
      reason: 'stale',
      current: { completeness: { value: '{"complete":5,"partial":3}', rev: 3 } },
    });
    expect(only(await lead.push('writing', [edit(wave.id, '', 3)]))).toMatchObject({
      result: 'rejected',
      reason: 'not_allowed',
    });
    const rows = (await lead.pull('study')).rows.filter(({ id }) => id === wave.id);
    expect(rows[0]?.row).toHaveProperty('fields.completeness', '{"complete":5,"partial":3}');
  });
});

describe('how many were partial', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ cases: { north: 1 } });
  });
  afterAll(() => scene.home.stop());

  const closed = async (plan: PlannedWave, partial: number, whole: number): Promise<number | null> => {
    const { lead, interviewer } = scene;
    const wave: Wave = await openWave(lead, plan);
    await complete(lead, interviewer, wave.cases.slice(0, partial + whole));
    const sent = Array.from({ length: partial + whole }, (_, n) =>
      sendHandIn(handIn(wave, { background: { completeness: n < partial ? 'partial' : 'complete' } })),
    );
    await interviewer.push('interviews', sent);
    expect(await partialsSeen(lead, wave)).toBeNull();
    value(await lead.act('close_wave', { wave: wave.id }));
    return partialsSeen(lead, wave);
  };
  const partialsSeen = async (lead: Person, wave: Wave): Promise<number | null> => {
    const found = (await lead.pull('study')).rows.find(({ id }) => id === wave.id);
    return (found?.row as WaveRow | undefined)?.partials ?? null;
  };

  it('is one number, known at the close, and not where either sort is fewer than k', async () => {
    const plan = { k: 3, cases: { north: 12 } };
    expect(await closed(plan, 3, 5)).toBe(3);
    expect(await closed(plan, 0, 5)).toBe(0);
    expect(await closed(plan, 4, 0)).toBe(4);
    expect(await closed(plan, 2, 6)).toBeNull();
    expect(await closed(plan, 6, 2)).toBeNull();
    // Fewer than k in all: nothing is read, nothing is said.
    expect(await closed(plan, 2, 0)).toBeNull();
    expect(await closed(plan, 0, 2)).toBeNull();
  });
});
