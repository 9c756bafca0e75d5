import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Feed } from '../../src/study/rows.ts';
import type { PulledPage } from '../../src/study/wire.ts';
import { appointment, assign, attempt, command, complete, contact, handIn, sendHandIn } from './commands.ts';
import { call, newClient, newPerson, openWave, type Person, value } from './people.ts';
import { openScene, type Scene } from './scene.ts';

type Replica = Map<string, unknown>;

const apply = (replica: Replica, page: PulledPage): void => {
  if (page.reset) replica.clear();
  for (const { table, id, row } of page.rows) {
    if (row !== null) replica.set(`${table} ${id}`, row);
    else {
      replica.delete(`${table} ${id}`);
      // A withdrawn interview takes its answers along.
      if (table === 'interview')
        for (const key of [...replica.keys()]) if (key.startsWith(`answer ${id}/`)) replica.delete(key);
    }
  }
};

/** Pulls until there is no more; gives the cursor. */
const follow = async (
  reader: Person,
  feed: Feed,
  replica: Replica,
  from: string,
  size: number,
): Promise<string> => {
  let cursor = from;
  for (;;) {
    const page = await reader.pull(feed, cursor, size);
    apply(replica, page);
    cursor = page.cursor;
    if (!page.more) return cursor;
  }
};

const FEEDS = ['study', 'interviews', 'coding', 'own'] as const;

describe('pull', () => {
  let scene: Scene;
  let other: Person;
  beforeAll(async () => {
    scene = await openScene({ k: 3, cases: { north: 60 } });
    other = await newPerson(scene.home, scene.lead, 'interviewer', 'Other');
    // A pool is for more than three.
    for (const name of ['Third', 'Fourth']) await newPerson(scene.home, scene.lead, 'interviewer', name);
    const pool = command('wave.edit', { wave: scene.wave.id, fields: { pool: '{"on":true}' } }, { pool: 1 });
    await scene.lead.push('writing', [pool]);
  });
  afterAll(() => scene.home.stop());

  it('step by step gives what pulling from nothing gives, to everybody, after anything', async () => {
    const { home, lead, interviewer, coder, wave } = scene;
    const readers = [lead, interviewer, other, coder];
    const kept = readers.map(() => FEEDS.map(() => ({ replica: new Map() as Replica, cursor: '' })));
    const cases = wave.cases.slice(0, 6).map(({ id }) => id);
    const one = fc.constantFrom(...cases);

    const give = async (id: string, to: string | null): Promise<void> => {
      const [row] = await home.sql<{ rev: { assignee: number } }>('select rev from "case" where id = $1', [
        id,
      ]);
      await lead.push('cases', [assign(id, to, row?.rev.assignee ?? 1)]);
    };
    const step = fc.oneof(
      fc.record({
        do: fc.constant('give' as const),
        id: one,
        to: fc.constantFrom('interviewer', 'other', null),
      }),
      fc.record({ do: fc.constant('attempt' as const), id: one }),
      fc.record({ do: fc.constant('contact' as const), id: one }),
      fc.record({ do: fc.constant('appointment' as const), id: one }),
      fc.record({ do: fc.constant('lend' as const), up_to: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ do: fc.constant('give back' as const), id: one }),
      fc.record({ do: fc.constant('expire' as const) }),
      fc.record({ do: fc.constant('interviews' as const) }),
      fc.record({ do: fc.constant('withdraw' as const) }),
      fc.record({ do: fc.constant('redact' as const) }),
      fc.record({ do: fc.constant('role' as const), role: fc.constantFrom('lead', 'coder') }),
    );
    type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
    const run = async (what: Step): Promise<void> => {
      if (what.do === 'give')
        await give(what.id, what.to === null ? null : what.to === 'other' ? other.id : interviewer.id);
      if (what.do === 'attempt') await lead.push('cases', [attempt(what.id, 'no_answer')]);
      if (what.do === 'contact') await lead.push('cases', [contact(what.id)]);
      if (what.do === 'appointment') await lead.push('cases', [appointment(what.id)]);
      if (what.do === 'lend') {
        await other.act('lease_cases', { wave: wave.id, up_to: what.up_to });
        await interviewer.act('lease_cases', { wave: wave.id, up_to: 2 });
      }
      if (what.do === 'give back')
        for (const reader of [other, interviewer]) await reader.act('release_cases', { cases: [what.id] });
      if (what.do === 'expire')
        await home.sql('update lease set until = now(), change = internal.next_change(study)');
      if (what.do === 'interviews') {
        const free = await home.sql<{ id: string }>(
          'select id from "case" where wave = $1 and completed_by is null and not (id = any($2)) limit 2',
          [wave.id, cases],
        );
        for (const { id } of free) await give(id, other.id);
        await other.push(
          'cases',
          free.map(({ id }) => attempt(id, 'interviewed')),
        );
        await other.push(
          'interviews',
          free.map(() => sendHandIn(handIn(wave))),
        );
      }
      const [read] = await home.sql<{ id: string; receipt_hash: string }>(
        'select id, receipt_hash from interview limit 1',
      );
      if (what.do === 'withdraw' && read)
        await call(newClient(home), 'withdraw', { receipt_hash: read.receipt_hash });
      if (what.do === 'redact' && read)
        await lead.push('coding', [
          command('answer.redact', {
            answer: `${read.id}/A1.1`,
            revision: 1,
            start: 0,
            end: 2,
            placeholder: '[ORT]',
          }),
        ]);
      if (what.do === 'role') await lead.act('change_role', { person: coder.id, role: what.role as 'lead' });
    };

    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        async (steps, size) => {
          for (const what of steps) await run(what);
          for (const [i, reader] of readers.entries())
            for (const [j, feed] of FEEDS.entries()) {
              const mine = kept[i]?.[j];
              if (!mine) throw new Error('kept replicas are made above');
              mine.cursor = await follow(reader, feed, mine.replica, mine.cursor, size);
              const fresh: Replica = new Map();
              await follow(reader, feed, fresh, '', 1000);
              expect(Object.fromEntries(mine.replica), `reader ${i}, ${feed}`).toEqual(
                Object.fromEntries(fresh),
              );
            }
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);

  it('takes a case with all its rows out of the sight of who lost it, and into that of who got it', async () => {
    const { lead, interviewer } = scene;
    // A wave without a pool: nobody else takes it.
    const wave = await openWave(lead, { cases: { north: 1 } });
    const id = wave.cases[0]?.id ?? '';
    const contactId = randomUUID();
    await lead.push('cases', [assign(id, interviewer.id), contact(id, contactId)]);
    const call1 = attempt(id, 'busy');
    await interviewer.push('cases', [call1]);
    const { cursor } = await interviewer.pull('study');
    const { cursor: theirs } = await other.pull('study');
    await lead.push('cases', [assign(id, other.id, 2)]);
    const attemptId = JSON.parse(call1.payload).attempt;
    const lost = (await interviewer.pull('study', cursor)).rows;
    expect(lost).toHaveLength(3);
    for (const [table, row] of [
      ['case', id],
      ['attempt', attemptId],
      ['contact', contactId],
    ])
      expect(lost).toContainEqual({ table, id: row, row: null });
    const won = (await other.pull('study', theirs)).rows;
    expect(won.map(({ table, row }) => [table, row !== null]).sort()).toEqual([
      ['attempt', true],
      ['case', true],
      ['contact', true],
    ]);
  });

  it('starts anew where the cursor is of another epoch, another role or another feed, or is none', async () => {
    const { home, lead } = scene;
    const person = await newPerson(home, lead, 'lead', 'Changing');
    const { cursor } = await person.pull('study');
    expect(await person.pull('study', cursor)).toMatchObject({ reset: false, rows: [] });
    const whole = (await person.pull('study')).rows;
    for (const odd of ['x', `${cursor}x`, cursor.replace('study', 'interviews'), '0'])
      expect(await person.pull('study', odd)).toMatchObject({ reset: true, rows: whole });

    value(await lead.act('change_role', { person: person.id, role: 'coder' }));
    const page = await person.pull('study', cursor);
    expect(page.reset).toBe(true);
    expect(page.rows.some(({ table }) => table === 'invitation')).toBe(false);
    expect(page.rows).toContainEqual({
      table: 'person',
      id: person.id,
      row: { id: person.id, name: 'Changing', role: 'coder', active: true },
    });

    const before = (await person.pull('study')).epoch;
    await home.sql('select internal.new_epoch()');
    const restored = await person.pull('study', page.cursor);
    expect(restored).toMatchObject({ reset: true, rows: page.rows });
    expect(restored.epoch).not.toBe(before);
  });

  it('comes in pages of the size asked for, 1 000 at most, and says whether there is more', async () => {
    const { lead, home, wave } = scene;
    const big = await openWave(lead, { cases: { north: 1000 } });
    const all: string[] = [];
    let cursor = '';
    let pages = 0;
    for (;;) {
      const page = await lead.pull('study', cursor, 5000);
      expect(page.rows.length).toBeLessThanOrEqual(1000);
      // A lease may have ended more than once, so its tombstones are not counted.
      const rows = page.rows.filter(({ row }) => row !== null);
      all.push(...rows.map(({ table, id }) => `${table} ${id}`));
      cursor = page.cursor;
      pages += 1;
      if (!page.more) break;
      expect(page.rows).toHaveLength(1000);
    }
    expect(pages).toBe(2);
    expect(new Set(all).size).toBe(all.length);
    const cases = await home.sql<{ id: string }>('select id from "case" where wave = any($1)', [
      [big.id, wave.id],
    ]);
    for (const { id } of cases) expect(all).toContain(`case ${id}`);
    expect((await lead.pull('study', cursor)).rows).toEqual([]);
    expect((await lead.pull('study', '', 3)).rows).toHaveLength(3);
  });

  it('refuses a feed that is none', async () => {
    await expect(call(scene.lead.client, 'pull', { feed: 'waiting', cursor: '', size: 1 })).rejects.toThrow(
      'unknown feed',
    );
  });

  it('holds an interview before its answers, so that no page has an answer without one', async () => {
    const { lead, coder, interviewer } = scene;
    const wave = await openWave(lead, { cases: { a: 6 } });
    await complete(lead, interviewer, wave.cases);
    await interviewer.push(
      'interviews',
      wave.cases.map(() => sendHandIn(handIn(wave))),
    );
    const rows = (await coder.pull('interviews')).rows.filter(({ row }) => row !== null);
    const seen = new Set<string>();
    for (const { table, id } of rows) {
      if (table === 'interview') seen.add(id);
      else expect(seen.has(id.slice(0, 36))).toBe(true);
    }
  });
});
