import { clashesWith } from '../study/appointments.ts';
import type { AppointmentRow } from '../study/rows.ts';
import type { Call } from '../study/whom-to-call.ts';
import { wallOf } from '../study/zoned-time.ts';

/** A time that holds, as the calendar shows it. */
export interface Booked {
  readonly call: Call;
  readonly appointment: AppointmentRow;
  readonly at: number;
  /** Days from today; below 0 it was missed. */
  readonly day: number;
  /** Begins within 45 minutes of another of the same person. */
  readonly clashes: boolean;
}

/** In the order of the clock. */
export const bookedIn = (calls: readonly Call[], now: number): readonly Booked[] => {
  const open = calls
    .filter(({ standing }) => standing !== 'over')
    .flatMap((call) => call.appointments.map((appointment) => ({ call, appointment })));
  const today = wallOf(now).day;
  return open
    .map(({ call, appointment }) => {
      const at = Date.parse(appointment.at);
      const others = open
        .filter((one) => one.call.row.assignee === call.row.assignee)
        .map((one) => one.appointment);
      const clashes = clashesWith(at, others, appointment.id).length > 0;
      return { call, appointment, at, day: wallOf(at).day - today, clashes };
    })
    .sort((a, b) => a.at - b.at);
};
