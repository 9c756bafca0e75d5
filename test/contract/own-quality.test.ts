import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assign, command, handIn, only } from './commands.ts';
import { openScene, type Scene } from './scene.ts';

/**
 * How an interviewer interviews is theirs to see: computed on their device, kept there. The server has no place for
 * it, not even coarsely, and takes nothing that would be one.
 */
describe('the figures of one’s own interviewing', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ cases: { north: 3 } });
  });
  afterAll(() => scene.home.stop());

  const send = async (stream: 'interviews' | 'cases' | 'coding' | 'writing', kind: string, payload: object) =>
    only(await scene.interviewer.push(stream, [command(kind, payload)]));

  it('have no column of their own anywhere', async () => {
    const columns = await scene.home.sql<{ at: string }>(
      `select table_name || '.' || column_name as at from information_schema.columns where table_schema = 'public'`,
    );
    expect(columns.length).toBeGreaterThan(100);
    expect(
      columns
        .map(({ at }) => at)
        .filter((at) => /minutes|talked|measure|quality|words|probes_used|seconds/.test(at)),
    ).toEqual([]);
  });

  it('are not taken along with an interview', async () => {
    const whole = handIn(scene.wave);
    for (const more of [{ talked: 1_900_000 }, { minutes: 32 }, { measures: { asked: 21 } }])
      expect(await send('interviews', 'interview.hand_in', { ...whole, ...more })).toMatchObject({
        reason: 'malformed',
      });
    const background = { ...whole.background, minutes: 32 };
    expect(await send('interviews', 'interview.hand_in', { ...whole, background })).toMatchObject({
      reason: 'malformed',
    });
  });

  it('are not taken along with the attempt that completes a case', async () => {
    const id = scene.wave.cases[0]?.id ?? '';
    await scene.lead.push('cases', [assign(id, scene.interviewer.id)]);
    const attempt = {
      attempt: randomUUID(),
      case: id,
      outcome: 'interviewed',
      at: '2026-11-23T10:15:00.000Z',
    };
    for (const more of [{ minutes: 32 }, { duration: 2 }, { duration: '15' }, { length: 2 }])
      expect(
        await send('cases', 'attempt.record', { ...attempt, ...more }),
        JSON.stringify(more),
      ).toMatchObject({
        reason: 'malformed',
      });
    expect(await send('cases', 'attempt.record', attempt)).toMatchObject({ result: 'accepted' });
  });

  it('have no command of their own in any stream', async () => {
    for (const stream of ['interviews', 'cases', 'coding', 'writing'] as const)
      for (const kind of ['quality.put', 'quality.report', 'measures.put'])
        expect(await send(stream, kind, { asked: 21 })).toMatchObject({ reason: 'unknown_kind' });
  });
});
