import type { Write } from '../store/port.ts';
import type { View } from '../study/command.ts';
import { isKind, KINDS, type Payloads } from '../study/commands/index.ts';
import type { Id } from '../study/ids.ts';

/** Own commands, newest last, with what takes each back; kept sealed, so that undo works after a reload. */
export interface Done {
  readonly id: Id;
  readonly kind: keyof Payloads;
  /** null: cannot be taken back (a redaction, a call that was made). */
  readonly inverse: unknown;
  /** Revisions of the fields written, as they stand once the command is applied: the inverse's base. */
  readonly after: Readonly<Record<string, number>>;
}

export const HISTORY = 'history';
const LONGEST = 500;

export const historyWrite = (history: readonly Done[]): Write => ({
  table: 'docs',
  id: HISTORY,
  value: history.slice(-LONGEST),
});

/** Fields a command wrote count one more than its author saw. */
export const afterOf = (
  base: Readonly<Record<string, number>> | undefined,
): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(base ?? {}).map(([field, rev]) => [field, rev + 1]));

/** Somebody wrote one of the fields since: taking back would take back theirs as well. */
export const isStale = (view: View, done: Done): boolean => {
  if (!isKind(done.kind)) return true;
  const now = KINDS[done.kind].base?.(view, done.inverse as never) ?? {};
  return Object.entries(done.after).some(([field, rev]) => now[field] !== rev);
};
