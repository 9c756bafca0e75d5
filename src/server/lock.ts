import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../study/result.ts';
import { codeOf, failure, type StartFailure } from './failure.ts';
import { isAlive, markOf, type ProcessMark } from './processes.ts';

export interface Lock {
  readonly release: () => void;
}

const parse = (text: string): ProcessMark | null => {
  const [pid, began] = text.split('\n');
  const number = Number(pid);
  return Number.isSafeInteger(number) && number > 0 ? { pid: number, began: began ?? '' } : null;
};

const readOrNull = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
};

/**
 * One server at a time holds the data. The lock is a file that names its holder; a hard link makes it,
 * which fails when the name is taken, so that of two at once one wins. A dead holder's lock is put aside.
 */
export const takeLock = (dataDir: string): Result<Lock, StartFailure> => {
  const path = join(dataDir, 'lock');
  const mine = markOf(process.pid) ?? { pid: process.pid, began: '' };
  const text = `${mine.pid}\n${mine.began}\n`;
  const draft = join(dataDir, `lock.${process.pid}`);
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    for (;;) {
      try {
        linkSync(draft, path);
        return ok({ release: () => readOrNull(path) === text && rmSync(path, { force: true }) });
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
      }
      const held = readOrNull(path);
      if (held === null) continue; // released between the two looks
      const holder = parse(held);
      if (holder !== null && isAlive(holder)) {
        return err(
          failure(
            'data_in_use',
            `Another Lägesbild (process ${holder.pid}) is using the data in ${dataDir}.`,
          ),
        );
      }
      putAside(path, held);
    }
  } finally {
    rmSync(draft, { force: true });
  }
};

/** Removes the lock judged stale; if somebody else's fresh one was caught instead, it is put back. */
const putAside = (path: string, judged: string): void => {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return; // another starter put it aside first
    throw error;
  }
  if (readFileSync(aside, 'utf8') !== judged) linkSync(aside, path);
  rmSync(aside, { force: true });
};
