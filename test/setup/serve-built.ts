import { randomBytes } from 'node:crypto';
import { createApi } from '../../src/server/api.ts';
import { buildIfStale, DIST } from '../../src/server/build.ts';
import { startDatabase } from '../../src/server/database.ts';
import type { StartFailure } from '../../src/server/failure.ts';
import { filesFrom, serve } from '../../src/server/http.ts';
import { makeSecrets } from '../../src/server/secrets.ts';
import { offerSetupCode } from '../../src/server/server-state.ts';
import { formatCode, makeCode } from '../../src/study/code.ts';
import type { Result } from '../../src/study/result.ts';
import { openFolder } from './child.ts';

export interface Served {
  /** What `npm start` prints: with the set-up code. */
  readonly link: string;
  readonly origin: string;
  readonly anonKey: string;
  /** Superuser. */
  readonly databaseUrl: string;
}

const must = <T>(result: Result<T, StartFailure>): T => {
  if (!result.ok) throw new Error(result.error.line);
  return result.value;
};

/** The built app with a database of its own on a free port, for scripts outside the test runner. */
export const serveBuilt = async (
  /** Before the API reads which tables there are. */
  prepare: (databaseUrl: string) => Promise<void> = async () => undefined,
): Promise<Served & { readonly stop: () => Promise<void> }> => {
  must(await buildIfStale((line) => console.error(line)));
  const folder = openFolder();
  const now = (): Date => new Date();
  const database = must(await startDatabase({ dataDir: folder.path, say: () => undefined, now }));
  const secrets = makeSecrets();
  const { url } = database;
  await prepare(url);
  const api = await createApi({ databaseUrl: url, secrets });
  const { anonKey } = secrets;
  const http = must(await serve({ port: 0, api: api.fetch, anonKey, pages: filesFrom(DIST) }));
  const code = makeCode(randomBytes);
  await offerSetupCode(url, code);
  return {
    link: `${http.origin}/#/start?code=${formatCode(code)}`,
    origin: http.origin,
    anonKey,
    databaseUrl: url,
    stop: async () => {
      await http.stop();
      await api.close();
      await database.stop();
      folder.remove();
    },
  };
};
