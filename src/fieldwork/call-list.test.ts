import { expect, test } from 'vitest';
import type { View } from '../study/command.ts';
import type { AttemptRow, CaseRow, Outcome, Rows, Table, WaveRow } from '../study/rows.ts';
import { callList, filterCalls, minuteOf } from './call-list.ts';

/** Thursday 26 November 2026, 14.30 in Stockholm. */
const now = Date.UTC(2026, 10, 26, 13, 30);
const MINUTE = 60_000;

const wave = (status: WaveRow['status'], call_rules = ''): WaveRow => ({
  id: 'w',
  study: 's',
  label: '2026',
  year: 2026,
  status,
  k: 5,
  instrument: null,
  strata: [],
  fields: {
    sponsor: '',
    controller: '',
    legal_basis: '',
    notice_url: '',
    withdraw_until: '',
    minutes: '',
    call_rules,
  },
  rev: {},
});
const case_ = (name: string, change: Partial<CaseRow> = {}): CaseRow => ({
  id: name,
  wave: 'w',
  code: `01${name}`,
  name,
  stratum: 'storstadsområde',
  assignee: 'me',
  status: 'active',
  completed_by: null,
  rev: {},
  ...change,
});
const attempt = (of: string, outcome: Outcome, ago: number): AttemptRow => ({
  id: `${of}-${ago}`,
  case: of,
  by: 'me',
  outcome,
  at: new Date(now - ago).toISOString(),
  late: false,
});
const viewOf = (
  cases: readonly CaseRow[],
  attempts: readonly AttemptRow[] = [],
  waveRow = wave('open'),
): View => {
  const tables: { readonly [T in Table]?: readonly Rows[T][] } = {
    case: cases,
    attempt: attempts,
    wave: [waveRow],
  };
  return {
    get: (table, id) => (tables[table] ?? []).find((row) => row.id === id),
    all: (table) => tables[table] ?? [],
  };
};
const names = (view: View, begun: readonly string[] = [], mine: string | null = 'me') =>
  callList({ view, mine, begun: new Set(begun), now }).map((call) => `${call.row.name}: ${call.reason.kind}`);

test('goes by the rules of the wave', () => {
  const cases = [case_('A')];
  const busy = [attempt('A', 'busy', 40 * MINUTE)];
  expect(names(viewOf(cases, busy))).toEqual(['A: after_delay']);
  expect(names(viewOf(cases, busy, wave('open', '{"busyMinutes":60}')))).toEqual(['A: wait_delay']);
});

test('a begun interview stands before what is new, and a completed case last, whatever its draft', () => {
  const view = viewOf([case_('A'), case_('B'), case_('C', { status: 'interviewed', completed_by: 'x' })]);
  expect(names(view, ['B', 'C'])).toEqual(['B: begun', 'A: new', 'C: done']);
});

test('an interviewer sees her own, a lead all, nobody those of a wave that is not open', () => {
  const cases = [case_('A'), case_('B', { assignee: 'other' })];
  expect(names(viewOf(cases))).toHaveLength(1);
  expect(names(viewOf(cases), [], null)).toHaveLength(2);
  expect(names(viewOf(cases, [], wave('closed')), [], null)).toEqual([]);
});

test('filters and search', () => {
  const view = viewOf(
    [case_('Åre'), case_('Ängelholm'), case_('Vara', { status: 'interviewed' }), case_('Habo')],
    [attempt('Habo', 'no_answer', 60 * MINUTE)],
  );
  const calls = callList({ view, mine: 'me', begun: new Set(['Åre']), now });
  expect(filterCalls(calls, 'open', '').map((call) => call.row.name)).toEqual(['Åre', 'Ängelholm', 'Habo']);
  expect(filterCalls(calls, 'waits', '').map((call) => call.row.name)).toEqual(['Habo']);
  expect(filterCalls(calls, 'begun', '')).toHaveLength(1);
  expect(filterCalls(calls, 'done', '')).toHaveLength(1);
  expect(filterCalls(calls, 'all', 'äng')).toHaveLength(1);
  expect(filterCalls(calls, 'all', 'storstad')).toHaveLength(4);
});

test('a call is known to the minute, no closer', () => {
  expect(minuteOf(Date.UTC(2026, 10, 26, 9, 40, 31, 123))).toBe('2026-11-26T09:40:00.000Z');
});

test('a case of the pool is offered under a lease that holds, or by a deliberate step', () => {
  const base = viewOf([case_('Åre', { status: 'new' })]);
  const until = new Date(now + 60 * MINUTE).toISOString();
  const lease = { id: 'Åre', case: 'Åre', wave: 'w', person: 'me', until };
  const view: View = {
    ...base,
    all: ((table: Table) => (table === 'lease' ? [lease] : base.all(table))) as View['all'],
  };
  const kind = (more: Partial<Parameters<typeof callList>[0]>) =>
    callList({ view, mine: 'me', begun: new Set(), now, ...more })[0]?.reason.kind;
  expect(kind({})).toBe('new');
  expect(kind({ now: now + 50 * MINUTE })).toBe('lease_over');
  expect(kind({ clockError: 20 * MINUTE })).toBe('lease_over');
  expect(kind({ now: now + 50 * MINUTE, overridden: new Set(['Åre']) })).toBe('new');
});
