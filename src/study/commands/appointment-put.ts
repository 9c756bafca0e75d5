import type { CommandKind } from '../command.ts';
import type { Id } from '../ids.ts';
import { err, ok } from '../result.ts';
import type { AppointmentRow } from '../rows.ts';

/** A time agreed with somebody: an instant to the minute, the zone it was agreed in, and whose it is. No text. */
export interface AppointmentPut {
  readonly appointment: Id;
  readonly case: Id;
  readonly at: string;
  readonly zone: string;
  readonly kind: AppointmentRow['kind'];
}

export const appointmentPut: CommandKind<AppointmentPut> = {
  kind: 'appointment.put',
  stream: 'cases',
  check: (view, { payload }, actor) => {
    if (actor.role === 'coder') return err({ type: 'refused', reason: 'not_allowed' });
    if (!view.get('case', payload.case)) return err({ type: 'refused', reason: 'unknown_reference' });
    if (view.get('appointment', payload.appointment)) return err({ type: 'refused', reason: 'no_change' });
    return Number.isNaN(Date.parse(payload.at)) ? err({ type: 'refused', reason: 'malformed' }) : ok(null);
  },
  apply: (view, { payload }, actor) => {
    const { appointment, case: caseId, at, zone, kind } = payload;
    if (!view.get('case', caseId)) return [];
    const row: AppointmentRow = { id: appointment, case: caseId, by: actor.id, at, zone, kind };
    return [{ table: 'appointment', id: appointment, row }];
  },
  // Cancelling is its opposite, but another kind: done from the calendar.
  inverse: () => null,
};
