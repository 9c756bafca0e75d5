import { expect, test } from 'vitest';
import type { View } from '../study/command.ts';
import type { AttemptRow, CaseRow, Outcome, Rows, Table, WaveRow } from '../study/rows.ts';
import { callList, filterCalls, minuteOf } from './call-list.ts';

const now = new Date(2026, 10, 26, 14, 30).getTime();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const wave = (status: WaveRow['status']): WaveRow => ({
  id: 'w',
  study: 's',
  label: '2026',
  year: 2026,
  status,
  k: 5,
  instrument: null,
  strata: [],
  fields: { sponsor: '', controller: '', legal_basis: '', notice_url: '', withdraw_until: '', minutes: '' },
  rev: {},
});
const case_ = (name: string, change: Partial<CaseRow> = {}): CaseRow => ({
  id: name,
  wave: 'w',
  code: '0000',
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
const names = (view: View, drafts: readonly string[] = [], mine: string | null = 'me') =>
  callList(view, mine, new Set(drafts), now).map((call) => `${call.row.name}: ${call.reason}`);

test('what was promised goes first, what is new after it, what should rest last', () => {
  const view = viewOf(
    [case_('A', { status: 'new' }), case_('B'), case_('C'), case_('D'), case_('E'), case_('F')],
    [
      attempt('B', 'no_answer', 10 * MINUTE),
      attempt('C', 'appointment', DAY),
      attempt('D', 'busy', 30 * MINUTE),
      attempt('E', 'refusal', DAY),
      attempt('F', 'no_answer', 6 * 60 * MINUTE),
    ],
  );
  expect(names(view)).toEqual([
    'C: appointment',
    'D: busy',
    'F: other_time',
    'A: new',
    'B: rest',
    'E: refusal',
  ]);
});

test('only the last attempt counts', () => {
  const view = viewOf([case_('A')], [attempt('A', 'refusal', 2 * DAY), attempt('A', 'call_back', DAY)]);
  expect(names(view)).toEqual(['A: call_back']);
});

test('a line that was engaged a moment ago rests a little', () => {
  expect(names(viewOf([case_('A')], [attempt('A', 'busy', 5 * MINUTE)]))).toEqual(['A: busy_rest']);
});

test('the same time of day on another day is worth a try', () => {
  expect(names(viewOf([case_('A')], [attempt('A', 'no_answer', DAY)]))).toEqual(['A: another_day']);
});

test('a begun interview goes first, and a completed case last, whatever its draft', () => {
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
  const view = viewOf([case_('Åre'), case_('Ängelholm'), case_('Vara', { status: 'interviewed' })]);
  const calls = callList(view, 'me', new Set(['Åre']), now);
  expect(filterCalls(calls, 'open', '').map((call) => call.row.name)).toEqual(['Åre', 'Ängelholm']);
  expect(filterCalls(calls, 'begun', '')).toHaveLength(1);
  expect(filterCalls(calls, 'done', '')).toHaveLength(1);
  expect(filterCalls(calls, 'all', 'äng')).toHaveLength(1);
  expect(filterCalls(calls, 'all', 'storstad')).toHaveLength(3);
});

test('a call is known to the minute, no closer', () => {
  expect(minuteOf(Date.UTC(2026, 10, 26, 9, 40, 31, 123))).toBe('2026-11-26T09:40:00.000Z');
});
