import { expect, test } from 'vitest';
import { DEFAULT_RULES } from '../study/call-rules.ts';
import type { AppointmentRow, CaseRow } from '../study/rows.ts';
import { whomToCall } from '../study/whom-to-call.ts';
import { bookedIn } from './booked.ts';

const now = Date.parse('2026-11-26T10:00+01:00');
const case_ = (id: string, assignee: string, status: CaseRow['status'] = 'active'): CaseRow => ({
  id,
  wave: 'w',
  code: `01${id}`,
  name: id,
  stratum: 's',
  assignee,
  status,
  completed_by: null,
  rev: {},
});
const appointment = (of: string, time: string): AppointmentRow => ({
  id: `${of} ${time}`,
  case: of,
  by: 'me',
  at: new Date(`${time}+01:00`).toISOString(),
  zone: 'Europe/Stockholm',
  kind: 'hard',
});
const booked = (cases: readonly CaseRow[], appointments: readonly AppointmentRow[]) =>
  bookedIn(
    whomToCall({ cases, attempts: [], appointments, begun: new Set(), now, rules: DEFAULT_RULES }),
    now,
  ).map(({ appointment: { id }, day, clashes }) => [id, day, clashes]);

test('the calendar goes by the clock, and warns of two times too close for one person', () => {
  const cases = [case_('A', 'me'), case_('B', 'me'), case_('C', 'other'), case_('D', 'me', 'interviewed')];
  const made = [
    appointment('B', '2026-11-26T15:30'),
    appointment('A', '2026-11-26T15:00'),
    appointment('C', '2026-11-26T15:10'),
    appointment('A', '2026-11-25T15:00'),
    appointment('B', '2026-11-30T09:00'),
    appointment('D', '2026-11-26T11:00'),
  ];
  expect(booked(cases, made)).toEqual([
    ['A 2026-11-25T15:00', -1, false],
    ['A 2026-11-26T15:00', 0, true],
    ['C 2026-11-26T15:10', 0, false],
    ['B 2026-11-26T15:30', 0, true],
    ['B 2026-11-30T09:00', 4, false],
  ]);
});

test('two times for one case, made offline by two, both stand and clash', () => {
  const made = [appointment('A', '2026-11-26T15:00'), appointment('A', '2026-11-26T15:20')];
  expect(booked([case_('A', 'me')], made).map(([, , clashes]) => clashes)).toEqual([true, true]);
});
