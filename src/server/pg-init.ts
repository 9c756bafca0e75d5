import { execFile } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { err, ok, type Result } from '../study/result.ts';
import { failure, type StartFailure, wordsOf } from './failure.ts';
import type { PgUser } from './pg-user.ts';

interface ClusterPlan {
  readonly bin: string;
  readonly dataDir: string;
  readonly pgData: string;
  readonly user: PgUser | null;
  readonly password: string;
}

/** A backup put back by root belongs to root; PostgreSQL insists that its folder is its own, and closed. */
const adopt = (path: string, user: PgUser): void => {
  if (statSync(path).uid === user.uid) return;
  chmodSync(path, 0o700);
  for (const inner of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(path, inner), user.uid, user.gid);
  }
  // Last, so that a start cut short here begins anew.
  chownSync(path, user.uid, user.gid);
};

/** Makes the cluster in a folder of another name and renames it when whole: a cut-short init leaves nothing to trust. */
export const initCluster = async (plan: ClusterPlan): Promise<Result<null, StartFailure>> => {
  if (existsSync(plan.pgData)) {
    if (plan.user) adopt(plan.pgData, plan.user);
    return ok(null);
  }
  const draft = join(plan.dataDir, 'pg.new');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const pwfile = join(draft, 'pw');
  const cluster = join(draft, 'pg');
  writeFileSync(pwfile, plan.password, { mode: 0o600 });
  if (plan.user) for (const path of [draft, pwfile]) chownSync(path, plan.user.uid, plan.user.gid);
  const args = [
    ['-D', cluster],
    ['-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', pwfile],
    // The language of the machine must not decide how names sort: queries name their collation.
    ['--encoding=UTF8', '--locale=C', '--text-search-config=simple'],
  ].flat();
  try {
    await promisify(execFile)(join(plan.bin, 'initdb'), args, {
      cwd: '/',
      env: process.platform === 'win32' ? process.env : { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
      ...plan.user,
    });
  } catch (error) {
    return err(
      failure(
        'init_failed',
        `PostgreSQL could not make its data folder: ${wordsOf(error).trim().replaceAll('\n', ' | ')}`,
      ),
    );
  }
  renameSync(cluster, plan.pgData);
  rmSync(draft, { recursive: true, force: true });
  return ok(null);
};
