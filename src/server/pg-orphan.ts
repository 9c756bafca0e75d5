import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../study/result.ts';
import { codeOf, failure, type StartFailure } from './failure.ts';
import { markOf, waitUntil } from './processes.ts';

/** Its command line, so that no innocent process that was given the same number is stopped. */
const commandOf = (pid: number): string => {
  try {
    return process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return ''; // no such process, or no way to ask: PostgreSQL's own check of its pid file has to do
  }
};

/**
 * A PostgreSQL whose server and supervisor were both killed may still run on the data. Whoever calls holds the
 * data's lock, so nobody else uses it: it is asked to stop, and then made to.
 */
export const stopOrphan = async (pgData: string): Promise<Result<null, StartFailure>> => {
  let text: string;
  try {
    text = readFileSync(join(pgData, 'postmaster.pid'), 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return ok(null);
    throw error;
  }
  const pid = Number(text.split('\n')[0]);
  if (!(Number.isSafeInteger(pid) && pid > 1)) return ok(null);
  const gone = (): boolean => markOf(pid) === null || !commandOf(pid).includes('postgres');
  for (const [signal, patience] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    if (gone()) return ok(null);
    process.kill(pid, signal);
    if (await waitUntil(gone, patience)) return ok(null);
  }
  return err(
    failure('data_in_use', `PostgreSQL (process ${pid}) still runs on ${pgData} and does not stop.`),
  );
};
