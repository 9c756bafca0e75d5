import { err, ok, type Result } from '../study/result.ts';
import { createApi } from './api.ts';
import { startDatabase } from './database.ts';
import type { StartFailure } from './failure.ts';
import { type HttpOptions, serve } from './http.ts';
import { openSecrets } from './secrets.ts';
import { offerSetupCode } from './server-state.ts';
import { forgetSetupCode, openSetupCode } from './setup-code.ts';

export interface WholeServer {
  readonly origin: string;
  /** What to open: with the set-up code until a study is founded. */
  readonly link: string;
  /** Settles when the database ends, asked or not. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

export interface WholeServerOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly pages: HttpOptions['pages'];
  readonly headers?: HttpOptions['headers'];
  readonly say: (line: string) => void;
  readonly now: () => Date;
}

/** Database, API and pages of one data folder, in that order; what was started is stopped when a later part fails. */
export const startWholeServer = async (
  options: WholeServerOptions,
): Promise<Result<WholeServer, StartFailure>> => {
  const { dataDir, say, now } = options;
  const database = await startDatabase({ dataDir, say, now });
  if (!database.ok) return database;
  const secrets = openSecrets(dataDir);
  if (!secrets.ok) {
    await database.value.stop();
    return secrets;
  }
  const { anonKey } = secrets.value;
  const api = await createApi({ databaseUrl: database.value.url, secrets: secrets.value });
  const stopData = async (): Promise<void> => {
    await api.close();
    await database.value.stop();
  };
  const http = await serve({
    port: options.port,
    api: api.fetch,
    anonKey,
    pages: options.pages,
    ...(options.headers === undefined ? {} : { headers: options.headers }),
  });
  if (!http.ok) {
    await stopData();
    return err(http.error);
  }
  const { origin } = http.value;
  const code = openSetupCode(dataDir);
  const open = await offerSetupCode(database.value.url, code);
  if (!open) forgetSetupCode(dataDir);
  return ok({
    origin,
    link: open ? `${origin}/#/start?code=${code}` : `${origin}/`,
    ended: database.value.ended,
    stop: async () => {
      await http.value.stop();
      await stopData();
    },
  });
};
