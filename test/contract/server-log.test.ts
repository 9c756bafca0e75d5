import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answered, command, complete, handIn, sendHandIn } from './commands.ts';
import { call, join, newClient, newCode } from './people.ts';
import { openScene, type Scene } from './scene.ts';

/** What is refused must not lie in the server's log either: its text is marked, and the log is searched for the mark. */
describe('the server’s log', () => {
  let scene: Scene;
  const mark = `hemligt-${randomUUID()}`;
  beforeAll(async () => {
    scene = await openScene({ cases: { north: 20 } });
    await complete(scene.lead, scene.interviewer, scene.wave.cases.slice(0, 10));
  });
  afterAll(() => scene.home.stop());

  it('holds nothing of a text, whatever is wrong with it', async () => {
    const { home, lead, interviewer, coder, wave } = scene;
    const texts = [`${mark} 850709-9805`, `${mark} a@b.se`, `${mark} 070-123 45 67`, `https://${mark}.se`];
    const good = handIn(wave, { answers: { 'A1.1': answered(mark) } });
    const answers = await interviewer.push('interviews', [
      ...texts.map((text) => sendHandIn(handIn(wave, { answers: { 'A1.1': answered(text) } }))),
      command('interview.hand_in', `{"${mark}`),
      command('interview.hand_in', `{"x":"${mark}\\u0000"}`),
      command('interview.hand_in', { ...good, stratum: mark }),
      command('interview.hand_in', { ...good, wave: mark }),
      command('interview.hand_in', { ...good, answers: [{ ...good.answers[0], state: mark }] }),
      command('interview.hand_in', { ...good, answers: [{ ...good.answers[0], notes: null }] }),
      command(mark, mark),
      sendHandIn(good),
    ]);
    expect(JSON.stringify(answers)).not.toContain(mark);
    expect(answers.at(-1)).toMatchObject({ result: 'accepted' });

    const errors: string[] = [];
    const attempt = async (work: () => Promise<unknown>): Promise<void> => {
      await work().catch((error: Error) => errors.push(error.message));
    };
    await attempt(() => call(interviewer.client, 'hand_in', { batch: `[{"payload":"${mark}` }));
    await attempt(() => call(interviewer.client, 'hand_in', { batch: `"${mark}\\u0000"` }));
    await attempt(() => call(coder.client, 'push_coding', { batch: `[{"${mark}": ]` }));
    await attempt(() => call(lead.client, 'act_create_wave', { act_id: randomUUID(), args: `{"${mark}` }));
    await attempt(() => call(interviewer.client, 'pull', { feed: mark, cursor: mark, size: 1 }));
    await attempt(() => join(home, newCode(), mark));
    await interviewer.client.from('answer').insert({ notes: mark, interview: randomUUID() });
    await newClient(home)
      .from('waiting')
      .insert({ answers: [mark] });
    expect(errors.length).toBeGreaterThanOrEqual(5);
    expect(errors.join()).not.toContain(mark);

    await lead.act('close_wave', { wave: wave.id });
    const log = home.log();
    if (log !== null) {
      expect(log.length).toBeGreaterThan(0);
      expect(log.split('\n').filter((line) => line.includes(mark))).toEqual([]);
      // The log works: what the owner asks wrongly stands in it.
      await expect(home.sql(`select '${mark}'::integer`)).rejects.toThrow();
      expect(home.log()).toContain(mark);
    }
  });
});
