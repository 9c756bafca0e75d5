import { CLASH } from '../study/appointments.ts';
import type { Id } from '../study/ids.ts';
import type { AppointmentRow, AttemptRow } from '../study/rows.ts';
import type { Call } from '../study/whom-to-call.ts';
import { instantOf, wallOf } from '../study/zoned-time.ts';

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
  const today = wallOf(now).day;
  const open = calls
    .filter(({ standing }) => standing !== 'over')
    .flatMap((call) =>
      call.appointments.map((appointment) => ({ call, appointment, at: Date.parse(appointment.at) })),
    )
    .sort((a, b) => a.at - b.at);
  // By the clock, two of a person clash if neighbours of that person do: no need to compare all with all.
  const clashing = new Set<Id>();
  const last = new Map<Id | null, { readonly id: Id; readonly at: number }>();
  for (const { call, appointment, at } of open) {
    const before = last.get(call.row.assignee);
    if (before && at - before.at < CLASH) clashing.add(before.id).add(appointment.id);
    last.set(call.row.assignee, { id: appointment.id, at });
  }
  return open.map(({ call, appointment, at }) => ({
    call,
    appointment,
    at,
    day: wallOf(at).day - today,
    clashes: clashing.has(appointment.id),
  }));
};

/** The calls of this day, the newest first; `me` null: everybody's. */
export const madeToday = (
  calls: readonly Call[],
  me: Id | null,
  now: number,
): readonly { readonly attempt: AttemptRow; readonly name: string }[] => {
  // As texts: to the minute both forms of an instant begin alike.
  const midnight = new Date(instantOf({ day: wallOf(now).day, minute: 0 })).toISOString().slice(0, 16);
  const made: { readonly attempt: AttemptRow; readonly name: string }[] = [];
  for (const { row, attempts } of calls)
    for (const attempt of attempts)
      if (attempt.at >= midnight && (me === null || attempt.by === me))
        made.push({ attempt, name: row.name });
  return made.sort((a, b) => (a.attempt.at < b.attempt.at ? 1 : -1));
};
