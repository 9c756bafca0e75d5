import type { FrameUnit } from '../study/frame.ts';
import { type Outcome, REFUSAL_REASONS, type RefusalDetail } from '../study/rows.ts';
import type { Chance } from '../study/seeded.ts';
import { instantOf, wallOf, weekdayOf } from '../study/zoned-time.ts';

interface Moment {
  /** Working days before the day the practice begins; 1 is the last one, negative ones lie ahead. */
  readonly daysAgo: number;
  /** Of the wall clock, from midnight. */
  readonly minute: number;
}

/** One invented call. Its time counts back from the day the study is made, so that the field work is always under way. */
export interface PracticeCall extends Moment {
  /** Of the unit that was called. */
  readonly code: string;
  readonly outcome: Outcome;
  readonly refusal?: RefusalDetail;
  /** The time agreed in it, where nobody has called since. */
  readonly appointment?: Moment & { readonly kind: 'hard' | 'soft' };
}

/** Six weeks. The first calls are spread over most of them, as one person reaches them. */
const WEEKS_DAYS = 30;
const FIRST_CALLS = 27;
const RESERVE_FROM = 12;
/** Hours in which calls are made, and how often somebody answers: as switchboards do, best early, worst before lunch ends. */
const HOURS = [
  { hour: 8, answers: 0.5 },
  { hour: 9, answers: 0.68 },
  { hour: 10, answers: 0.62 },
  { hour: 11, answers: 0.36 },
  { hour: 13, answers: 0.44 },
  { hour: 14, answers: 0.56 },
  { hour: 15, answers: 0.4 },
] as const;
const UNREACHED: readonly Outcome[] = [
  'no_answer',
  'no_answer',
  'no_answer',
  'busy',
  'answering_machine',
  'dead_number',
];
const REACHED: readonly Outcome[] = ['call_back', 'call_back', 'referred', 'appointment'];
/** How a case ends that gives no interview; most are still open. */
const ENDS: readonly (readonly [Outcome | null, number])[] = [
  [null, 58],
  ['refusal', 22],
  ['gatekeeper_refusal', 6],
  ['broken_off', 3],
  ['away', 4],
  ['unable', 2],
  ['language', 1],
  ['other', 2],
  ['out_of_population', 2],
];
const NOT_CALLED = 0.18;

const REFUSALS: ReadonlySet<Outcome> = new Set(['refusal', 'gatekeeper_refusal', 'broken_off']);

/** Calls of all cases, oldest first. `done`: interviews wanted of a stratum; the first cases of the shuffle give them. */
export const makeCalls = (
  drawn: readonly FrameUnit[],
  released: readonly FrameUnit[],
  done: (stratum: string) => number,
  chance: Chance,
): readonly PracticeCall[] => {
  const left = new Map<string, number>();
  const calls: PracticeCall[] = [];
  const callAll = (units: readonly FrameUnit[], firstDay: number): void => {
    for (const unit of chance.shuffle(units)) {
      const wanted = left.get(unit.stratum) ?? done(unit.stratum);
      left.set(unit.stratum, Math.max(0, wanted - 1));
      if (wanted === 0 && chance.happens(NOT_CALLED)) continue;
      const end = wanted > 0 ? 'interviewed' : chance.weighted(ENDS, ([, weight]) => weight)[0];
      calls.push(
        ...callOne(unit.code, end, firstDay - chance.below(FIRST_CALLS * (firstDay / WEEKS_DAYS)), chance),
      );
    }
  };
  callAll(drawn, WEEKS_DAYS);
  callAll(released, RESERVE_FROM);
  for (const [stratum, wanted] of left)
    if (wanted > 0) throw new RangeError(`${stratum} has fewer cases than interviews`);
  return calls.sort((a, b) => b.daysAgo - a.daysAgo || a.minute - b.minute || (a.code < b.code ? -1 : 1));
};

/** Calls of one case until its end, or until yesterday. */
const callOne = (
  code: string,
  end: Outcome | null,
  firstDay: number,
  chance: Chance,
): readonly PracticeCall[] => {
  const calls: PracticeCall[] = [];
  const tries = end === null ? 2 + chance.below(4) : chance.weighted([0, 1, 2, 3, 4], (n) => 5 - n);
  let daysAgo = Math.max(1, firstDay);
  for (let n = 0; n < tries && daysAgo > 1; n++) {
    const { hour, answers } = chance.pick(HOURS);
    calls.push({
      code,
      outcome: chance.pick(chance.happens(answers) ? REACHED : UNREACHED),
      daysAgo,
      minute: minuteIn(hour, chance),
    });
    daysAgo = Math.max(1, daysAgo - 1 - chance.below(4));
  }
  if (end === null) return agree(calls, chance);
  const { hour } = chance.weighted(HOURS, ({ answers }) => answers ** 2);
  const refusal = REFUSALS.has(end)
    ? { reason: chance.pick(REFUSAL_REASONS), final: chance.happens(0.3) }
    : null;
  return [
    ...calls,
    { code, outcome: end, ...(refusal ? { refusal } : {}), daysAgo, minute: minuteIn(hour, chance) },
  ];
};

/** What was agreed in the last call lies ahead; what was agreed in earlier ones was kept by the call that followed. */
const agree = (calls: readonly PracticeCall[], chance: Chance): readonly PracticeCall[] => {
  const last = calls.at(-1);
  if (last?.outcome !== 'appointment' && last?.outcome !== 'call_back') return calls;
  const kind = last.outcome === 'appointment' ? 'hard' : 'soft';
  const { hour } = chance.pick(HOURS);
  const appointment = { kind, daysAgo: -1 - chance.below(4), minute: hour * 60 + 30 } as const;
  return [...calls.slice(0, -1), { ...last, appointment }];
};

const minuteIn = (hour: number, chance: Chance): number =>
  // Calls begin at half past eight.
  hour * 60 + (hour === 8 ? 30 + chance.below(30) : chance.below(60));

/** The instant, ISO to the minute. Weekends are skipped; holidays are not, since nobody real is called. */
const instantOfCall = ({ daysAgo, minute }: Moment, now: number): string => {
  let { day } = wallOf(now);
  const step = daysAgo < 0 ? 1 : -1;
  for (let left = Math.abs(daysAgo); left > 0; ) {
    day += step;
    if (weekdayOf(day) < 6) left -= 1;
  }
  return `${new Date(instantOf({ day, minute })).toISOString().slice(0, 16)}:00Z`;
};

/** A call as it is sent: instants in place of days and minutes. */
export interface DatedCall extends Omit<PracticeCall, 'daysAgo' | 'minute' | 'appointment'> {
  readonly at: string;
  readonly appointment?: { readonly at: string; readonly kind: 'hard' | 'soft' };
}
export const dateCalls = (calls: readonly PracticeCall[], now: number): readonly DatedCall[] =>
  calls.map(({ code, outcome, refusal, appointment, ...moment }) => ({
    code,
    outcome,
    at: instantOfCall(moment, now),
    ...(refusal ? { refusal } : {}),
    ...(appointment ? { appointment: { kind: appointment.kind, at: instantOfCall(appointment, now) } } : {}),
  }));

/** A week's work after the day the study is made, as the rules have dates: the plan is neither met nor lost. */
export const plannedEnd = (now: number): string =>
  instantOfCall({ daysAgo: -6, minute: 12 * 60 }, now).slice(0, 10);
