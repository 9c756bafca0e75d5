import { readRules } from '../study/call-rules.ts';
import type { View } from '../study/command.ts';
import type { Id } from '../study/ids.ts';
import { leaseHolds } from '../study/leases.ts';
import { readPool } from '../study/pool.ts';
import type { CaseRow } from '../study/rows.ts';
import { type Call, type Standing, whomToCall } from '../study/whom-to-call.ts';
import { MINUTE } from '../study/zoned-time.ts';

/** The call list as the screen has it: rule and order are the study's (whom-to-call.ts), choice and search are here. */
export type Group = 'open' | 'waits' | 'begun' | 'done';

const ORDER: readonly Standing[] = ['now', 'waits', 'over'];

export interface ListInput {
  readonly view: View;
  /** An interviewer's own cases; null: every case, for a lead. */
  readonly mine: Id | null;
  readonly begun: ReadonlySet<Id>;
  readonly now: number;
  /** This device's clock minus the server's, ms. */
  readonly clockError?: number | null;
  /** Cases whose lease is over that are called all the same: somebody decided so. */
  readonly overridden?: ReadonlySet<Id>;
}

/** Cases of waves that are not open are left out. */
export const callList = (input: ListInput): readonly Call[] => {
  const { view, mine, begun, now, clockError = null, overridden } = input;
  const leases = new Map<Id, boolean>();
  for (const lease of view.all('lease'))
    if (mine === null || lease.person === mine) leases.set(lease.case, leaseHolds(lease, now, clockError));
  for (const id of overridden ?? []) leases.set(id, true);
  const ofWave = new Map<Id, CaseRow[]>();
  for (const row of view.all('case')) {
    if (mine !== null && row.assignee !== mine) continue;
    const cases = ofWave.get(row.wave);
    if (cases) cases.push(row);
    else ofWave.set(row.wave, [row]);
  }
  const lists = [...ofWave].flatMap(([id, cases]) => {
    const wave = view.get('wave', id);
    if (wave?.status !== 'open') return [];
    const rules = readRules(wave.fields.call_rules);
    const pool = readPool(wave.fields.pool).on;
    const [attempts, appointments] = [view.all('attempt'), view.all('appointment')];
    return [whomToCall({ cases, attempts, appointments, begun, now, rules, me: mine, leases, pool })];
  });
  const [only] = lists;
  if (lists.length < 2) return only ?? [];
  return lists.flat().sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing));
};

const isIn = (call: Call, group: Group | 'all'): boolean => {
  switch (group) {
    case 'all':
      return true;
    case 'open':
      return call.standing !== 'over';
    case 'waits':
      return call.standing === 'waits';
    case 'begun':
      return call.begun && call.standing !== 'over';
    case 'done':
      return call.standing === 'over';
  }
};

export const filterCalls = (
  calls: readonly Call[],
  group: Group | 'all',
  search: string,
): readonly Call[] => {
  const typed = search.trim().toLocaleLowerCase('sv');
  return calls.filter(
    (call) =>
      isIn(call, group) &&
      (typed === '' ||
        call.row.name.toLocaleLowerCase('sv').includes(typed) ||
        call.row.stratum.toLocaleLowerCase('sv').includes(typed)),
  );
};

/** To the minute, as the wire wants it. */
export const minuteOf = (now: number): string => new Date(Math.floor(now / MINUTE) * MINUTE).toISOString();
