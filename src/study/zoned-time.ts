/** Instants as a wall clock in a zone has them, and back. Days are counted from 1 January 1970, minutes from midnight. */
export const HOME_ZONE = 'Europe/Stockholm';
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface WallTime {
  readonly day: number;
  /** 0 to 1439. */
  readonly minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formats.set(zone, made);
  return made;
};

const askOffset = (at: number, zone: string): number => {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: string): number => parts.get(name as Intl.DateTimeFormatPartTypes) ?? 0;
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return wall - Math.floor(at / MINUTE) * MINUTE;
};

/**
 * A call list asks of the same days again and again: so the offset of a day is remembered where it is one from midnight
 * to midnight, and on the two days a year when clocks change it is asked by the quarter hour.
 */
const days = new Map<string, Map<number, number | null>>();
const REMEMBERED = 20_000;
const offsetAt = (at: number, zone: string): number => {
  let ofZone = days.get(zone);
  if (!ofZone || ofZone.size > REMEMBERED) {
    ofZone = new Map();
    days.set(zone, ofZone);
  }
  const day = Math.floor(at / DAY);
  let known = ofZone.get(day);
  if (known === undefined) {
    const first = askOffset(day * DAY, zone);
    known = first === askOffset((day + 1) * DAY, zone) ? first : null;
    ofZone.set(day, known);
  }
  return known ?? askOffset(Math.floor(at / (15 * MINUTE)) * 15 * MINUTE, zone);
};

export const wallOf = (at: number, zone = HOME_ZONE): WallTime => {
  const wall = at + offsetAt(at, zone);
  const day = Math.floor(wall / DAY);
  return { day, minute: Math.floor((wall - day * DAY) / MINUTE) };
};

/** In the hour that is skipped in spring the later instant; in the hour that comes twice in autumn the first. */
export const instantOf = ({ day, minute }: WallTime, zone = HOME_ZONE): number => {
  const wall = day * DAY + minute * MINUTE;
  const before = wall - offsetAt(wall - DAY, zone);
  const after = wall - offsetAt(wall + DAY, zone);
  const fits = [Math.min(before, after), Math.max(before, after)].find(
    (at) => at + offsetAt(at, zone) === wall,
  );
  return fits ?? before;
};

/** Monday is 1, Sunday 7. The first of January 1970 was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const dayOfDate = (year: number, month: number, date: number): number =>
  Date.UTC(year, month - 1, date) / DAY;

export const dateOfDay = (
  day: number,
): { readonly year: number; readonly month: number; readonly date: number } => {
  const at = new Date(day * DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
};

/** ISO 8601: the week that holds the year's first Thursday is week 1. */
export const isoWeekOf = (day: number): number => {
  const thursday = day + 4 - weekdayOf(day);
  return Math.floor((thursday - dayOfDate(dateOfDay(thursday).year, 1, 1)) / 7) + 1;
};
