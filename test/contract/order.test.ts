import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assign } from './commands.ts';
import { openScene, type Scene } from './scene.ts';

/** Commit order is change order: a replica that has seen a number has seen everything below it. */
describe('two overlapping transactions', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene();
  });
  afterAll(() => scene.home.stop());

  it('wait for each other, so none is passed by a cursor', async () => {
    const { home, lead, interviewer, wave } = scene;
    const [first, second] = wave.cases;
    if (!first || !second) throw new Error('cases expected');
    const { cursor } = await lead.pull('study');

    // The first transaction has written and drawn its number, and does not commit.
    const slow = await home.connect();
    await slow.query('begin');
    await slow.query(
      "select set_config('request.jwt.claim.sub', $1, true), set_config('request.jwt.claims', $2, true)",
      [lead.id, JSON.stringify({ sub: lead.id })],
    );
    const { rows } = await slow.query('select public.push_cases($1) as answers', [
      JSON.stringify([assign(first.id, interviewer.id)]),
    ]);
    expect(rows[0].answers).toMatchObject([{ result: 'accepted' }]);

    let done = false;
    const fast = lead.push('cases', [assign(second.id, interviewer.id)]).then((answers) => {
      done = true;
      return answers;
    });
    // The second one is at the lock once the database says so.
    for (;;) {
      const waiting = await home.sql("select from pg_locks where locktype = 'advisory' and not granted");
      if (waiting.length > 0) break;
    }
    expect(done).toBe(false);
    expect((await lead.pull('study', cursor)).rows).toEqual([]);

    await slow.query('commit');
    await slow.end();
    expect(await fast).toMatchObject([{ result: 'accepted' }]);
    const page = await lead.pull('study', cursor);
    expect(page.rows.map(({ id }) => id)).toEqual([first.id, second.id]);
  });
});
