import type { View } from '../study/command.ts';
import type { Id } from '../study/ids.ts';
import type { AttemptRow, CaseRow } from '../study/rows.ts';

/**
 * Whom to call next, and why: a plain rule over the cases and what came of the calls so far. What was promised goes
 * first, then what is likely to answer now, then what nobody has called, then what should rest.
 */
export type Reason =
  | 'begun'
  | 'appointment'
  | 'call_back'
  | 'referred'
  | 'busy'
  | 'other_time'
  | 'another_day'
  | 'new'
  | 'busy_rest'
  | 'rest'
  | 'refusal'
  | 'done'
  | 'closed';

const ORDER: readonly Reason[] = [
  'begun',
  'appointment',
  'call_back',
  'referred',
  'busy',
  'other_time',
  'another_day',
  'new',
  'busy_rest',
  'rest',
  'refusal',
  'done',
  'closed',
];

export type Group = 'open' | 'begun' | 'done';

export interface Call {
  readonly row: CaseRow;
  /** Oldest first. */
  readonly attempts: readonly AttemptRow[];
  readonly last: AttemptRow | undefined;
  readonly reason: Reason;
  readonly group: Group;
  /** Listed, but not to be called just now. */
  readonly rests: boolean;
  readonly begun: boolean;
}

const MINUTE = 60_000;
/** A switchboard's engaged tone seldom lasts longer. */
const BUSY_REST = 20 * MINUTE;

/** Three parts of a working day: somebody out in the morning may be in after lunch. */
const partOfDay = (at: number): number => {
  const hour = new Date(at).getHours();
  return hour < 10 ? 0 : hour < 13 ? 1 : 2;
};
const sameDay = (a: number, b: number): boolean => new Date(a).toDateString() === new Date(b).toDateString();

const afterNoAnswer = (at: number, now: number): Reason => {
  if (partOfDay(at) !== partOfDay(now)) return 'other_time';
  return sameDay(at, now) ? 'rest' : 'another_day';
};

const reasonOf = (row: CaseRow, last: AttemptRow | undefined, begun: boolean, now: number): Reason => {
  if (row.status === 'interviewed') return 'done';
  if (row.status === 'closed') return 'closed';
  if (begun) return 'begun';
  if (!last) return 'new';
  const at = Date.parse(last.at);
  switch (last.outcome) {
    case 'busy':
      return now - at < BUSY_REST ? 'busy_rest' : 'busy';
    case 'no_answer':
      return afterNoAnswer(at, now);
    case 'interviewed':
      return 'done';
    case 'call_back':
    case 'referred':
    case 'appointment':
    case 'refusal':
      return last.outcome;
    default:
      return 'rest';
  }
};

const RESTING: ReadonlySet<Reason> = new Set(['busy_rest', 'rest', 'refusal', 'done', 'closed']);

const groupOf = (reason: Reason): Group =>
  reason === 'done' || reason === 'closed' ? 'done' : reason === 'begun' ? 'begun' : 'open';

const attemptsByCase = (view: View): ReadonlyMap<Id, AttemptRow[]> => {
  const found = new Map<Id, AttemptRow[]>();
  for (const attempt of view.all('attempt')) {
    const list = found.get(attempt.case);
    if (list) list.push(attempt);
    else found.set(attempt.case, [attempt]);
  }
  for (const list of found.values()) list.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return found;
};

/** `mine`: an interviewer's own cases; null: every case, for a lead. Cases of waves that are not open are left out. */
export const callList = (
  view: View,
  mine: Id | null,
  drafts: ReadonlySet<Id>,
  now: number,
): readonly Call[] => {
  const attempts = attemptsByCase(view);
  const calls: Call[] = [];
  for (const row of view.all('case')) {
    if (mine !== null && row.assignee !== mine) continue;
    if (view.get('wave', row.wave)?.status !== 'open') continue;
    const own = attempts.get(row.id) ?? [];
    const last = own.at(-1);
    const begun = drafts.has(row.id);
    const reason = reasonOf(row, last, begun, now);
    calls.push({
      row,
      attempts: own,
      last,
      reason,
      group: groupOf(reason),
      rests: RESTING.has(reason),
      begun,
    });
  }
  const collator = new Intl.Collator('sv');
  return calls.sort(
    (a, b) =>
      ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason) ||
      // The one called longest ago first; names last, so that the order never wavers.
      (a.last?.at ?? '').localeCompare(b.last?.at ?? '') ||
      collator.compare(a.row.name, b.row.name),
  );
};

export const filterCalls = (
  calls: readonly Call[],
  group: Group | 'all',
  search: string,
): readonly Call[] => {
  const typed = search.trim().toLocaleLowerCase('sv');
  return calls.filter(
    (call) =>
      // A begun interview is still to be called: it is in both.
      (group === 'all' ||
        call.group === group ||
        (group === 'open' && call.begun && call.group !== 'done')) &&
      (typed === '' ||
        call.row.name.toLocaleLowerCase('sv').includes(typed) ||
        call.row.stratum.toLocaleLowerCase('sv').includes(typed)),
  );
};

/** To the minute, as the wire wants it. */
export const minuteOf = (now: number): string => new Date(Math.floor(now / MINUTE) * MINUTE).toISOString();
