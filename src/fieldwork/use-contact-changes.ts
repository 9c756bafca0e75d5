import type { NewContact } from '../engine/key-types.ts';
import type { Engine, StoreFailure } from '../engine/types.ts';
import type { Refusal } from '../study/command.ts';
import type { Id } from '../study/ids.ts';
import { useAttempt } from '../ui/use-attempt.ts';

/** Writing contacts down and taking them away; offline as well. */
export const useContactChanges = (engine: Engine) => {
  const { busy, failure, attempt } = useAttempt<Refusal | StoreFailure | { readonly type: 'no_key' }>();
  const put = async (contact: NewContact): Promise<boolean> =>
    (await attempt(() => engine.contacts.put([contact]))) !== null;
  const remove = async (contact: Id): Promise<boolean> =>
    (await attempt(() => engine.execute('contact.delete', { contact }))) !== null;
  return { busy, failure, put, remove };
};
