import { join } from 'node:path';
import { ok, type Result } from '../study/result.ts';
import { type BackupOutcome, backUp, clearBackupMark, isRestored } from './backup.ts';
import { makeDataFolder } from './data-folder.ts';
import { type StartFailure, wordsOf } from './failure.ts';
import { takeLock } from './lock.ts';
import { migrate } from './migrate.ts';
import { stopOrphan } from './pg-orphan.ts';
import { startPostgres } from './postgres.ts';
import { beginEpoch, reportBackup } from './server-state.ts';

export interface Database {
  readonly url: string;
  readonly logFile: string;
  readonly stop: () => Promise<void>;
  readonly ended: Promise<void>;
}

export interface DatabaseOptions {
  readonly dataDir: string;
  /** Progress, one line each, for the console. */
  readonly say: (line: string) => void;
  readonly now: () => Date;
  readonly binDir?: string;
  readonly migrations?: string;
}

const tell = (say: (line: string) => void, backup: BackupOutcome): void => {
  if (backup.made) say(`Backup made: ${backup.folder}`);
  else if (backup.why === 'unclean_stop') {
    say('No backup this time: the last stop was not a clean one. Earlier backups stay.');
  }
};

/** The embedded database of a data folder: locked, backed up, started and migrated. */
export const startDatabase = async (options: DatabaseOptions): Promise<Result<Database, StartFailure>> => {
  const { dataDir, say } = options;
  makeDataFolder(dataDir);
  const lock = takeLock(dataDir);
  if (!lock.ok) return lock;
  const opened = await open(options);
  if (!opened.ok) {
    lock.value.release();
    return opened;
  }
  const { stop, ended, ...rest } = opened.value;
  return ok({
    ...rest,
    ended,
    stop: async () => {
      await stop();
      lock.value.release();
      say('Database stopped.');
    },
  });
};

const open = async (options: DatabaseOptions): Promise<Result<Database, StartFailure>> => {
  const { dataDir, say } = options;
  const orphan = await stopOrphan(join(dataDir, 'pg'));
  if (!orphan.ok) return orphan;
  let backup: BackupOutcome;
  try {
    backup = backUp(dataDir, options.now());
    tell(say, backup);
  } catch (error) {
    // A full disk must not keep the study closed, but nobody shall believe there is a backup.
    backup = { made: false, why: 'unclean_stop' };
    say(`No backup this time: ${wordsOf(error)}`);
  }
  const restored = isRestored(dataDir);
  say('Starting PostgreSQL ...');
  const started = await startPostgres({
    dataDir,
    ...(options.binDir === undefined ? {} : { binDir: options.binDir }),
  });
  if (!started.ok) return started;
  const migrated = await migrate(started.value.url, options.migrations);
  if (!migrated.ok) {
    await started.value.stop();
    return migrated;
  }
  if (migrated.value > 0) say(`Database brought up to date: ${migrated.value} migrations applied.`);
  await tellDatabase(started.value.url, { restored, backup });
  if (restored) {
    clearBackupMark(dataDir);
    say('This is a restored backup: every device will fetch anew and offer again what it still keeps.');
  }
  return ok(started.value);
};

const tellDatabase = async (
  url: string,
  { restored, backup }: { readonly restored: boolean; readonly backup: BackupOutcome },
): Promise<void> => {
  // The epoch first: a crash between the two must not leave old replicas trusting a restored server.
  if (restored) await beginEpoch(url);
  if (backup.made) await reportBackup(url, backup.at);
};
