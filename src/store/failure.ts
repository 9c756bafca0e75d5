import Dexie from 'dexie';
import type { CommitFailure } from './port.ts';

/** Reasons that a browser gives for closing a database under a living tab. */
const CLOSED = new Set(['DatabaseClosedError', 'InvalidStateError', 'UnknownError', 'OpenFailedError']);

/**
 * Dexie and browsers wrap the reason a transaction failed for, quota above all, in an AbortError:
 * the innermost reason is the one that counts. null: not a failure of storage but a bug.
 */
export const storageFailure = (cause: unknown): CommitFailure | null => {
  let reason = cause;
  for (let depth = 0; depth < 5; depth += 1) {
    const { name, inner } = (reason ?? {}) as { readonly name?: string; readonly inner?: unknown };
    if (name === 'QuotaExceededError' || name === Dexie.errnames.QuotaExceeded)
      return { type: 'storage_full' };
    if (name !== undefined && CLOSED.has(name)) return { type: 'storage_closed' };
    if (inner === undefined || inner === reason) return null;
    reason = inner;
  }
  return null;
};
