import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { type Api, createApi } from '../../src/server/api.ts';
import { filesFrom, serve } from '../../src/server/http.ts';
import { makeSecrets, type Secrets } from '../../src/server/secrets.ts';
import { adminQuery, databaseNamed } from './admin.ts';

export interface FreshDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** A migrated, empty database of its own, cloned from the run's template (about 40 ms). */
export const freshDatabase = async (): Promise<FreshDatabase> => {
  const postgres = inject('postgresUrl');
  const name = `t_${randomBytes(8).toString('hex')}`;
  await adminQuery(postgres, `create database ${name} template template_lagesbild`);
  return {
    url: databaseNamed(postgres, name),
    drop: () => adminQuery(postgres, `drop database ${name} with (force)`),
  };
};

export interface Backend {
  /** `http://127.0.0.1:<port>`: what supabase-js takes. */
  readonly url: string;
  readonly anonKey: string;
  readonly secrets: Secrets;
  /** Superuser, for looking at what no role may read. */
  readonly databaseUrl: string;
  /** The API without the network. */
  readonly fetch: Api['fetch'];
  readonly stop: () => Promise<void>;
}

/** A whole backend on a free port: fresh database, API, and the files of `root` if given. */
export const freshBackend = async ({
  root = '/nonexistent',
  tokenSeconds,
}: {
  readonly root?: string;
  readonly tokenSeconds?: number;
} = {}): Promise<Backend> => {
  const database = await freshDatabase();
  const secrets = makeSecrets();
  const api = await createApi({
    databaseUrl: database.url,
    secrets,
    connections: 4,
    ...(tokenSeconds === undefined ? {} : { tokenSeconds }),
  });
  const served = await serve({ port: 0, api: api.fetch, anonKey: secrets.anonKey, pages: filesFrom(root) });
  if (!served.ok) throw new Error(served.error.line);
  return {
    url: served.value.origin,
    anonKey: secrets.anonKey,
    secrets,
    databaseUrl: database.url,
    fetch: api.fetch,
    stop: async () => {
      await served.value.stop();
      await api.close();
      await database.drop();
    },
  };
};
