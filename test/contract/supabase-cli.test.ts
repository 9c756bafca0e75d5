import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { MIGRATIONS, migrate } from '../../src/server/migrate.ts';
import { adminQuery, databaseNamed } from '../setup/admin.ts';

const CLI = join(createRequire(import.meta.url).resolve('supabase/package.json'), '../dist/supabase.js');
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const NAME = `cli_${process.pid}`;

/** What a hosted project is filled with: the same migrations, pushed by the real Supabase CLI. */
describe('supabase db push', () => {
  const url = databaseNamed(inject('postgresUrl'), NAME);
  const none = mkdtempSync(join(tmpdir(), 'lagesbild-none-'));
  beforeAll(async () => {
    await adminQuery(inject('postgresUrl'), `create database ${NAME}`);
    // Roles and auth schema, as a hosted project has before its first migration.
    const prepared = await migrate(url, none);
    expect(prepared).toEqual({ ok: true, value: 0 });
  });
  afterAll(async () => {
    rmSync(none, { recursive: true, force: true });
    await adminQuery(inject('postgresUrl'), `drop database ${NAME} with (force)`);
  });

  const push = (): Promise<{ stdout: string; stderr: string }> =>
    promisify(execFile)(
      process.execPath,
      [CLI, 'db', 'push', `--remote=${url}`, '--yes', '--workdir', ROOT],
      {
        env: { ...process.env, DO_NOT_TRACK: '1', SUPABASE_TELEMETRY_DISABLED: '1' },
      },
    );

  const shape = async (database: string): Promise<unknown> => {
    const client = new pg.Client(database);
    await client.connect();
    try {
      const { rows } = await client.query(
        `select jsonb_build_object(
           'columns', (select jsonb_agg(format('%s.%s.%s %s', table_schema, table_name, column_name, data_type) order by table_schema, table_name, ordinal_position)
             from information_schema.columns where table_schema in ('public', 'internal')),
           'functions', (select jsonb_agg(format('%s %s', oid::regprocedure, md5(prosrc)) order by oid::regprocedure::text)
             from pg_proc where pronamespace in ('public'::regnamespace, 'internal'::regnamespace)),
           'indexes', (select jsonb_agg(indexdef order by indexdef) from pg_indexes where schemaname = 'public'),
           'versions', (select jsonb_agg(version order by version) from supabase_migrations.schema_migrations)) as shape`,
      );
      return rows[0].shape;
    } finally {
      await client.end();
    }
  };

  it('makes what our own runner makes, in one history that either goes on from', async () => {
    await push();
    expect(await shape(url)).toEqual(await shape(databaseNamed(inject('postgresUrl'), 'template_lagesbild')));
    expect(await migrate(url, MIGRATIONS)).toEqual({ ok: true, value: 0 });
    expect((await push()).stdout).not.toContain('Applying migration');
  });
});
