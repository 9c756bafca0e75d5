import { useCallback, useState } from 'react';

/** A result as the domain gives it; stated here since ui/ knows words only. */
type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** One thing tried at a time: under way, failed with a reason, or neither; null when it failed. A bug is thrown to the error root. */
export const useAttempt = <E extends { readonly type: string }>(): {
  readonly busy: boolean;
  readonly failure: E | null;
  readonly attempt: <T>(run: () => Promise<Result<T, E>>) => Promise<{ readonly value: T } | null>;
} => {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<E | null>(null);
  const [, setBug] = useState<null>(null);
  const attempt = useCallback(
    async <T>(run: () => Promise<Result<T, E>>): Promise<{ readonly value: T } | null> => {
      setBusy(true);
      setFailure(null);
      try {
        const result = await run();
        if (result.ok) return { value: result.value };
        setFailure(() => result.error);
        return null;
      } catch (bug) {
        setBug(() => {
          throw bug;
        });
        return null;
      } finally {
        setBusy(false);
      }
    },
    [],
  );
  return { busy, failure, attempt };
};
