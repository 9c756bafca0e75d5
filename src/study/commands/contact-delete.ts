import type { CommandKind } from '../command.ts';
import type { Id } from '../ids.ts';
import { err, ok } from '../result.ts';

/** A contact that was wrong, or is there twice. Deleting wins over a change made elsewhere at the same time. */
export interface ContactDelete {
  readonly contact: Id;
}

export const contactDelete: CommandKind<ContactDelete> = {
  kind: 'contact.delete',
  stream: 'cases',
  check: (view, { payload }, actor) => {
    if (actor.role === 'coder') return err({ type: 'refused', reason: 'not_allowed' });
    return view.get('contact', payload.contact)
      ? ok(null)
      : err({ type: 'refused', reason: 'unknown_reference' });
  },
  apply: (_view, { payload }) => [{ table: 'contact', id: payload.contact, row: null }],
  // Gone is gone: what was sealed in it is not kept for taking it back.
  inverse: () => null,
};
