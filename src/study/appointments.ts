import type { Id } from './ids.ts';
import type { AppointmentRow, AttemptRow } from './rows.ts';
import { DAY, MINUTE } from './zoned-time.ts';

/** An appointment is called from so long before it, and its reminder comes then. */
export const REMIND = 15 * MINUTE;
/** Counts as kept by a call so shortly before it. */
const EARLY = 10 * MINUTE;
/** An interview takes about so long: two that begin closer than this clash. */
export const CLASH = 45 * MINUTE;
/** Counts as missed so long after its time; a soft one by the wave's rule. */
export const MISSED_AFTER = 30 * MINUTE;

/** Kept once somebody called at its time; the call in which it was made does not keep it. */
export const isKept = (
  appointment: AppointmentRow,
  attempts: readonly Pick<AttemptRow, 'at' | 'appointment' | 'outcome'>[],
): boolean => {
  const from = Date.parse(appointment.at) - EARLY;
  return attempts.some(
    (attempt) =>
      attempt.outcome === 'interviewed' ||
      (attempt.appointment !== appointment.id && Date.parse(attempt.at) >= from),
  );
};

/** Those that still hold, the earliest first. */
export const openAppointments = (
  appointments: readonly AppointmentRow[],
  attempts: readonly AttemptRow[],
): readonly AppointmentRow[] =>
  appointments
    .filter((one) => !isKept(one, attempts))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));

export const clashesWith = (
  at: number,
  others: readonly Pick<AppointmentRow, 'id' | 'at'>[],
  but: Id | null = null,
): readonly Pick<AppointmentRow, 'id' | 'at'>[] =>
  others.filter((one) => one.id !== but && Math.abs(Date.parse(one.at) - at) < CLASH);

/** What to remind of now: begins within 15 minutes, or began less than 15 ago and nobody has called. */
export const toRemind = (open: readonly AppointmentRow[], now: number): readonly AppointmentRow[] =>
  open.filter(({ at }) => {
    const left = Date.parse(at) - now;
    return left <= REMIND && left > -REMIND;
  });

const stamp = (at: number): string => `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/**
 * For a calendar outside the program, so nothing of the study: no name, no organisation, no subject but the one given.
 * The moment it was made is the appointment's own day, since the file must say one.
 */
export const icsOf = (
  appointment: Pick<AppointmentRow, 'id' | 'at'>,
  summary: string,
  minutes = 45,
): string => {
  const at = Date.parse(appointment.at);
  const escaped = summary.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, '\\n');
  return `${[
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lagesbild//Appointments//EN',
    'BEGIN:VEVENT',
    `UID:${appointment.id}`,
    `DTSTAMP:${stamp(Math.floor(at / DAY) * DAY)}`,
    `DTSTART:${stamp(at)}`,
    `DTEND:${stamp(at + minutes * MINUTE)}`,
    `SUMMARY:${escaped}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped}`,
    'TRIGGER:-PT15M',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n')}\r\n`;
};
