import type { KeyFailure } from '../../engine/key-types.ts';
import type { Result } from '../../study/result.ts';
import { failureWords } from '../../ui/failure-note.tsx';
import { useWords } from '../../ui/language.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';

type Failure = KeyFailure | { readonly type: 'wrong_code' };

/** One decision about keys at a time, and in words why it was not done. */
export const useKeyAct = () => {
  const { contacts, common } = useWords();
  const { busy, failure, attempt } = useAttempt<Failure>();
  const run = async <T>(act: () => Promise<Result<T, Failure>>): Promise<{ readonly value: T } | null> =>
    attempt<T>(act);
  const said = !failure
    ? undefined
    : failure.type === 'no_key' || failure.type === 'wrong_code'
      ? contacts.failure[failure.type]
      : failureWords(failure, common);
  return { busy, failure: said, run };
};
