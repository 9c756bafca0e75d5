import type { Write } from '../store/port.ts';
import type { View } from '../study/command.ts';
import { isKind, KINDS, type Payloads } from '../study/commands/index.ts';
import type { Id } from '../study/ids.ts';

/** Own commands, newest last, with what takes each back; kept sealed, so that undo works after a reload. */
export interface Done {
  readonly id: Id;
  /** Kind of the command that takes it back. */
  readonly kind: keyof Payloads;
  /** null: cannot be taken back (a redaction, a call that was made). */
  readonly inverse: unknown;
  /** Revisions of the fields written, as they stand once the command is applied: the inverse's base. */
  readonly after: Readonly<Record<string, number>>;
}

/** `undone`: what was taken back, newest last, until something else is done; each takes back its taking back. */
export interface History {
  readonly done: readonly Done[];
  readonly undone: readonly Done[];
}

export const HISTORY_DOC = 'history';
const LONGEST = 500;

/** What was kept before there was redo is the list alone. */
export const readHistory = (value: unknown): History => {
  if (Array.isArray(value)) return { done: value as readonly Done[], undone: [] };
  return (value as History | undefined) ?? { done: [], undone: [] };
};

export const historyWrite = ({ done, undone }: History): Write => ({
  table: 'docs',
  id: HISTORY_DOC,
  value: { done: done.slice(-LONGEST), undone: undone.slice(-LONGEST) },
});

/** How a command changes the history. */
export type Step = 'do' | 'undo' | 'redo';
export const stepped = ({ done, undone }: History, step: Step, made: Done): History => {
  switch (step) {
    case 'do':
      return { done: [...done, made], undone: [] };
    case 'undo':
      return { done: done.slice(0, -1), undone: [...undone, made] };
    case 'redo':
      return { done: [...done, made], undone: undone.slice(0, -1) };
  }
};

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
