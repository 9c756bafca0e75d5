import { canonicalJson, type Json } from './json.ts';
import { CLOSED_DAYS, type ClosedDay, closedReasons } from './swedish-days.ts';
import { dayOfDate, instantOf, type WallTime, wallOf, weekdayOf } from './zoned-time.ts';

/** When to call whom, by wave. The defaults are made for Swedish municipalities; a lead changes what differs. */
export interface CallRules {
  /** Every unit of the frame is known to exist: 3.x is never offered, and e is 1. */
  readonly allKnown: boolean;
  /** By weekday, Monday first: minutes from midnight, from and to. */
  readonly hours: readonly (readonly (readonly [number, number])[])[];
  /** Days on which nobody is called. */
  readonly closed: readonly ClosedDay[];
  /** Days of the wave's own on which nobody is called: dates as `2026-11-30`, both included. */
  readonly ownClosed: readonly DateRange[];
  readonly busyMinutes: number;
  readonly maxAttempts: number;
  /** The last attempt is not spent before so many days from the first. */
  readonly minDays: number;
  /** One attempt to win over somebody who said no, unless they asked not to be called again. */
  readonly conversion: boolean;
  readonly conversionDays: number;
  /** A soft appointment is anybody's who has the case so long after its time. */
  readonly softMinutes: number;
  /** Completed interviews wanted; 0 where no target is set. */
  readonly target: number;
  /** The last day of calls as planned, `2026-12-18`; '' where none is set. It closes nothing: progress is held against it. */
  readonly lastDay: string;
}

export interface DateRange {
  readonly from: string;
  readonly to: string;
}

const morning = [8 * 60 + 30, 11 * 60 + 30] as const;
const day = [morning, [13 * 60, 16 * 60]] as const;
export const DEFAULT_RULES: CallRules = {
  allKnown: true,
  hours: [day, day, day, day, [morning, [13 * 60, 14 * 60 + 30]], [], []],
  closed: CLOSED_DAYS,
  ownClosed: [],
  busyMinutes: 30,
  maxAttempts: 8,
  minDays: 21,
  conversion: true,
  conversionDays: 7,
  softMinutes: 30,
  target: 0,
  lastDay: '',
};

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10_000;
const isSpan = (value: unknown): boolean => {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [from, to]: readonly unknown[] = value;
  return isCount(from) && isCount(to) && from < to && to <= 24 * 60;
};
const isHours = (value: unknown): value is CallRules['hours'] =>
  Array.isArray(value) &&
  value.length === 7 &&
  value.every((spans) => Array.isArray(spans) && spans.every(isSpan));
const isClosed = (value: unknown): value is CallRules['closed'] =>
  Array.isArray(value) && value.every((one) => CLOSED_DAYS.some((known) => known === one));

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Day of a date as `2026-11-30`; null where there is no such date. */
export const dayOfText = (text: string): number | null => {
  const [, year = '', month = '', date = ''] = DATE.exec(text) ?? [];
  const day = dayOfDate(Number(year), Number(month), Number(date));
  return year !== '' && new Date(day * 86_400_000).toISOString().startsWith(text) ? day : null;
};
const isDay = (value: unknown): value is string =>
  typeof value === 'string' && (value === '' || dayOfText(value) !== null);
const isRange = (value: unknown): value is DateRange => {
  if (typeof value !== 'object' || value === null) return false;
  const { from, to } = value as Partial<Readonly<Record<keyof DateRange, unknown>>>;
  if (typeof from !== 'string' || typeof to !== 'string') return false;
  return dayOfText(from) !== null && dayOfText(to) !== null && from <= to;
};
const isOwnClosed = (value: unknown): value is CallRules['ownClosed'] =>
  Array.isArray(value) && value.length <= 100 && value.every(isRange);

/** Text of the wave's `call_rules`. What is missing or not understood is as the default has it: calls go on. */
export const readRules = (text: string | undefined): CallRules => {
  const given = parse(text ?? '');
  const pick = <T>(name: keyof CallRules, fits: (value: unknown) => value is T, fallback: T): T =>
    fits(given[name]) ? (given[name] as T) : fallback;
  const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';
  const base = DEFAULT_RULES;
  return {
    allKnown: pick('allKnown', isBoolean, base.allKnown),
    hours: pick('hours', isHours, base.hours),
    closed: pick('closed', isClosed, base.closed),
    ownClosed: pick('ownClosed', isOwnClosed, base.ownClosed),
    busyMinutes: pick('busyMinutes', isCount, base.busyMinutes),
    maxAttempts: Math.max(1, pick('maxAttempts', isCount, base.maxAttempts)),
    minDays: pick('minDays', isCount, base.minDays),
    conversion: pick('conversion', isBoolean, base.conversion),
    conversionDays: pick('conversionDays', isCount, base.conversionDays),
    softMinutes: pick('softMinutes', isCount, base.softMinutes),
    target: pick('target', isCount, base.target),
    lastDay: pick('lastDay', isDay, base.lastDay),
  };
};

const parse = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {}; // '' is the defaults
  }
};

/** Only what differs from the defaults, so that a better default reaches waves that never chose. */
export const writeRules = (rules: CallRules): string => {
  const differs = Object.entries(rules).filter(
    ([name, value]) => canonicalJson(value) !== canonicalJson(DEFAULT_RULES[name as keyof CallRules]),
  );
  return differs.length === 0 ? '' : canonicalJson(Object.fromEntries(differs) as Record<string, Json>);
};

/** Spans of one day in one county, and why there are none. */
export interface OpenDay {
  readonly spans: readonly (readonly [number, number])[];
  readonly closed: ClosedReason | null;
}
/** A day closed by the calendar, or by the wave's own list. */
export type ClosedReason = ClosedDay | 'own';
const NONE: OpenDay['spans'] = [];

/** The wave's hours by day and county, remembered for as long as one list is made. */
export interface Opening {
  readonly on: (day: number, county: string) => OpenDay;
  readonly isOpen: (at: number, county: string) => boolean;
  /** The first instant from `at` on that is open and fits; null if none within a year. */
  readonly next: (at: number, county: string, fits?: (wall: WallTime) => boolean) => number | null;
}

const FARTHEST_DAYS = 370;

export const openingOf = (rules: CallRules): Opening => {
  const known = new Map<string, Map<number, OpenDay>>();
  const closed = new Set(rules.closed);
  const own = rules.ownClosed.map(({ from, to }) => [dayOfText(from) ?? 0, dayOfText(to) ?? -1] as const);
  const look = (on: number, county: string): OpenDay => {
    if (own.some(([from, to]) => on >= from && on <= to)) return { spans: NONE, closed: 'own' };
    const reason = closedReasons(on, county).find((one) => closed.has(one)) ?? null;
    if (reason) return { spans: NONE, closed: reason };
    return { spans: rules.hours[weekdayOf(on) - 1] ?? NONE, closed: null };
  };
  const on = (at: number, county: string): OpenDay => {
    let ofCounty = known.get(county);
    if (!ofCounty) {
      ofCounty = new Map();
      known.set(county, ofCounty);
    }
    let found = ofCounty.get(at);
    if (!found) {
      found = look(at, county);
      ofCounty.set(at, found);
    }
    return found;
  };
  return {
    on,
    isOpen: (at, county) => {
      const wall = wallOf(at);
      return on(wall.day, county).spans.some(([from, to]) => wall.minute >= from && wall.minute < to);
    },
    next: (at, county, fits = () => true) => {
      const start = wallOf(at);
      for (let day = start.day; day < start.day + FARTHEST_DAYS; day++) {
        for (const [from, to] of on(day, county).spans) {
          const minute = day === start.day ? Math.max(from, start.minute) : from;
          if (minute < to && fits({ day, minute })) return Math.max(at, instantOf({ day, minute }));
        }
      }
      return null;
    },
  };
};
