import { readFileSync } from 'node:fs';
import { parentOf } from './processes.ts';

export type StopReason = 'asked' | 'parent_gone' | 'database_ended';

/** How often the parent is looked at; nothing tells a process that its parent was killed. */
const LOOK = 500;

const isShell = (pid: number): boolean => {
  try {
    return /^(?:ba|da|a|z|k)?sh$/.test(readFileSync(`/proc/${pid}/comm`, 'utf8').trim());
  } catch {
    return false; // gone, or a system whose shells put the program in their own place
  }
};

/** The processes between us and npm, npm included: some shells stay in between, and outlive npm. */
const line = (): readonly (number | null)[] => {
  const parent = process.ppid;
  return isShell(parent) ? [parent, parentOf(parent)] : [parent];
};

/** Taken when the process begins, so that a parent killed during the start is missed too. */
const AT_START = line().join();

/**
 * Settles at Ctrl-C, SIGTERM or a closed terminal; when npm, which started us, is killed (it could not pass that on);
 * or when the database ends by itself.
 */
export const untilStopped = (databaseEnded: Promise<void>, env: NodeJS.ProcessEnv): Promise<StopReason> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('asked'));
    void databaseEnded.then(() => resolve('database_ended'));
    if (env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
    setInterval(() => {
      if (line().join() !== AT_START) resolve('parent_gone');
    }, LOOK).unref();
  });
