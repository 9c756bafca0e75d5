import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/server/migrate.ts';
import { startPostgres } from '../../src/server/postgres.ts';
import { adminQuery, databaseNamed } from './admin.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser URL of this run's PostgreSQL. */
    postgresUrl: string;
    /** Its log, for the tests that nothing of an answer gets there. */
    postgresLog: string;
  }
}

export const TEMPLATE = 'template_lagesbild';

interface Shared {
  readonly url: string;
  readonly logFile: string;
  readonly cleanUp: () => Promise<void>;
}

/** Vitest loads this file once a project, but one PostgreSQL serves them all: it hangs on the process. */
const shared = globalThis as { lagesbildPostgres?: { users: number; server: Promise<Shared> } };

const start = async (): Promise<Shared> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lagesbild-test-'));
  // The same tests run on an older server: LAGESBILD_PG_BIN=/usr/lib/postgresql/15/bin npx vitest run --project contract
  const binDir = process.env.LAGESBILD_PG_BIN;
  const started = await startPostgres({ dataDir, ...(binDir ? { binDir } : {}) });
  if (!started.ok) throw new Error(started.error.line);
  const { url, logFile, stop } = started.value;
  const cleanUp = async (): Promise<void> => {
    await stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await adminQuery(url, `create database ${TEMPLATE}`);
    const migrated = await migrate(databaseNamed(url, TEMPLATE));
    if (!migrated.ok) throw new Error(migrated.error.line);
  } catch (error) {
    await cleanUp();
    throw error;
  }
  return { url, logFile, cleanUp };
};

/** One PostgreSQL and one migrated template a run; each test file clones the template (`freshDatabase`). */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  shared.lagesbildPostgres ??= { users: 0, server: start() };
  const mine = shared.lagesbildPostgres;
  mine.users += 1;
  const server = await mine.server;
  project.provide('postgresUrl', server.url);
  project.provide('postgresLog', server.logFile);
  return async () => {
    mine.users -= 1;
    if (mine.users > 0) return;
    delete shared.lagesbildPostgres;
    await server.cleanUp();
  };
};
