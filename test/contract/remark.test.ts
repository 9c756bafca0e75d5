import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RemarkRow } from '../../src/study/rows.ts';
import { command, only } from './commands.ts';
import type { Person } from './people.ts';
import { openScene, type Scene } from './scene.ts';

/** A note to the lead about a question: it comes by the interviews' door, and nothing of it leads back. */
describe('a note to the lead', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ cases: { north: 3 } });
  });
  afterAll(() => scene.home.stop());

  const remark = (more: object = {}) => ({
    remark: randomUUID(),
    instrument: scene.wave.instrument,
    question: 'A1.2',
    text: 'Många hör ”rutiner” som ”dokument”.',
    ...more,
  });
  const send = async (person: Person, payload: object, id?: string) =>
    only(await person.push('interviews', [command('remark.send', payload, undefined, id)]));
  const seenBy = async (person: Person): Promise<readonly RemarkRow[]> =>
    (await person.pull('study')).rows
      .filter(({ table, row }) => table === 'remark' && row !== null)
      .map(({ row }) => row as unknown as RemarkRow);

  it('is read by leads, and by nobody else', async () => {
    const one = remark();
    expect(await send(scene.interviewer, one)).toMatchObject({ result: 'accepted', late: false });
    const { remark: id, ...rest } = one;
    expect(await seenBy(scene.lead)).toContainEqual({ id, ...rest });
    for (const person of [scene.interviewer, scene.coder]) expect(await seenBy(person)).toEqual([]);
  });

  it('may be about an area or the closing notes too, in the version it was written under', async () => {
    for (const question of ['A1', 'closing'])
      expect(await send(scene.interviewer, remark({ question }))).toMatchObject({ result: 'accepted' });
    for (const wrong of [{ question: 'A9.9' }, { instrument: 'f'.repeat(64) }])
      expect(await send(scene.interviewer, remark(wrong))).toMatchObject({ reason: 'unknown_reference' });
  });

  it('passes the guard, and has its shape and nothing besides', async () => {
    expect(await send(scene.interviewer, remark({ text: 'Ring 070-174 06 58 om frågan.' }))).toMatchObject({
      reason: 'identifies',
      at: 'A1.2',
      find: 'phone',
    });
    for (const wrong of [
      { case: scene.wave.cases[0]?.id },
      { at: '2026-11-24T10:00:00.000Z' },
      { text: '  ' },
      { text: 'x'.repeat(2001) },
      { question: 'Vara kommun' },
      { remark: 'x' },
    ])
      expect(await send(scene.interviewer, remark(wrong)), JSON.stringify(wrong)).toMatchObject({
        reason: 'malformed',
      });
    expect(await send(scene.coder, remark())).toMatchObject({ reason: 'not_allowed' });
  });

  it('is taken once, however often it is sent', async () => {
    const one = remark();
    const id = randomUUID();
    await send(scene.interviewer, one, id);
    expect(await send(scene.interviewer, one, id)).toMatchObject({ result: 'duplicate' });
    expect(await send(scene.interviewer, { ...one, text: 'Annat.' }, id)).toMatchObject({
      result: 'conflict',
      reason: 'other_content',
    });
    expect((await seenBy(scene.lead)).filter((row) => row.id === one.remark)).toHaveLength(1);
  });

  it('leads to no case, person or minute: not by its columns, and not by any other table', async () => {
    const columns = await scene.home.sql<{ name: string }>(
      `select column_name as name from information_schema.columns
       where table_schema = 'public' and table_name = 'remark' order by ordinal_position`,
    );
    expect(columns.map(({ name }) => name)).toEqual([
      'id',
      'study',
      'instrument',
      'question',
      'text',
      'change',
    ]);
    const tables = await scene.home.sql<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'change_counter'`,
    );
    const snapshot = async () => {
      const found: Record<string, unknown> = {};
      for (const { name } of tables)
        found[name] = await scene.home.sql(`select to_jsonb(t) as row from public."${name}" t order by 1`);
      return found;
    };
    const before = await snapshot();
    const one = remark();
    const id = randomUUID();
    await send(scene.interviewer, one, id);
    const after = await snapshot();
    expect(
      tables
        .map(({ name }) => name)
        .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])),
    ).toEqual(expect.arrayContaining(['hand_in_log', 'remark']));
    for (const { name } of tables.filter(({ name: table }) => table !== 'remark' && table !== 'hand_in_log'))
      expect(after[name], name).toEqual(before[name]);
    expect(JSON.stringify(after.hand_in_log)).not.toContain(one.remark);
  });
});
