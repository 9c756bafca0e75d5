import type { SupabaseClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complete, handIn, sendHandIn } from './commands.ts';
import { newClient } from './people.ts';
import { openScene, type Scene } from './scene.ts';

/** Nobody reads or writes a table, and each role calls what is open to it: the functions are the only door. */
describe('who gets at what', () => {
  let scene: Scene;
  let clients: Readonly<Record<string, SupabaseClient>>;
  let tables: readonly { readonly name: string; readonly column: string }[];
  beforeAll(async () => {
    scene = await openScene({ k: 3, cases: { north: 12 } });
    const { home, lead, interviewer, coder, wave } = scene;
    await complete(lead, interviewer, wave.cases.slice(0, 7));
    // Three are released, four wait.
    await interviewer.push(
      'interviews',
      Array.from({ length: 7 }, () => sendHandIn(handIn(wave))),
    );
    clients = {
      nobody: newClient(home),
      lead: lead.client,
      interviewer: interviewer.client,
      coder: coder.client,
    };
    tables = await home.sql<{ name: string; column: string }>(
      `select distinct on (table_name) table_name as name, column_name as column from information_schema.columns
       where table_schema = 'public' and is_identity = 'NO' order by table_name, ordinal_position`,
    );
  });
  afterAll(() => scene.home.stop());

  const eachTable = async (
    visit: (client: SupabaseClient, table: string, column: string, label: string) => Promise<void>,
  ): Promise<void> => {
    expect(tables.length).toBeGreaterThan(20);
    for (const [who, client] of Object.entries(clients))
      for (const { name, column } of tables) await visit(client, name, column, `${who} at ${name}`);
  };

  const counts = async (): Promise<Readonly<Record<string, unknown>>> => {
    const found = tables.map(({ name }) => `'${name}', (select count(*) from public."${name}")`);
    const [row] = await scene.home.sql<{ counts: Record<string, unknown> }>(
      `select jsonb_build_object(${found.join()}) as counts`,
    );
    return row?.counts ?? {};
  };

  it('reads no table directly, not even the own person', () =>
    eachTable(async (client, table, _column, label) => {
      const { data } = await client.from(table).select('*');
      expect(data ?? [], label).toEqual([]);
    }));

  it('writes no table directly', async () => {
    const before = await counts();
    await eachTable(async (client, table, column, label) => {
      const { error } = await client.from(table).insert({ [column]: null });
      expect(error?.code, label).toBe('42501');
      await client.from(table).delete().not(column, 'is', null);
    });
    await scene.lead.client.from('person').update({ role: 'lead' }).eq('id', scene.coder.id);
    await scene.coder.client.from('person').update({ role: 'lead' }).eq('id', scene.coder.id);
    await scene.coder.client.from('answer').delete().eq('question', 'A1.1');
    expect(await counts()).toEqual(before);
    expect(await scene.home.sql('select role from person where id = $1', [scene.coder.id])).toEqual([
      { role: 'coder' },
    ]);
  });

  it('has row level security on every table and no policy that opens one', async () => {
    expect(
      await scene.home.sql(
        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity",
      ),
    ).toEqual([]);
    expect(await scene.home.sql("select * from pg_policies where schemaname = 'public'")).toEqual([]);
    expect(
      await scene.home.sql("select tablename from pg_tables where schemaname = 'internal'"),
      'the embedded API grants rights on every schema with a secured table',
    ).toEqual([]);
  });

  it('sets an empty search path on every function that runs with its owner’s rights', async () => {
    expect(
      await scene.home.sql(
        `select p.proname from pg_proc p
         where p.pronamespace in ('public'::regnamespace, 'internal'::regnamespace) and p.prosecdef
           and not coalesce(p.proconfig @> array['search_path=""'], false)`,
      ),
    ).toEqual([]);
  });

  it('opens three functions to nobody in particular, and the rest to whoever is signed in', async () => {
    const callable = (role: string) =>
      scene.home.sql<{ name: string }>(
        `select p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace
           and has_function_privilege($1, p.oid, 'execute') order by p.proname`,
        [role],
      );
    expect((await callable('anon')).map(({ name }) => name)).toEqual([
      'check_invitation',
      'hello',
      'withdraw',
    ]);
    const acts = [
      ...['approve_device', 'change_role', 'close_round', 'close_wave', 'confirm_destroyed', 'create_round'],
      ...['create_wave', 'deactivate_person', 'draw_cases', 'draw_sample', 'found_study', 'freeze_codebook'],
      ...['import_codebook', 'invite', 'lease_cases', 'make_recovery_key', 'open_wave'],
      ...['publish_claims', 'publish_instrument'],
      ...[
        'register_device',
        'release_cases',
        'release_replicate',
        'remove_practice',
        'report_backup',
        'revoke_device',
      ],
      ...['revoke_invitation', 'rotate_field_key'],
    ];
    expect((await callable('authenticated')).map(({ name }) => name)).toEqual([
      ...acts.map((name) => `act_${name}`),
      ...['check_invitation', 'hand_in', 'hello', 'pull', 'push_cases', 'push_coding', 'push_writing'],
      ...['round_progress', 'wave_overview', 'withdraw'],
    ]);
    expect(
      await scene.home.sql(
        `select p.proname from pg_proc p where p.pronamespace = 'internal'::regnamespace
           and (has_function_privilege('anon', p.oid, 'execute') or has_function_privilege('authenticated', p.oid, 'execute'))`,
      ),
    ).toEqual([]);
  });

  it('answers nobody’s calls of what is not open with a refusal', async () => {
    const client = newClient(scene.home);
    for (const [name, args] of [
      ['pull', { feed: 'interviews', cursor: '', size: 10 }],
      ['hand_in', { batch: '[]' }],
      ['push_cases', { batch: '[]' }],
      ['act_invite', { act_id: crypto.randomUUID(), args: '{}' }],
      ['wave_overview', { wave: scene.wave.id }],
    ] as const) {
      const { data, error } = await client.rpc(name, args);
      expect([data, error?.code], name).toEqual([null, '42501']);
    }
  });

  it('does not show the inner functions', async () => {
    for (const client of Object.values(clients)) {
      const inner = client.schema('internal');
      const { data, error } = await inner.rpc('new_epoch');
      expect(data).toBeNull();
      expect(error).not.toBeNull();
    }
  });

  it('reads waiting interviews to nobody, and their number to a lead alone', async () => {
    const { lead, coder, interviewer, wave } = scene;
    for (const reader of [lead, coder]) {
      const rows = (await reader.pull('interviews')).rows.filter(({ table }) => table === 'interview');
      expect(rows).toHaveLength(3);
    }
    expect((await interviewer.pull('interviews')).rows).toEqual([]);
    expect(await lead.overview(wave.id)).toMatchObject({ waiting: 4 });
    expect(await coder.overview(wave.id)).toBeNull();
    expect(await interviewer.overview(wave.id)).toBeNull();
  });
});
