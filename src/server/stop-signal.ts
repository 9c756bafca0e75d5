export type StopReason = 'asked' | 'parent_gone' | 'database_ended';

/** How often the parent is looked at; nothing tells a process that its parent was killed. */
const LOOK = 500;

/**
 * Settles at Ctrl-C, SIGTERM or a closed terminal; when npm, which started us, is killed (it could not pass that on);
 * or when the database ends by itself.
 */
export const untilStopped = (databaseEnded: Promise<void>, env: NodeJS.ProcessEnv): Promise<StopReason> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve('asked'));
    void databaseEnded.then(() => resolve('database_ended'));
    if (env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) resolve('parent_gone');
    }, LOOK).unref();
  });
