import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complete, handIn, sendHandIn } from './commands.ts';
import { newPerson, type Person, value } from './people.ts';
import { openScene, type Scene } from './scene.ts';

/** Nothing joins an interview with a case, a person or a minute: no column, order, count or number of a transaction. */
describe('what is kept of a handed-in interview', () => {
  let scene: Scene;
  let other: Person;
  beforeAll(async () => {
    scene = await openScene({ k: 10, cases: { north: 30 } });
    other = await newPerson(scene.home, scene.lead, 'interviewer', 'Other');
    await complete(scene.lead, scene.interviewer, scene.wave.cases.slice(0, 15));
    await complete(scene.lead, other, scene.wave.cases.slice(15, 30));
  });
  afterAll(() => scene.home.stop());

  it('has no time, no person and no case in any table of its side', async () => {
    const columns = await scene.home.sql<{ at: string; type: string; name: string }>(
      `select table_name as at, data_type as type, column_name as name from information_schema.columns
       where table_schema = 'public'
         and table_name in ('waiting', 'interview', 'answer', 'redaction', 'hand_in_log', 'withdrawn')`,
    );
    expect(columns.length).toBeGreaterThan(30);
    expect(columns.filter(({ type }) => /time|date|bigserial/.test(type))).toEqual([]);
    expect(
      columns.filter(({ name }) => /person|author|case|by$|created|_at$/.test(name)).map(({ name }) => name),
    ).toEqual(
      ['start_at', 'end_at'], // offsets of a redaction
    );
    const references = await scene.home.sql<{ target: string }>(
      `select distinct confrelid::regclass::text as target from pg_constraint where contype = 'f' and conrelid::regclass::text
         in ('waiting', 'interview', 'answer', 'redaction', 'hand_in_log', 'withdrawn')`,
    );
    expect(references.map(({ target }) => target).sort()).toEqual(['answer', 'interview', 'study', 'wave']);
  });

  it('writes nothing else at a hand-in: no log, no audit, no change of the case side', async () => {
    const untouched = [
      'command_log',
      'audit',
      'act_log',
      'case',
      'attempt',
      'contact',
      'wave',
      'person',
      'change_counter',
    ];
    const state = async () => {
      const states: Record<string, unknown> = {};
      for (const name of untouched)
        states[name] = await scene.home.sql(
          `select xmin::text, ctid::text, * from public."${name}" order by ctid`,
        );
      return states;
    };
    const before = await state();
    await scene.interviewer.push('interviews', [sendHandIn(handIn(scene.wave))]);
    expect(await state()).toEqual(before);
  });

  it('leaves neither order nor transaction of arrival: all that wait, their log and all counters are written together', async () => {
    const { home, interviewer, wave } = scene;
    const order: string[] = [];
    for (const person of [interviewer, other, interviewer, other, interviewer, other]) {
      const sent = sendHandIn(handIn(wave));
      await person.push('interviews', [sent]);
      order.push(sent.id);
    }
    for (const table of ['waiting', 'hand_in_log', 'tally']) {
      const rows = await home.sql<{ xmin: string }>(`select distinct xmin::text from public.${table}`);
      expect(rows, table).toHaveLength(1);
    }
    // Twelve looks at the order on disk, the table being written anew before each: one of them differs from arrival.
    const looks: string[] = [];
    for (let i = 0; i < 12; i++) {
      await home.sql("select internal.shuffle($1, 'north', $2)", [wave.id, wave.instrument]);
      const rows = await home.sql<{ hand_in: string }>(
        'select hand_in from waiting where hand_in = any($1) order by ctid',
        [order],
      );
      looks.push(rows.map(({ hand_in }) => hand_in).join());
    }
    expect(new Set(looks).size).toBeGreaterThan(6);
  });

  it('is released under new ids, in random order, with numbers of their own', async () => {
    const { home, interviewer, wave, lead } = scene;
    const ids: string[] = [];
    for (let i = 0; i < 13; i++) {
      const sent = sendHandIn(handIn(wave));
      await (i < 7 ? interviewer : other).push('interviews', [sent]);
      ids.push(sent.id);
    }
    const rows = await home.sql<{ id: string; hand_in: string; xmin: string; change: string }>(
      'select id, hand_in, xmin::text, change from interview order by change',
    );
    expect(rows).toHaveLength(10);
    expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1);
    expect(rows.map(({ change }) => Number(change))).toEqual(rows.map((_, i) => i + 1));
    for (const { id, hand_in } of rows) expect(id).not.toBe(hand_in);
    value(await lead.act('close_wave', { wave: wave.id }));
    expect(await home.sql('select from waiting')).toEqual([]);
  });
});
