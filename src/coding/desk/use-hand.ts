import { useCallback } from 'react';
import type { Engine, StoreFailure } from '../../engine/types.ts';
import type { Refusal } from '../../study/command.ts';
import type { Payloads } from '../../study/commands/index.ts';
import type { Result } from '../../study/result.ts';
import { failureWords } from '../../ui/failure-note.tsx';
import { useWords } from '../../ui/language.tsx';
import { useSay } from '../../ui/notice.tsx';

export type Done = Result<unknown, Refusal | StoreFailure>;

/** Does one thing at the desk and says in the foot line how it went: nothing here asks, for all can be undone. */
export const useHand = (
  engine: Engine,
): {
  readonly run: (what: Promise<Done>, saying?: string) => Promise<boolean>;
  readonly make: <K extends keyof Payloads>(
    kind: K,
    payload: Payloads[K] | null,
    saying?: string,
  ) => Promise<boolean>;
} => {
  const say = useSay();
  const { common } = useWords();
  const run = useCallback(
    async (what: Promise<Done>, saying?: string): Promise<boolean> => {
      const result = await what;
      if (!result.ok) say(failureWords(result.error, common));
      else if (saying) say(saying);
      return result.ok;
    },
    [say, common],
  );
  const make = useCallback(
    async <K extends keyof Payloads>(
      kind: K,
      payload: Payloads[K] | null,
      saying?: string,
    ): Promise<boolean> => (payload ? run(engine.execute(kind, payload), saying) : false),
    [engine, run],
  );
  return { run, make };
};
