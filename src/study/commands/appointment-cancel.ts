import type { CommandKind } from '../command.ts';
import type { Id } from '../ids.ts';
import { err, ok } from '../result.ts';

/** The time no longer holds: kept, moved (a new one is made beside) or called off. */
export interface AppointmentCancel {
  readonly appointment: Id;
}

export const appointmentCancel: CommandKind<AppointmentCancel> = {
  kind: 'appointment.cancel',
  stream: 'cases',
  check: (view, { payload }, actor) => {
    if (actor.role === 'coder') return err({ type: 'refused', reason: 'not_allowed' });
    return view.get('appointment', payload.appointment)
      ? ok(null)
      : err({ type: 'refused', reason: 'unknown_reference' });
  },
  apply: (_view, { payload }) => [{ table: 'appointment', id: payload.appointment, row: null }],
  inverse: () => null,
};
