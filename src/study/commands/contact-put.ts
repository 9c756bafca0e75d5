import type { CommandKind } from '../command.ts';
import type { Id } from '../ids.ts';
import { err, ok } from '../result.ts';

/** A person to talk to, new or changed, sealed on this device under the field key: the server never sees who. */
export interface ContactPut {
  readonly contact: Id;
  readonly case: Id;
  readonly generation: number;
  readonly box: string;
}

/** The marker that an erasure leaves: whoever asked to be deleted is not written down again. */
export const isErased = (box: string): boolean => box === '';

export const contactPut: CommandKind<ContactPut> = {
  kind: 'contact.put',
  stream: 'cases',
  // Two who changed the same person offline: both are kept, and somebody decides.
  base: (view, { contact }) => ({ box: view.get('contact', contact)?.rev.box ?? 0 }),
  check: (view, { payload }, actor) => {
    if (actor.role === 'coder') return err({ type: 'refused', reason: 'not_allowed' });
    if (!view.get('case', payload.case)) return err({ type: 'refused', reason: 'unknown_reference' });
    for (const { case: of, box } of view.all('contact'))
      if (of === payload.case && isErased(box)) return err({ type: 'refused', reason: 'case_closed' });
    return ok(null);
  },
  apply: (view, { payload }) => {
    const { contact: id, case: caseId, generation, box } = payload;
    if (!view.get('case', caseId)) return [];
    const rev = { box: (view.get('contact', id)?.rev.box ?? 0) + 1 };
    return [{ table: 'contact', id, row: { id, case: caseId, generation, box, rev } }];
  },
  inverse: () => null,
};
