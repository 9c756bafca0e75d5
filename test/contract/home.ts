import { readFileSync } from 'node:fs';
import pg from 'pg';
import { inject } from 'vitest';
import { freshBackend } from '../setup/backend.ts';

/**
 * A home of the database as the contract tests see it: an address for supabase-js and an owner's way in.
 * Embedded by default (a database cloned from the run's template); hosted where SUPABASE_URL, SUPABASE_ANON_KEY and
 * SUPABASE_DB_URL name a project kept for tests, whose content is then removed by every test file.
 */
export interface Home {
  readonly url: string;
  readonly anonKey: string;
  /** Known where the home is ours, to forge tokens with; null on a hosted project. */
  readonly jwtSecret: string | null;
  /** As the owner of the database. */
  readonly sql: <Row extends object>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;
  /** A second connection of the owner, for transactions that overlap. */
  readonly connect: () => Promise<pg.Client>;
  /** What PostgreSQL has logged so far; null where it cannot be read. */
  readonly log: () => string | null;
  readonly stop: () => Promise<void>;
}

export const TEST_STUDY = 'Contract test';

/** Every table but the server's own row and the guard's rules. */
const WIPE = `
  do $$ begin
    execute (select 'truncate ' || string_agg(format('public.%I', tablename), ', ') from pg_tables
      where schemaname = 'public' and tablename not in ('server_state', 'guard_rule', 'guard_normalisation'));
  end $$;
  delete from auth.users where email like '%@people.example';
  update public.server_state set setup_code_hash = null, backup_at = null;`;

const owner = async (databaseUrl: string) => {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  return client;
};

const openHosted = async (url: string, anonKey: string, databaseUrl: string): Promise<Home> => {
  const client = await owner(databaseUrl);
  const { rows } = await client.query<{ name: string }>('select name from public.study');
  const alien = rows.find((row) => row.name !== TEST_STUDY);
  if (alien)
    throw new Error(`The project at ${url} holds a study that is not a test's; nothing was touched.`);
  await client.query(WIPE);
  return {
    url,
    anonKey,
    jwtSecret: null,
    sql: async (text, values = []) => (await client.query(text, [...values])).rows,
    connect: () => owner(databaseUrl),
    log: () => null,
    stop: () => client.end(),
  };
};

const openEmbedded = async (tokenSeconds?: number): Promise<Home> => {
  const backend = await freshBackend(tokenSeconds === undefined ? {} : { tokenSeconds });
  const client = await owner(backend.databaseUrl);
  const logFile = inject('postgresLog');
  return {
    url: backend.url,
    anonKey: backend.anonKey,
    jwtSecret: backend.secrets.jwtSecret,
    sql: async (text, values = []) => (await client.query(text, [...values])).rows,
    connect: () => owner(backend.databaseUrl),
    log: () => readFileSync(logFile, 'utf8'),
    stop: async () => {
      await client.end();
      await backend.stop();
    },
  };
};

export const openHome = async (options: { readonly tokenSeconds?: number } = {}): Promise<Home> => {
  const { SUPABASE_URL, SUPABASE_ANON_KEY, SUPABASE_DB_URL } = process.env;
  if (!SUPABASE_URL) return openEmbedded(options.tokenSeconds);
  if (!SUPABASE_ANON_KEY || !SUPABASE_DB_URL)
    throw new Error('SUPABASE_URL is set: SUPABASE_ANON_KEY and SUPABASE_DB_URL are needed too.');
  return openHosted(SUPABASE_URL, SUPABASE_ANON_KEY, SUPABASE_DB_URL);
};
