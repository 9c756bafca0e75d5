import './no-telemetry.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { splitSqlStatements } from '@supabase/lite';
import pg from 'pg';
import { err, ok, type Result } from '../study/result.ts';
import { createLite } from './api.ts';
import { failure, type StartFailure, wordsOf } from './failure.ts';
import { makeSecrets } from './secrets.ts';

export const MIGRATIONS = fileURLToPath(new URL('../../supabase/migrations/', import.meta.url));

/**
 * What a hosted project has before its first migration: the roles of the API and who may use `public`.
 * Idempotent; roles belong to the whole cluster, so another database of it may have made them.
 */
const ROLES = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'anon') then create role anon nologin noinherit; end if;
  if not exists (select from pg_roles where rolname = 'authenticated') then create role authenticated nologin noinherit; end if;
  if not exists (select from pg_roles where rolname = 'service_role') then create role service_role nologin noinherit bypassrls; end if;
end $$;
create schema if not exists extensions;
grant usage on schema public, extensions to anon, authenticated, service_role;
`;

interface MigrationFile {
  readonly version: string;
  readonly name: string;
  readonly sql: string;
}

/** Files named as the Supabase CLI names them: `<version>_<name>.sql`, in order of version. */
const readMigrations = (folder: string): readonly MigrationFile[] =>
  readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const [, version, name] = /^(\d+)_(.*)\.sql$/.exec(file) ?? [];
      return version === undefined || name === undefined
        ? []
        : [{ version, name, sql: readFileSync(join(folder, file), 'utf8') }];
    });

/**
 * Applies the migrations not yet applied, each whole or not at all, and notes them where the Supabase CLI does,
 * so that it can go on from here. Returns how many were applied.
 */
export const migrate = async (
  databaseUrl: string,
  folder: string = MIGRATIONS,
): Promise<Result<number, StartFailure>> => {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query(ROLES);
    // The auth schema and the table of applied migrations. Its keys are never used: nothing is served here.
    const app = createLite({ databaseUrl, secrets: makeSecrets(), connections: 1 });
    await app.ensureSystemSchema();
    await app.connection.close();
    await client.query('grant usage on schema auth to anon, authenticated, service_role');
    const { rows } = await client.query<{ version: string }>(
      'select version from supabase_migrations.schema_migrations',
    );
    const applied = new Set(rows.map((row) => row.version));
    const pending = readMigrations(folder).filter(({ version }) => !applied.has(version));
    for (const file of pending) {
      const done = await apply(client, file);
      if (!done.ok) return done;
    }
    return ok(pending.length);
  } finally {
    await client.end();
  }
};

const apply = async (client: pg.Client, file: MigrationFile): Promise<Result<null, StartFailure>> => {
  const statements = await splitSqlStatements(file.sql);
  try {
    await client.query('begin');
    // The file goes as it is, not statement by statement: what an error points at is a place in the file.
    await client.query(file.sql);
    await client.query(
      'insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, $3)',
      [file.version, file.name, statements],
    );
    await client.query('commit');
    return ok(null);
  } catch (error) {
    await client.query('rollback');
    return err(
      failure(
        'migration_failed',
        `Migration ${file.version}_${file.name} failed: ${place(error, file.sql)}${wordsOf(error)}`,
      ),
    );
  }
};

const place = (error: unknown, sql: string): string => {
  const position = error instanceof pg.DatabaseError ? Number(error.position ?? 0) : 0;
  return position > 0 ? `line ${sql.slice(0, position).split('\n').length}: ` : '';
};
