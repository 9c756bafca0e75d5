import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '../../src/study/json.ts';
import type { SentCommand } from '../../src/study/wire.ts';
import { assign, attempt, command, complete, handIn, only, sendHandIn } from './commands.ts';
import { call } from './people.ts';
import { openScene, type Scene } from './scene.ts';

/** The envelope: one answer a command, in order, each alone; a repeated one changes nothing. */
describe('streams', () => {
  let scene: Scene;
  let poisons: readonly SentCommand[];
  beforeAll(async () => {
    scene = await openScene({ k: 50, cases: { north: 120 } });
    await complete(scene.lead, scene.interviewer, scene.wave.cases.slice(0, 100));
    const hand = (payload: string) => command('interview.hand_in', payload);
    poisons = [
      hand('{"wave":'),
      hand('"\\u0000"'),
      hand('"\\ud800"'),
      hand(`${'['.repeat(30_000)}${']'.repeat(30_000)}`),
      hand('{"wave":1e999999}'),
      hand('null'),
      command('interview.hand_in', { ...handIn(scene.wave), answers: [null] }),
      command('interview.hand_in', {
        ...handIn(scene.wave),
        receipt_hash: "'; drop table public.answer; --",
      }),
    ];
  });
  afterAll(() => scene.home.stop());

  it('answers a repeated command as a duplicate and does nothing', async () => {
    const { lead, interviewer, wave, home } = scene;
    const id = wave.cases[110]?.id ?? '';
    const sent = assign(id, interviewer.id);
    const hash = await sha256Hex(sent.payload);
    expect(await lead.push('cases', [sent, sent])).toEqual([
      { id: sent.id, result: 'accepted', late: false, hash },
      { id: sent.id, result: 'duplicate', hash },
    ]);
    const before = await home.sql('select * from "case" where id = $1', [id]);
    expect(only(await lead.push('cases', [sent]))).toMatchObject({ result: 'duplicate' });
    expect(await home.sql('select * from "case" where id = $1', [id])).toEqual(before);
  });

  it('answers the same id with other content as a conflict', async () => {
    const { lead, wave } = scene;
    const sent = assign(wave.cases[111]?.id ?? '', null);
    await lead.push('cases', [sent]);
    const other = { ...assign(wave.cases[112]?.id ?? '', null), id: sent.id };
    expect(only(await lead.push('cases', [other]))).toEqual({
      id: sent.id,
      result: 'conflict',
      reason: 'other_content',
      current: { hash: await sha256Hex(sent.payload) },
    });
  });

  it('takes 99 of a batch of 100 in which one is poisoned, wherever it stands and whatever the poison', async () => {
    for (const [index, poison] of poisons.entries()) {
      const good = Array.from({ length: 11 }, () => sendHandIn(handIn(scene.wave)));
      const at = (index * 5) % 12;
      const batch = [...good.slice(0, at), poison, ...good.slice(at)];
      const answers = await scene.interviewer.push('interviews', batch);
      expect(answers.map(({ id }) => id)).toEqual(batch.map(({ id }) => id));
      expect(answers[at], poison.payload.slice(0, 40)).toEqual({
        id: poison.id,
        result: 'rejected',
        reason: 'malformed',
      });
      expect(answers.filter(({ result }) => result === 'accepted')).toHaveLength(11);
    }
  });

  it('takes a whole batch of 100 but for the poisoned one, and refuses one of 101', async () => {
    const { lead, interviewer, wave } = scene;
    const cases = wave.cases.slice(0, 99);
    const batch: SentCommand[] = cases.map(({ id }) => attempt(id, 'no_answer'));
    batch.splice(50, 0, command('attempt.record', '{"at":"\\u0000"}'));
    const answers = await interviewer.push('cases', batch);
    expect(answers.filter(({ result }) => result === 'accepted')).toHaveLength(99);
    expect(answers[50]).toMatchObject({ result: 'rejected', reason: 'malformed' });
    await expect(lead.push('cases', [...batch, ...batch])).rejects.toThrow('at most 100');
  });

  it('refuses a batch that is none, in words of its own', async () => {
    for (const batch of ['{', '{}', '"Anna i Habo"', 'Anna i Habo', '[1,'])
      await expect(call(scene.lead.client, 'push_cases', { batch })).rejects.toThrow('batch: malformed');
  });

  it('answers each thing in a batch that is no command', async () => {
    const odd = [
      1,
      null,
      'x',
      {},
      { id: 'no', kind: 'case.assign', payload: '{}' },
      { id: randomUUID(), kind: 'x' },
    ];
    const answers = await call<readonly object[]>(scene.lead.client, 'push_cases', {
      batch: JSON.stringify(odd),
    });
    expect(answers).toHaveLength(odd.length);
    for (const answer of answers) expect(answer).toMatchObject({ result: 'rejected', reason: 'malformed' });
  });

  it('knows each kind in its own stream only', async () => {
    const { lead } = scene;
    const kinds = [
      'case.assign',
      'attempt.record',
      'contact.put',
      'answer.redact',
      'wave.edit',
      'interview.hand_in',
      'drop',
    ];
    const known: Record<string, readonly string[]> = {
      cases: ['case.assign', 'attempt.record', 'contact.put'],
      coding: ['answer.redact'],
      writing: ['wave.edit'],
      interviews: ['interview.hand_in'],
    };
    for (const stream of ['cases', 'coding', 'writing', 'interviews'] as const) {
      const answers = await lead.push(
        stream,
        kinds.map((kind) => command(kind, {})),
      );
      for (const [i, answer] of answers.entries())
        expect(answer, `${stream} ${kinds[i]}`).toMatchObject({
          reason: known[stream]?.includes(kinds[i] ?? '') ? 'malformed' : 'unknown_kind',
        });
    }
  });

  it('gives no error of its own to the machine’s: a batch is undone whole and can be sent again', async () => {
    const { home, lead, wave } = scene;
    const sent = assign(wave.cases[113]?.id ?? '', null);
    await home.sql(
      `create function internal.fail() returns trigger language plpgsql as $$
       begin raise exception 'Anna i Habo' using errcode = '53100'; end $$`,
    );
    await home.sql(
      'create trigger fail before insert on command_log for each row execute function internal.fail()',
    );
    await expect(lead.push('cases', [sent])).rejects.toThrow('not done, try again');
    await home.sql('drop trigger fail on command_log');
    await home.sql('drop function internal.fail()');
    expect(only(await lead.push('cases', [sent]))).toMatchObject({ result: 'accepted' });
  });
});
