import type { KeyFailure, NewContact } from '../../engine/key-types.ts';
import type { Engine } from '../../engine/types.ts';
import type { Refusal } from '../../study/command.ts';
import type { Id } from '../../study/ids.ts';
import { failureWords } from '../../ui/failure-note.tsx';
import { useWords } from '../../ui/language.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';

/** Writes contacts down; the wave's key is made with the first of them. */
export const useRegister = (engine: Engine, wave: Id) => {
  const { contacts, common } = useWords();
  const { busy, failure, attempt } = useAttempt<KeyFailure | Refusal>();
  const write = async (written: readonly NewContact[]): Promise<boolean> => {
    const ready = await attempt(() => engine.keys.ensure(wave));
    if (!ready || !(await attempt(() => engine.contacts.put(written)))) return false;
    void engine.sync();
    return true;
  };
  const said = !failure
    ? undefined
    : failure.type === 'no_key'
      ? contacts.failure.no_key
      : failureWords(failure, common);
  return { busy, failure: said, write };
};
