import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { err, ok, type Result } from '../study/result.ts';
import { codeOf, failure, type StartFailure } from './failure.ts';

/** PostgreSQL refuses to run as root, so there another user runs it. Null: we run it ourselves. */
export interface PgUser {
  readonly uid: number;
  readonly gid: number;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

const idOf = (name: string): PgUser | null => {
  try {
    const ask = (flag: string): number =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    const user = { uid: ask('-u'), gid: ask('-g') };
    // macOS gives `nobody` a number that does not fit what spawn takes.
    return user.uid > 0 && user.uid < 2 ** 31 && user.gid > 0 && user.gid < 2 ** 31 ? user : null;
  } catch {
    return null; // no such user
  }
};

const create = (): PgUser | null => {
  const ways: readonly (readonly [string, readonly string[]])[] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'lagesbild']],
    ['adduser', ['-S', '-D', '-H', 'lagesbild']],
  ];
  for (const [command, args] of ways) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
      return idOf('lagesbild');
    } catch {
      // the next way: systems differ in which of the two they have
    }
  }
  return null;
};

/** Whoever owns the data already keeps it; else the first of the usual users; else one is made. */
export const choosePgUser = (pgData: string): Result<PgUser | null, StartFailure> => {
  if (!isRoot()) return ok(null);
  try {
    const { uid, gid } = statSync(pgData);
    if (uid !== 0) return ok({ uid, gid });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  for (const name of ['lagesbild', 'postgres', '_postgres', 'nobody']) {
    const user = idOf(name);
    if (user) return ok(user);
  }
  const made = create();
  return made
    ? ok(made)
    : err(
        failure(
          'no_user',
          'PostgreSQL does not run as root and no other user could be made: run as an ordinary user.',
        ),
      );
};

/** The nearest folder above (or at) `path` that `user` may not enter, or null. */
export const closedFolder = (path: string, user: PgUser): string | null => {
  for (let at = resolve(path); ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return at;
    if (dirname(at) === at) return null;
  }
};

/** Makes a folder and those above it that are missing, so that others may pass through, whatever the mask of modes. */
export const makeWay = (path: string): void => {
  if (existsSync(path)) return;
  makeWay(dirname(path));
  mkdirSync(path);
  chmodSync(path, 0o755);
};
