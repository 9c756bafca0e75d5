import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PgUser } from './pg-user.ts';
import { waitUntil } from './processes.ts';

export interface LaunchPlan {
  readonly bin: string;
  readonly pgData: string;
  readonly logFile: string;
  readonly user: PgUser | null;
}

export interface Launched {
  readonly port: number;
  /** Settles when PostgreSQL has ended, asked or not. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Replaying the log after a crash takes as long as it takes; a start that is not over by now is not coming. */
const PATIENCE = 300_000;
const SUPERVISOR = fileURLToPath(new URL('./supervisor.mjs', import.meta.url));

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

/** PostgreSQL writes its port and state into lines 4 and 8 of its pid file; a crashed one's file has another port. */
const isReady = (pgData: string, port: number): boolean => {
  try {
    const lines = readFileSync(join(pgData, 'postmaster.pid'), 'utf8').split('\n');
    return lines[3] === String(port) && lines[7]?.trim() === 'ready';
  } catch {
    return false; // not written yet
  }
};

/** Starts PostgreSQL under a supervisor of its own and waits until it serves; null when it ends instead. */
export const launch = async ({ bin, pgData, logFile, user }: LaunchPlan): Promise<Launched | null> => {
  const port = await freePort();
  const task = {
    command: join(bin, 'postgres'),
    args: ['-D', pgData, ...settings(port)],
    log: logFile,
    ...user,
  };
  const supervisor = spawn(process.execPath, [SUPERVISOR, JSON.stringify(task)], {
    // Its own session: the terminal's Ctrl-C must not reach PostgreSQL before the server has finished with it.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    windowsHide: true,
  });
  let gone = false;
  const ended = new Promise<void>((resolve) => {
    supervisor.once('close', () => {
      gone = true;
      resolve();
    });
  });
  const stop = async (): Promise<void> => {
    supervisor.stdin.end();
    await ended;
  };
  await waitUntil(() => gone || isReady(pgData, port), PATIENCE);
  if (!gone && isReady(pgData, port)) return { port, ended, stop };
  await stop();
  return null;
};
