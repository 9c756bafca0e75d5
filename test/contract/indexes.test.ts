import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complete, handIn, sendHandIn } from './commands.ts';
import { openScene, type Scene } from './scene.ts';

const INTERVIEWS = 10_000;

/** At 10 000 interviews each query of the app goes by an index: pages, the cell of a hand-in, ids known already. */
describe('queries at 10 000 interviews', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ cases: { north: 12 } });
    const { home, study, wave } = scene;
    await home.sql(
      `with made as (
         insert into interview (id, study, wave, stratum, instrument, month, background, receipt_hash, hand_in, change)
         select gen_random_uuid(), $1, $2, 'north', $3, '2026-11', '{}', md5(n::text) || md5(n::text), gen_random_uuid(), n
         from generate_series(1, ${INTERVIEWS}) n returning id, change)
       insert into answer (interview, question, study, wave, state, pre, notes, probes, quotes, change)
       select made.id, 'A' || q, $1, $2, 'answered', '{}', repeat('ord ', 20), '[]', '[]', ${INTERVIEWS} + made.change * 21 + q
       from made, generate_series(1, 21) q`,
      [study, wave.id, wave.instrument],
    );
    await home.sql(`insert into hand_in_log (id, hash) select hand_in, md5('x') from interview`);
    await home.sql("update change_counter set last = 1000000 where feed = 'interviews'");
    await home.sql(
      `insert into "case" (id, study, wave, code, name, stratum, assignee, change)
      select gen_random_uuid(), $1, $2, 'c' || n, 'c', 'north', case when n % 400 = 0 then $3::uuid end, 1000 + n
      from generate_series(1, 10000) n`,
      [study, wave.id, scene.interviewer.id],
    );
    await home.sql(
      `insert into attempt (id, study, "case", by_person, outcome, at, late, change)
      select gen_random_uuid(), study, id, $1, 'busy', now(), false, change + 20000 from "case" where change >= 1000`,
      [scene.lead.id],
    );
    await home.sql(
      `insert into tombstone (study, feed, change, noun, row_id)
       select $1, feed, 500000 + n, 'case', gen_random_uuid()::text
       from generate_series(1, 5000) n, unnest(array['study', 'interviews']) feed`,
      [study],
    );
    await home.sql(
      'insert into withdrawn select md5(n::text) || md5(n::text) from generate_series(20001, 25000) n',
    );
    await home.sql("update change_counter set last = 1000000 where feed = 'study'");
    await home.sql('analyze');
  }, 120_000);
  afterAll(() => scene.home.stop());

  interface Plan {
    readonly 'Node Type': string;
    readonly 'Relation Name'?: string;
    readonly 'Actual Loops'?: number;
    readonly Plans?: readonly Plan[];
  }
  /** Tables read from one end to the other, by a query in the middle of a long feed. */
  const wholeReads = async (query: string, values: readonly unknown[] = []): Promise<readonly string[]> => {
    const [row] = await scene.home.sql<{ 'QUERY PLAN': readonly [{ readonly Plan: Plan }] }>(
      `explain (analyze, format json) ${query}`,
      values,
    );
    const found: string[] = [];
    const walk = (plan: Plan): void => {
      if (plan['Node Type'] === 'Seq Scan' && plan['Actual Loops'] !== 0)
        found.push(plan['Relation Name'] ?? '?');
      for (const inner of plan.Plans ?? []) walk(inner);
    };
    if (row) walk(row['QUERY PLAN'][0].Plan);
    return found;
  };
  /** Not `waiting`: it never holds more than 2k of a cell. */
  const LARGE = new Set(['interview', 'answer', 'hand_in_log', 'case', 'attempt', 'tombstone', 'withdrawn']);
  const large = (tables: readonly string[]): readonly string[] => tables.filter((table) => LARGE.has(table));

  /** The body of a page function as a query of its own, since explain does not look into functions. */
  const pageQuery = async (name: string, reader: string, above: number): Promise<string> => {
    const [row] = await scene.home.sql<{ body: string }>(
      'select prosrc as body from pg_proc where proname = $1',
      [name],
    );
    return (row?.body ?? '')
      .replaceAll(/\bbarred\b/g, "'{}'::uuid[]")
      .replaceAll(/\bme\.(\w+)/g, (_, field) => `(select ${field} from person where id = '${reader}')`)
      .replaceAll(/\babove\b/g, String(above))
      .replaceAll(/\blimit n\b/g, 'limit 1001');
  };

  it('reads pages of released interviews by change number', async () => {
    for (const above of [0, 5_000, 100_000])
      expect(large(await wholeReads(await pageQuery('interview_page', scene.coder.id, above)))).toEqual([]);
  });

  it('reads pages of cases and attempts by change number, and an interviewer’s own by assignee', async () => {
    const pages = await scene.home.sql<{ name: string }>(
      "select proname as name from pg_proc where proname like 'study\\_page\\_%'",
    );
    expect(pages.length).toBeGreaterThan(10);
    for (const { name } of pages)
      for (const reader of [scene.lead.id, scene.interviewer.id])
        expect(large(await wholeReads(await pageQuery(name, reader, 6_000))), name).toEqual([]);
  });

  it('finds a receipt, a command and an answer by their keys', async () => {
    const hash = 'a'.repeat(64);
    for (const [query, values] of [
      ['select from interview where receipt_hash = $1', [hash]],
      ['select from withdrawn where receipt_hash = $1', [hash]],
      ['select from hand_in_log where id = $1', [scene.lead.id]],
      ["select from answer where interview = $1 and question = 'A1'", [scene.lead.id]],
      ['select from attempt where "case" = $1', [scene.lead.id]],
    ] as const)
      expect(large(await wholeReads(query, values)), query).toEqual([]);
  });

  it('pulls its first page and its last alike, and hands in beside it', async () => {
    const { coder, lead, interviewer, wave } = scene;
    const first = await coder.pull('interviews', '', 1000);
    expect([first.rows.length, first.more]).toEqual([1000, true]);
    // Cursors are opaque to devices; this test may know that they end with the number.
    const near = first.cursor.replace(/[0-9]+$/, String(INTERVIEWS * 22 - 500));
    const last = await coder.pull('interviews', near, 1000);
    expect(last).toMatchObject({ reset: false, more: true });
    expect(last.rows.filter(({ table }) => table === 'answer')).toHaveLength(521);

    const end = await coder.pull('interviews', near.replace(/[0-9]+$/, '1000000'), 1000);
    await complete(lead, interviewer, wave.cases.slice(0, 6));
    const batch = wave.cases.slice(0, 6).map(() => sendHandIn(handIn(wave)));
    const answers = await interviewer.push('interviews', batch);
    expect(answers.every(({ result }) => result === 'accepted')).toBe(true);
    expect((await coder.pull('interviews', end.cursor)).rows).toHaveLength(6);
  });
});
