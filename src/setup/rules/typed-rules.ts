import type { CallRules, DateRange } from '../../study/call-rules.ts';
import { hoursText, readHours } from '../../study/hours-text.ts';

/** The rules as typed: texts, until all of them can be read. */
export const NUMBERS = [
  'target',
  'maxAttempts',
  'minDays',
  'busyMinutes',
  'softMinutes',
  'conversionDays',
] as const;
export type NumberName = (typeof NUMBERS)[number];

export interface TypedRules {
  readonly numbers: Readonly<Record<NumberName, string>>;
  /** Monday first. */
  readonly hours: readonly string[];
  readonly closed: CallRules['closed'];
  readonly ownClosed: readonly DateRange[];
  readonly conversion: boolean;
  readonly allKnown: boolean;
  /** As `2026-12-18`; '' for none. */
  readonly lastDay: string;
}

export const typedOf = (rules: CallRules): TypedRules => ({
  numbers: Object.fromEntries(NUMBERS.map((name) => [name, String(rules[name])])) as TypedRules['numbers'],
  hours: rules.hours.map(hoursText),
  closed: rules.closed,
  ownClosed: rules.ownClosed,
  conversion: rules.conversion,
  allKnown: rules.allKnown,
  lastDay: rules.lastDay,
});

const isNumber = (text: string): boolean => /^[0-9]{1,4}$/.test(text.trim());
export const isRange = ({ from, to }: DateRange): boolean => from !== '' && to !== '' && from <= to;

/** What cannot be read, by field. */
export interface TypedFaults {
  readonly numbers: ReadonlySet<NumberName>;
  readonly days: ReadonlySet<number>;
  readonly ranges: ReadonlySet<number>;
}

/** The rules where everything can be read, and what cannot be. At least one attempt is made. */
export const readTyped = (
  typed: TypedRules,
): { readonly rules: CallRules | null; readonly faults: TypedFaults } => {
  const hours = typed.hours.map(readHours);
  const faults: TypedFaults = {
    numbers: new Set(
      NUMBERS.filter(
        (name) =>
          !isNumber(typed.numbers[name]) || (name === 'maxAttempts' && Number(typed.numbers[name]) < 1),
      ),
    ),
    days: new Set(hours.flatMap((spans, day) => (spans === null ? [day] : []))),
    ranges: new Set(typed.ownClosed.flatMap((range, index) => (isRange(range) ? [] : [index]))),
  };
  if (faults.numbers.size + faults.days.size + faults.ranges.size > 0) return { rules: null, faults };
  const numbers = Object.fromEntries(NUMBERS.map((name) => [name, Number(typed.numbers[name])])) as Record<
    NumberName,
    number
  >;
  const { closed, ownClosed, conversion, allKnown, lastDay } = typed;
  return {
    faults,
    rules: {
      ...numbers,
      hours: hours.map((spans) => spans ?? []),
      closed,
      ownClosed,
      conversion,
      allKnown,
      lastDay,
    },
  };
};
