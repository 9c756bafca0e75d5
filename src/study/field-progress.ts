import type { DispositionCode, DispositionGroup } from './dispositions.ts';
import { finalDisposition } from './dispositions.ts';
import type { Id } from './ids.ts';
import type { AttemptRow, CaseRow } from './rows.ts';
import { wallOf, weekdayOf } from './zoned-time.ts';

/** How far the field work has come, counted from cases and attempts alone: what a lead's screen shows, and a tool can. */
export type Groups = Readonly<Record<DispositionGroup, number>>;

export interface StratumProgress {
  readonly stratum: string;
  readonly cases: number;
  readonly status: Readonly<Record<CaseRow['status'], number>>;
  readonly groups: Groups;
}

/** The case side counts every interview as complete; how many were partial is known at the close, as one number. */
export const withPartials = (groups: Groups, partials: number | null): Groups => {
  const P = Math.min(groups.I, partials ?? 0);
  return { ...groups, I: groups.I - P, P: groups.P + P };
};

export interface Slot {
  /** Monday is 1. */
  readonly weekday: number;
  readonly hour: number;
  readonly attempts: number;
  /** Somebody of the organisation answered. */
  readonly contacts: number;
}

export interface FieldProgress {
  readonly total: StratumProgress;
  readonly strata: readonly StratumProgress[];
  readonly codes: ReadonlyMap<DispositionCode, number>;
  readonly attempts: number;
  /** Attempts made on cases that are interviewed, the interview's own included. */
  readonly attemptsPerComplete: { readonly attempts: number; readonly completes: number };
  readonly slots: readonly Slot[];
  /** By day, the earliest first; days without calls are left out. */
  readonly days: readonly { readonly day: number; readonly attempts: number; readonly interviews: number }[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const emptyStratum = (stratum: string) => ({
  stratum,
  cases: 0,
  status: { new: 0, active: 0, interviewed: 0, closed: 0 } as Mutable<StratumProgress['status']>,
  groups: { I: 0, P: 0, R: 0, NC: 0, O: 0, UH: 0, UO: 0, NE: 0 } as Mutable<Groups>,
});

const attemptsByCase = (attempts: Iterable<AttemptRow>): ReadonlyMap<Id, AttemptRow[]> => {
  const found = new Map<Id, AttemptRow[]>();
  for (const attempt of attempts) {
    const list = found.get(attempt.case);
    if (list) list.push(attempt);
    else found.set(attempt.case, [attempt]);
  }
  for (const list of found.values())
    list.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
  return found;
};

/** Every case of the wave stands in every denominator, reached or not, whatever was released beside it. */
export const fieldProgress = (
  cases: Iterable<CaseRow>,
  attempts: Iterable<AttemptRow>,
  allKnown: boolean,
  contacted: (outcome: AttemptRow['outcome']) => boolean,
): FieldProgress => {
  const byCase = attemptsByCase(attempts);
  const total = emptyStratum('');
  const strata = new Map<string, ReturnType<typeof emptyStratum>>();
  const codes = new Map<DispositionCode, number>();
  const slots = new Map<string, Mutable<Slot>>();
  const days = new Map<number, { attempts: number; interviews: number }>();
  const perComplete = { attempts: 0, completes: 0 };
  let made = 0;
  for (const row of cases) {
    const own = byCase.get(row.id) ?? [];
    const final = finalDisposition(row, own, allKnown);
    codes.set(final.code, (codes.get(final.code) ?? 0) + 1);
    let stratum = strata.get(row.stratum);
    if (!stratum) {
      stratum = emptyStratum(row.stratum);
      strata.set(row.stratum, stratum);
    }
    for (const part of [total, stratum]) {
      part.cases += 1;
      part.status[row.status] += 1;
      part.groups[final.group] += 1;
    }
    if (final.group === 'I') {
      perComplete.completes += 1;
      perComplete.attempts += own.length;
    }
    for (const attempt of own) {
      made += 1;
      const wall = wallOf(Date.parse(attempt.at));
      const slot = { weekday: weekdayOf(wall.day), hour: Math.floor(wall.minute / 60) };
      const key = `${slot.weekday} ${slot.hour}`;
      const counted = slots.get(key) ?? { ...slot, attempts: 0, contacts: 0 };
      counted.attempts += 1;
      if (contacted(attempt.outcome)) counted.contacts += 1;
      slots.set(key, counted);
      const day = days.get(wall.day) ?? { attempts: 0, interviews: 0 };
      day.attempts += 1;
      // A second interview of a case is kept and counts nothing.
      if (attempt.id === row.completed_by) day.interviews += 1;
      days.set(wall.day, day);
    }
  }
  const collator = new Intl.Collator('sv');
  return {
    total,
    strata: [...strata.values()].sort((a, b) => collator.compare(a.stratum, b.stratum)),
    codes,
    attempts: made,
    attemptsPerComplete: perComplete,
    slots: [...slots.values()].sort((a, b) => a.weekday - b.weekday || a.hour - b.hour),
    days: [...days].map(([day, counts]) => ({ day, ...counts })).sort((a, b) => a.day - b.day),
  };
};

/** Fewer attempts than this say nothing about an hour. */
export const ENOUGH_CALLS = 5;
/** The hours in which most answered, best first. */
export const bestSlots = (slots: readonly Slot[], most = 3): readonly Slot[] =>
  slots
    .filter(({ attempts, contacts }) => attempts >= ENOUGH_CALLS && contacts > 0)
    .sort((a, b) => b.contacts / b.attempts - a.contacts / a.attempts || b.attempts - a.attempts)
    .slice(0, most);

export type Forecast =
  | { readonly type: 'no_target' | 'reached' | 'too_early' | 'standing_still' }
  /** The target is larger than what is left to call can give. */
  | { readonly type: 'out_of_cases'; readonly left: number; readonly wanted: number }
  | {
      readonly type: 'day';
      readonly day: number;
      readonly perWeek: number;
      /** What the pace was counted from. */
      readonly interviews: number;
      readonly openDays: number;
    };

const WINDOW_DAYS = 14;

/**
 * The day the target is reached if the coming weeks go as the last two did (or as many days as there have been, seven
 * at least). `isOpen` says on which days anybody calls; closed days neither count behind nor ahead.
 */
export const forecast = (
  progress: FieldProgress,
  target: number,
  now: number,
  isOpen: (day: number) => boolean,
): Forecast => {
  const done = progress.total.groups.I;
  if (target === 0) return { type: 'no_target' };
  if (done >= target) return { type: 'reached' };
  const [first] = progress.days;
  const today = wallOf(now).day;
  const span = first ? Math.min(WINDOW_DAYS, today - first.day + 1) : 0;
  if (span < 7) return { type: 'too_early' };
  const { new: fresh, active } = progress.total.status;
  const wanted = target - done;
  if (fresh + active < wanted) return { type: 'out_of_cases', left: fresh + active, wanted };
  let open = 0;
  for (let day = today - span + 1; day <= today; day++) if (isOpen(day)) open += 1;
  const recent = progress.days.filter(({ day }) => day > today - span);
  const interviews = recent.reduce((sum, day) => sum + day.interviews, 0);
  if (interviews === 0 || open === 0) return { type: 'standing_still' };
  const perDay = interviews / open;
  let left = wanted / perDay;
  for (let day = today + 1; day < today + 3 * 366; day++) {
    if (!isOpen(day)) continue;
    left -= 1;
    if (left <= 1e-9) return { type: 'day', day, perWeek: perDay * 5, interviews, openDays: open };
  }
  return { type: 'standing_still' };
};

/**
 * Interviewed of all that belong to the sample: RR1, since everybody in `groups` but NE stands in its denominator.
 * `value` is null where nobody does.
 */
export const responseOf = ({
  groups,
}: Pick<StratumProgress, 'groups'>): {
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
} => {
  const { I, P, R, NC, O, UH, UO } = groups;
  const denominator = I + P + R + NC + O + UH + UO;
  return { numerator: I, denominator, value: denominator === 0 ? null : I / denominator };
};

/** Points of a rate by which a stratum is behind before it is named. */
const BEHIND = 0.1;
/** Strata whose response lies well under the whole wave's, the farthest behind first. */
export const strataBehind = (progress: FieldProgress): readonly StratumProgress[] => {
  const share = (part: StratumProgress): number => responseOf(part).value ?? 0;
  const whole = share(progress.total);
  return progress.strata
    .filter((stratum) => responseOf(stratum).value !== null && share(stratum) <= whole - BEHIND)
    .sort((a, b) => share(a) - share(b));
};
