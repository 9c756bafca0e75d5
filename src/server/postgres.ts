import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { err, ok, type Result } from '../study/result.ts';
import { failure, type StartFailure } from './failure.ts';
import { findBinaries } from './pg-binaries.ts';
import { initCluster } from './pg-init.ts';
import { stopOrphan } from './pg-orphan.ts';
import { choosePgUser, closedFolder } from './pg-user.ts';
import { waitUntil } from './processes.ts';

export interface RunningPostgres {
  /** `postgres://` URL of the superuser, on loopback. */
  readonly url: string;
  readonly logFile: string;
  /** Of the process that holds PostgreSQL. */
  readonly supervisor: number;
  readonly stop: () => Promise<void>;
  /** Settles when PostgreSQL has ended, asked or not. */
  readonly ended: Promise<void>;
}

export interface PostgresOptions {
  readonly dataDir: string;
  /** Another installation's binaries, for instance /usr/lib/postgresql/15/bin; default: the package's. */
  readonly binDir?: string;
}

/**
 * What PostgreSQL is told at each start. The log names no row, value or statement: answers must not reach it,
 * so errors are terse (DETAIL prints rows) and statements and parameters are left out.
 */
const settings = (port: number): readonly string[] =>
  [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'password_encryption=scram-sha-256',
    'fsync=on',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_error_verbosity=terse',
    'log_min_error_statement=panic',
    'log_parameter_max_length=0',
    'log_parameter_max_length_on_error=0',
    'log_statement=none',
    'log_connections=off',
  ].flatMap((setting) => ['-c', setting]);

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });

const passwordIn = (dataDir: string): string => {
  const path = join(dataDir, 'database-password');
  if (!existsSync(path)) writeFileSync(path, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(path, 'utf8');
};

/** PostgreSQL writes its port and state into lines 4 and 8 of its pid file; a crashed one's file has another port. */
const isReady = (pgData: string, port: number): boolean => {
  try {
    const lines = readFileSync(join(pgData, 'postmaster.pid'), 'utf8').split('\n');
    return lines[3] === String(port) && lines[7]?.trim() === 'ready';
  } catch {
    return false; // not written yet
  }
};

const lastLines = (path: string): string =>
  existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').slice(-3).join(' | ') : '';

/** Starts PostgreSQL on `dataDir`, making a cluster first where there is none, and recovering one left by a crash. */
export const startPostgres = async ({
  dataDir,
  binDir,
}: PostgresOptions): Promise<Result<RunningPostgres, StartFailure>> => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
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
  const binaries = binDir === undefined ? findBinaries(user) : ok(binDir);
  if (!binaries.ok) return binaries;
  const bin = binaries.value;
  const password = passwordIn(dataDir);
  const orphan = await stopOrphan(pgData);
  if (!orphan.ok) return orphan;
  const made = await initCluster({ bin, dataDir, pgData, user, password });
  if (!made.ok) return made;

  const logFile = join(dataDir, 'postgres.log');
  if (!existsSync(logFile)) writeFileSync(logFile, '', { mode: 0o600 });
  const port = await freePort();
  const task = {
    command: join(bin, 'postgres'),
    args: ['-D', pgData, ...settings(port)],
    log: logFile,
    ...user,
  };
  const supervisor = spawn(
    process.execPath,
    [fileURLToPath(new URL('./supervisor.mjs', import.meta.url)), JSON.stringify(task)],
    // Its own session: the terminal's Ctrl-C must not reach PostgreSQL before the server has finished with it.
    { detached: true, stdio: ['pipe', 'ignore', 'ignore'], windowsHide: true },
  );
  let gone = false;
  const ended = new Promise<void>((resolve) => {
    supervisor.once('close', () => {
      gone = true;
      resolve();
    });
  });
  await waitUntil(() => gone || isReady(pgData, port), 60_000);
  if (gone || !isReady(pgData, port)) {
    supervisor.stdin.end();
    await ended;
    return err(failure('start_failed', `PostgreSQL did not start: ${lastLines(logFile)}`));
  }
  return ok({
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    logFile,
    supervisor: supervisor.pid ?? 0,
    ended,
    stop: async () => {
      supervisor.stdin.end();
      await ended;
    },
  });
};
