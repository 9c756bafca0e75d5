import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A process is named by its number and the moment it began: numbers are given out again,
 * and a lock that trusted the number alone would sometimes keep a crashed server's data shut for ever.
 */
export interface ProcessMark {
  readonly pid: number;
  /** Opaque; empty where the system does not tell. */
  readonly began: string;
}

const beganOnLinux = (pid: number): string | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The command (second field) may hold spaces and brackets, so count from its closing bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return null; // a zombie holds nothing any more
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return `${boot}/${fields[19] ?? ''}`;
  } catch {
    return null; // no such process (or one hidden from us): `markOf` asks the signal next
  }
};

const beganByPs = (pid: number): string | null => {
  try {
    const text = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    return text === '' ? null : text;
  } catch {
    return null; // ps fails when there is no such process
  }
};

/** True while a process of this number can be signalled; one of another user's counts as there. */
const answers = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** The mark of a living process, or null when there is none of that number. */
export const markOf = (pid: number): ProcessMark | null => {
  if (process.platform === 'linux') {
    const began = beganOnLinux(pid);
    return began === null ? null : { pid, began };
  }
  if (!answers(pid)) return null;
  return { pid, began: process.platform === 'win32' ? '' : (beganByPs(pid) ?? '') };
};

export const isAlive = (mark: ProcessMark): boolean => {
  const now = markOf(mark.pid);
  return now !== null && now.began === mark.began;
};

/** Number of the parent of a process; null where the system does not tell, or it is gone. */
export const parentOf = (pid: number): number | null => {
  try {
    const parent = /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return parent === undefined ? null : Number(parent);
  } catch {
    return null; // not Linux, or gone
  }
};

/** Polls until `done` holds; false when the time is over. Processes of others give no event to wait for. */
export const waitUntil = async (done: () => boolean, milliseconds: number, step = 10): Promise<boolean> => {
  const end = performance.now() + milliseconds;
  while (!done()) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, step));
  }
  return true;
};
