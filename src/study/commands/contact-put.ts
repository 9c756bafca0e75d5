import type { CommandKind } from '../command.ts';
import type { Id } from '../ids.ts';
import { err, ok } from '../result.ts';

/** A person to talk to, sealed on this device under the field key: the server never sees who. */
export interface ContactPut {
  readonly contact: Id;
  readonly case: Id;
  readonly generation: number;
  readonly box: string;
}

export const contactPut: CommandKind<ContactPut> = {
  kind: 'contact.put',
  stream: 'cases',
  check: (view, { payload }, actor) => {
    if (actor.role !== 'lead') return err({ type: 'refused', reason: 'not_allowed' });
    return view.get('case', payload.case) ? ok(null) : err({ type: 'refused', reason: 'unknown_reference' });
  },
  apply: (_view, { payload }) => [
    {
      table: 'contact',
      id: payload.contact,
      row: {
        id: payload.contact,
        case: payload.case,
        generation: payload.generation,
        box: payload.box,
      },
    },
  ],
  inverse: () => null,
};
