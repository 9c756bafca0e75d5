import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { markOf, waitUntil } from '../../src/server/processes.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export interface ServerChild {
  readonly process: ChildProcess;
  /** What it printed so far. */
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** The link it printed, or null when it ended before. */
  readonly link: Promise<string | null>;
  readonly exit: Promise<number | null>;
}

export interface ChildOptions {
  readonly dataDir: string;
  readonly root?: string;
  readonly uid?: number;
  readonly gid?: number;
  /** Under a process that stands for npm, with a shell that stays in between. */
  readonly underNpm?: boolean;
}

/** A data folder that another user may enter, as PostgreSQL must when the tests run as root. */
export const openFolder = (): { readonly path: string; readonly remove: () => void } => {
  const path = mkdtempSync(join(tmpdir(), 'lagesbild-data-'));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

/** Starts a whole server in a process of its own. */
export const startChild = ({ dataDir, root = ROOT, underNpm, ...user }: ChildOptions): ServerChild => {
  const server = [process.execPath, '--import', 'tsx', join(root, 'test/setup/serve-child.ts')];
  // `; true` keeps a shell from putting the program in its own place.
  const npm = `require('node:child_process').spawn('sh', ['-c', '"$0" "$@"; true', ...process.argv.slice(1)], { stdio: 'inherit' })`;
  const [command = '', ...args] = underNpm ? [process.execPath, '-e', npm, ...server] : server;
  const child = spawn(command, args, {
    cwd: root,
    env: {
      ...(underNpm ? { npm_lifecycle_event: 'start' } : {}),
      PATH: process.env.PATH,
      LAGESBILD_DATA: dataDir,
      HOME: '/nonexistent',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  });
  let out = '';
  let errors = '';
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  const link = new Promise<string | null>((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      const found = /ready: (\S+)/.exec(out)?.[1];
      if (found) resolve(found);
    });
    void exit.then(() => resolve(null));
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return { process: child, stdout: () => out, stderr: () => errors, link, exit };
};

/** The process number of the PostgreSQL that runs on a data folder. */
export const postgresPid = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0]);

/** True when the process has ended before the patience does. */
export const hasEnded = (pid: number): Promise<boolean> => waitUntil(() => markOf(pid) === null, 20_000);
