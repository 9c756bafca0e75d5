import type { JoinFailure, RestoreFailure, UnlockFailure } from '../../engine/types.ts';
import { failureWords } from '../../ui/failure-note.tsx';
import type { Words } from '../../words/index.ts';

export type StartFailure = JoinFailure | UnlockFailure | RestoreFailure;

/** What went wrong on the way in, in words. */
export const startFailureWords = (failure: StartFailure, { start, common }: Words): string => {
  switch (failure.type) {
    case 'code':
      return start.code[failure.reason];
    case 'email_taken':
      return start.errors.emailTaken;
    case 'weak_passphrase':
      return start.errors.weak;
    case 'wrong_passphrase':
      return start.errors.wrongPassphrase;
    case 'not_a_backup':
      return start.restore.notABackup;
    default:
      return failureWords(failure, common);
  }
};

/** Enough to catch a slip; the server has the last word. */
export const looksLikeEmail = (text: string): boolean => /^\S+@\S+\.\S+$/.test(text.trim());
