import type { ReactNode } from 'react';
import type { Words } from '../words/index.ts';
import { useWords } from './language.tsx';
import { ErrorNote } from './notes.tsx';

/**
 * Every expected failure in words. The shapes are stated here since ui/ knows words only; that the engine's failures
 * fit them is checked where a screen hands one in.
 */
export type KnownFailure =
  | { readonly type: keyof Words['common']['failure'] }
  | { readonly type: 'refused'; readonly reason: keyof Words['common']['refusal'] }
  | { readonly type: 'no_inverse' | 'nothing_to_undo' };

export const failureWords = (failure: KnownFailure, { failure: f, refusal }: Words['common']): string => {
  switch (failure.type) {
    case 'refused':
      return refusal[failure.reason];
    case 'no_inverse':
    case 'nothing_to_undo':
      return refusal[failure.type];
    default:
      return f[failure.type];
  }
};

const todoOf = (failure: KnownFailure, { failure: f }: Words['common']): string | undefined => {
  switch (failure.type) {
    case 'storage_full':
      return f.freeSpace;
    case 'signed_out':
      return f.signIn;
    case 'offline':
    case 'busy':
    case 'garbled':
      return f.tryAgain;
    default:
      return undefined;
  }
};

export const FailureNote = ({
  failure,
  kept,
  action,
}: {
  readonly failure: KnownFailure;
  readonly kept?: string;
  readonly action?: ReactNode;
}) => {
  const { common } = useWords();
  return (
    <ErrorNote
      happened={failureWords(failure, common)}
      kept={kept ?? common.failure.nothingChanged}
      todo={todoOf(failure, common)}
      action={action}
    />
  );
};
