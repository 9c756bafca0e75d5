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

/** Vitest loads this file once a project, but one PostgreSQL of a kind serves them all: it hangs on the process. */
const shared = globalThis as {
  lagesbildPostgres?: Map<string, { users: number; server: Promise<Shared> }>;
};

const start = async (binDir: string): Promise<Shared> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lagesbild-test-'));
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
export const providePostgres = async (project: TestProject, binDir: string): Promise<() => Promise<void>> => {
  shared.lagesbildPostgres ??= new Map();
  const all = shared.lagesbildPostgres;
  const mine = all.get(binDir) ?? { users: 0, server: start(binDir) };
  all.set(binDir, mine);
  mine.users += 1;
  const server = await mine.server;
  project.provide('postgresUrl', server.url);
  project.provide('postgresLog', server.logFile);
  return async () => {
    mine.users -= 1;
    if (mine.users > 0) return;
    all.delete(binDir);
    await server.cleanUp();
  };
};

/** The embedded one; another installation's by LAGESBILD_PG_BIN. */
export default (project: TestProject): Promise<() => Promise<void>> =>
  providePostgres(project, process.env.LAGESBILD_PG_BIN ?? '');
