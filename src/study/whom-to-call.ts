import { MISSED_AFTER, openAppointments, REMIND } from './appointments.ts';
import { type CallRules, type ClosedReason, type Opening, openingOf } from './call-rules.ts';
import { isRefusal, OUTCOME_TABLE } from './dispositions.ts';
import type { Id } from './ids.ts';
import type { AppointmentRow, AttemptRow, CaseRow, Outcome } from './rows.ts';
import { DAY, MINUTE, type WallTime, wallOf, weekdayOf } from './zoned-time.ts';

/** Why this case now, why it waits, or why it is over; one plain reason each. Times are instants. */
export type Reason =
  // to call
  | { readonly kind: 'appointment'; readonly at: number; readonly hard: boolean }
  | { readonly kind: 'missed'; readonly at: number; readonly hard: boolean }
  | { readonly kind: 'begun' }
  | { readonly kind: 'after_delay'; readonly outcome: Outcome; readonly since: number }
  | {
      readonly kind:
        | 'referred'
        | 'continues'
        | 'another_number'
        | 'resume'
        | 'other_time'
        | 'conversion'
        | 'new';
    }
  // waits
  | { readonly kind: 'later'; readonly at: number; readonly hard: boolean }
  | { readonly kind: 'wait_delay'; readonly outcome: Outcome; readonly until: number }
  | {
      readonly kind: 'wait_other_time' | 'wait_conversion' | 'wait_span' | 'wait_hours';
      readonly until: number;
    }
  /** Of the pool: lent to nobody, or to this device for no longer. */
  | { readonly kind: 'pooled' | 'lease_over' }
  | { readonly kind: 'wait_day'; readonly closed: ClosedReason; readonly until: number }
  // over
  | { readonly kind: 'never'; readonly outcome: Outcome }
  | { readonly kind: 'refused' | 'given_up' | 'spent' | 'no_hours' | 'done' | 'closed' };

export type Standing = 'now' | 'waits' | 'over';

export interface Call {
  readonly row: CaseRow;
  /** Oldest first. */
  readonly attempts: readonly AttemptRow[];
  readonly last: AttemptRow | undefined;
  /** Those that still hold, the earliest first. */
  readonly appointments: readonly AppointmentRow[];
  readonly reason: Reason;
  readonly standing: Standing;
  readonly begun: boolean;
  /** Held by a lease, over or not. */
  readonly leased: boolean;
}

export interface CallInput {
  readonly cases: Iterable<CaseRow>;
  readonly attempts: Iterable<AttemptRow>;
  readonly appointments: Iterable<AppointmentRow>;
  /** Cases with an interview begun on this device. */
  readonly begun: ReadonlySet<Id>;
  readonly now: number;
  readonly rules: CallRules;
  /** Who asks; a soft appointment of somebody else's waits a while longer. Left out: as its maker. */
  readonly me?: Id | null;
  /** Cases lent to this device, and whether the lease still holds (leases.ts). */
  readonly leases?: ReadonlyMap<Id, boolean>;
  /** Cases without an assignee are in the pool, where nobody dials. */
  readonly pool?: boolean;
}

/** Due appointments, then what was begun, then call-back rules, then the rest. */
const ORDER: readonly Reason['kind'][] = [
  'appointment',
  'missed',
  'continues',
  'begun',
  'after_delay',
  'referred',
  'resume',
  'conversion',
  'other_time',
  'new',
  // Last, since without another number there is nothing to dial: it must not stand in the way.
  'another_number',
];
const TIER: ReadonlyMap<string, number> = new Map(ORDER.map((kind, place) => [kind, place]));
const OVER: ReadonlySet<string> = new Set([
  'never',
  'refused',
  'given_up',
  'spent',
  'no_hours',
  'done',
  'closed',
]);

const standingOf = ({ kind }: Reason): Standing =>
  TIER.has(kind) ? 'now' : OVER.has(kind) ? 'over' : 'waits';

const byCase = <T extends { readonly case: Id }>(rows: Iterable<T>): ReadonlyMap<Id, T[]> => {
  const found = new Map<Id, T[]>();
  for (const row of rows) {
    const list = found.get(row.case);
    if (list === undefined) found.set(row.case, [row]);
    else list.push(row);
  }
  return found;
};

/** ISO texts of one form sort as the instants do; ids keep two of one minute in one order. */
const isBefore = (a: AttemptRow, b: AttemptRow): boolean => a.at < b.at || (a.at === b.at && a.id < b.id);

/**
 * In place. Lists are short and come nearly in order (of their arrival), where putting each in its place beats the
 * engine's sort, which copies them first.
 */
const inOrder = (list: AttemptRow[]): readonly AttemptRow[] => {
  for (let next = 1; next < list.length; next++) {
    const row = list[next] as AttemptRow;
    let place = next;
    while (place > 0 && isBefore(row, list[place - 1] as AttemptRow)) {
      list[place] = list[place - 1] as AttemptRow;
      place -= 1;
    }
    list[place] = row;
  }
  return list;
};

/** Before and after lunch: somebody out in the morning may be in after it. */
const afterNoon = (wall: WallTime): boolean => wall.minute >= 12 * 60;
const otherTimeThan = (at: number): ((wall: WallTime) => boolean) => {
  const last = wallOf(at);
  return (wall) =>
    weekdayOf(wall.day) !== weekdayOf(last.day) && afterNoon(wall) !== afterNoon(last) && wall.day > last.day;
};

const AT_ONCE: Partial<Readonly<Record<Outcome, 'another_number' | 'continues'>>> = {
  dead_number: 'another_number',
  continues: 'continues',
};

/** The earliest time by the rules alone, what to say when it comes and what until then. */
interface Plan {
  readonly from: number;
  readonly fits?: (wall: WallTime) => boolean;
  readonly now: Reason;
  readonly wait: (until: number) => Reason;
}

const planAfter = (last: AttemptRow, refusals: number, rules: CallRules): Plan | Reason => {
  const { outcome } = last;
  const at = Date.parse(last.at);
  const { again, delay } = OUTCOME_TABLE[outcome];
  switch (again) {
    case 'never':
      return outcome === 'interviewed' ? { kind: 'done' } : { kind: 'never', outcome };
    case 'conversion':
      if (!rules.conversion || refusals > 1 || last.refusal?.final) return { kind: 'refused' };
      return {
        from: at + rules.conversionDays * DAY,
        now: { kind: 'conversion' },
        wait: (until) => ({ kind: 'wait_conversion', until }),
      };
    case 'at_once':
      return {
        from: at,
        now: { kind: AT_ONCE[outcome] ?? 'referred' },
        wait: (until) => ({ kind: 'wait_hours', until }),
      };
    case 'delay':
      return {
        from: at + (outcome === 'busy' ? rules.busyMinutes : (delay ?? 0)) * MINUTE,
        now: { kind: 'after_delay', outcome, since: at },
        wait: (until) => ({ kind: 'wait_delay', outcome, until }),
      };
    default:
      return {
        from: at,
        fits: otherTimeThan(at),
        now: { kind: outcome === 'broken_off' ? 'resume' : 'other_time' },
        wait: (until) => ({ kind: 'wait_other_time', until }),
      };
  }
};

const NEW: Plan = { from: 0, now: { kind: 'new' }, wait: (until) => ({ kind: 'wait_hours', until }) };

/** The last attempt is kept for when three weeks have passed. */
const spread = (plan: Plan, attempts: readonly AttemptRow[], rules: CallRules): Plan => {
  const first = attempts[0];
  if (!first || attempts.length < rules.maxAttempts - 1) return plan;
  const from = Date.parse(first.at) + rules.minDays * DAY;
  if (from <= plan.from) return plan;
  return { ...plan, from, wait: (until) => ({ kind: 'wait_span', until }) };
};

const ANY = (): boolean => true;

const followPlan = (plan: Plan, county: string, now: number, opening: Opening): Reason => {
  const { fits = ANY, from } = plan;
  const wall = wallOf(now);
  if (now >= from && opening.isOpen(now, county) && fits(wall)) return plan.now;
  const until = opening.next(Math.max(now, from), county, fits);
  if (until === null) return { kind: 'no_hours' };
  if (now < from || !fits(wall)) return plan.wait(until);
  const { closed } = opening.on(wall.day, county);
  return closed && closed !== 'weekend' ? { kind: 'wait_day', closed, until } : { kind: 'wait_hours', until };
};

/** A soft one is its maker's first, and after a while anybody's who has the case. */
const reasonOfAppointment = (next: AppointmentRow, { now, rules, me }: CallInput): Reason => {
  const at = Date.parse(next.at);
  const hard = next.kind === 'hard';
  const soft = rules.softMinutes * MINUTE;
  if (now > at + (hard ? MISSED_AFTER : soft)) return { kind: 'missed', at, hard };
  if (!hard && me != null && next.by !== me) return { kind: 'later', at: at + soft, hard };
  if (now >= at - REMIND) return { kind: 'appointment', at, hard };
  return { kind: 'later', at, hard };
};

const reasonOf = (
  row: CaseRow,
  attempts: readonly AttemptRow[],
  open: readonly AppointmentRow[],
  input: CallInput,
  opening: Opening,
): Reason => {
  const { begun, now, rules } = input;
  if (row.status === 'interviewed') return { kind: 'done' };
  if (row.status === 'closed') return { kind: 'closed' };
  const last = attempts.at(-1);
  const isBegun = begun.has(row.id);
  // An interview that is begun goes on under a lease that has ended too: nobody can finish it elsewhere.
  if (!isBegun && input.leases?.get(row.id) === false) return { kind: 'lease_over' };
  if (!isBegun && input.pool && row.assignee === null && !input.leases?.get(row.id))
    return { kind: 'pooled' };
  const goesOn: Reason = { kind: last?.outcome === 'continues' ? 'continues' : 'begun' };
  const [next] = open;
  if (next) {
    const agreed = reasonOfAppointment(next, input);
    // What was agreed holds: nobody is called before it, but one may go on with an interview that is begun.
    return isBegun && agreed.kind === 'later' ? goesOn : agreed;
  }
  if (isBegun) return goesOn;
  if (!last) return followPlan(NEW, row.code.slice(0, 2), now, opening);
  let refusals = 0;
  let final: Outcome | null = null;
  for (const { outcome, refusal } of attempts) {
    if (isRefusal(outcome) && outcome !== 'broken_off') refusals += 1;
    if (refusal?.final) final = outcome;
  }
  const plan = planAfter(last, refusals, rules);
  // Said no twice, or once and for good: whatever was tried afterwards, it is closed.
  if (final === 'broken_off') return { kind: 'given_up' };
  if (refusals > 1 || final) return { kind: 'refused' };
  if ('kind' in plan) return plan;
  // An appointment made on the last attempt gives one more; once kept it is as spent as the others.
  if (attempts.length >= rules.maxAttempts) return { kind: 'spent' };
  return followPlan(spread(plan, attempts, rules), row.code.slice(0, 2), now, opening);
};

const timeOf = (call: Call): number => {
  const { reason } = call;
  if ('until' in reason) return reason.until;
  if ('at' in reason) return reason.at;
  // The one called longest ago first.
  return call.last ? Date.parse(call.last.at) : 0;
};

const NO_ATTEMPTS: readonly AttemptRow[] = [];
const NO_APPOINTMENTS: readonly AppointmentRow[] = [];
/** After the lines of what is to be called now: what waits, and what is over. */
const WAITS = ORDER.length;
const OVER_AT = ORDER.length + 1;

interface Keyed {
  readonly call: Call;
  readonly time: number;
}
const inLine = (a: Keyed, b: Keyed): number =>
  a.time - b.time || (a.call.row.code < b.call.row.code ? -1 : a.call.row.code > b.call.row.code ? 1 : 0);

/** Every case once, in the order to call, each with its reason. Pure: the same input gives the same list. */
export const whomToCall = (input: CallInput): readonly Call[] => {
  const opening = openingOf(input.rules);
  const attemptsOf = byCase(input.attempts);
  const appointmentsOf = byCase(input.appointments);
  const lines: Keyed[][] = Array.from({ length: OVER_AT + 1 }, () => []);
  for (const row of input.cases) {
    const made = attemptsOf.get(row.id);
    const attempts = made ? inOrder(made) : NO_ATTEMPTS;
    const agreed = appointmentsOf.get(row.id);
    const appointments = agreed ? openAppointments(agreed, attempts) : NO_APPOINTMENTS;
    const reason = reasonOf(row, attempts, appointments, input, opening);
    const standing = standingOf(reason);
    const call: Call = {
      row,
      attempts,
      last: attempts.at(-1),
      appointments,
      reason,
      standing,
      begun: input.begun.has(row.id),
      leased: input.leases?.has(row.id) ?? false,
    };
    const line = standing === 'now' ? TIER.get(reason.kind) : standing === 'waits' ? WAITS : OVER_AT;
    lines[line ?? 0]?.push({ call, time: timeOf(call) });
  }
  const calls: Call[] = [];
  for (const line of lines) for (const { call } of line.sort(inLine)) calls.push(call);
  return calls;
};
