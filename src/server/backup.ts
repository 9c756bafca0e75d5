import {
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { wasShutDown } from './pg-clean.ts';

const KEPT = 3;
/** Lies in every copy: a data folder that holds it was put back from one. */
const MARK = 'lagesbild-backup';

/** The instant as a folder name that sorts: `2026-11-23T23-40-10Z`. */
const nameOf = (instant: Date): string =>
  instant
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');

export type BackupOutcome =
  | { readonly made: true; readonly at: Date; readonly folder: string }
  | { readonly made: false; readonly why: 'no_data' | 'unclean_stop' };

/**
 * A copy of the database as it was stopped, made before it starts again; PostgreSQL must not run.
 * Only a clean stop gives a copy worth keeping: after a crash the copies from before it stay.
 */
export const backUp = (dataDir: string, now: Date): BackupOutcome => {
  const pgData = join(dataDir, 'pg');
  if (!existsSync(pgData)) return { made: false, why: 'no_data' };
  if (!wasShutDown(pgData)) return { made: false, why: 'unclean_stop' };
  const folder = join(dataDir, 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.part')) rmSync(join(folder, name), { recursive: true, force: true });
  }
  const target = join(folder, nameOf(now));
  rmSync(target, { recursive: true, force: true });
  const draft = `${target}.part`;
  // Where the file system can, the copy shares blocks until one side changes: it costs next to nothing.
  cpSync(pgData, draft, { recursive: true, preserveTimestamps: true, mode: constants.COPYFILE_FICLONE });
  rmSync(join(draft, 'postmaster.pid'), { force: true });
  writeFileSync(join(draft, MARK), `${now.toISOString()}\n`);
  renameSync(draft, target);
  const names = readdirSync(folder).sort();
  for (const name of names.slice(0, -KEPT)) rmSync(join(folder, name), { recursive: true, force: true });
  return { made: true, at: now, folder: target };
};

/** Somebody has put a copy in the place of `pg`. */
export const isRestored = (dataDir: string): boolean => existsSync(join(dataDir, 'pg', MARK));

export const clearBackupMark = (dataDir: string): void => rmSync(join(dataDir, 'pg', MARK), { force: true });
