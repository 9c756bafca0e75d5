import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../study/result.ts';
import { makeDataFolder } from './data-folder.ts';
import { failure, type StartFailure } from './failure.ts';
import { findBinaries } from './pg-binaries.ts';
import { initCluster } from './pg-init.ts';
import { launch } from './pg-launch.ts';
import { stopOrphan } from './pg-orphan.ts';
import { choosePgUser, closedFolder } from './pg-user.ts';

export interface RunningPostgres {
  /** `postgres://` URL of the superuser, on loopback. */
  readonly url: string;
  readonly logFile: string;
  readonly stop: () => Promise<void>;
  /** Settles when PostgreSQL has ended, asked or not. */
  readonly ended: Promise<void>;
}

export interface PostgresOptions {
  readonly dataDir: string;
  /** Another installation's binaries, for instance /usr/lib/postgresql/15/bin; default: the package's. */
  readonly binDir?: string;
}

const passwordIn = (dataDir: string): string => {
  const path = join(dataDir, 'database-password');
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(path, 'utf8');
};

/** A log beyond this is put aside at the next start; one older is kept. */
const LOG_BYTES = 5_000_000;
/** Each try takes about 50 ms, so this waits about two seconds. */
const CRASH_TRIES = 40;

const openLog = (dataDir: string): string => {
  const path = join(dataDir, 'postgres.log');
  if (existsSync(path) && statSync(path).size > LOG_BYTES) renameSync(path, `${path}.1`);
  if (!existsSync(path)) writeFileSync(path, '', { mode: 0o600 });
  return path;
};

const lastLines = (path: string): string =>
  existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').slice(-3).join(' | ') : '';

/** Starts PostgreSQL on `dataDir`, making a cluster first where there is none, and recovering one left by a crash. */
export const startPostgres = async ({
  dataDir,
  binDir,
}: PostgresOptions): Promise<Result<RunningPostgres, StartFailure>> => {
  makeDataFolder(dataDir);
  const pgData = join(dataDir, 'pg');
  const chosen = choosePgUser(pgData);
  if (!chosen.ok) return chosen;
  const user = chosen.value;
  if (user) {
    // Others may pass through, not look: every file in it is closed by itself.
    chmodSync(dataDir, 0o711);
    const closed = closedFolder(dataDir, user);
    if (closed !== null) {
      return err(
        failure(
          'closed_folder',
          `PostgreSQL does not run as root, and its user may not enter ${closed}: choose another LAGESBILD_DATA.`,
        ),
      );
    }
  }
  const binaries = binDir === undefined ? findBinaries(user, dataDir) : ok(binDir);
  if (!binaries.ok) return binaries;
  const bin = binaries.value;
  const password = passwordIn(dataDir);
  const orphan = await stopOrphan(pgData);
  if (!orphan.ok) return orphan;
  const made = await initCluster({ bin, dataDir, pgData, user, password });
  if (!made.ok) return made;

  const logFile = openLog(dataDir);
  // After a kill, parts of the last PostgreSQL may hold its memory for a moment longer; a start is refused until then.
  const crashed = existsSync(join(pgData, 'postmaster.pid'));
  const plan = { bin, pgData, logFile, user };
  let launched = await launch(plan);
  for (let tries = 1; launched === null && crashed && tries < CRASH_TRIES; tries++)
    launched = await launch(plan);
  if (launched === null) {
    return err(failure('start_failed', `PostgreSQL did not start: ${lastLines(logFile)}`));
  }
  return ok({
    url: `postgres://postgres:${password}@127.0.0.1:${launched.port}/postgres`,
    logFile,
    ended: launched.ended,
    stop: launched.stop,
  });
};
