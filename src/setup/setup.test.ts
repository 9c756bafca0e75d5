import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { View } from '../study/command.ts';
import type { CaseRow, PersonRow, Rows, Table, WaveRow } from '../study/rows.ts';
import { shareEvenly } from './share-evenly.ts';
import { missingToOpen, readStudy, stepsLeft } from './study-state.ts';

const texts = {
  sponsor: 'x',
  controller: 'x',
  legal_basis: 'x',
  notice_url: 'x',
  withdraw_until: 'x',
  minutes: '35',
};
const wave = (change: Partial<WaveRow> = {}): WaveRow => ({
  id: 'w',
  study: 's',
  label: '2026',
  year: 2026,
  status: 'draft',
  k: 5,
  instrument: null,
  strata: [],
  fields: texts,
  rev: {},
  ...change,
});
const case_ = (id: string, change: Partial<CaseRow> = {}): CaseRow => ({
  id,
  wave: 'w',
  code: id,
  name: id,
  stratum: 'a',
  assignee: null,
  status: 'new',
  completed_by: null,
  rev: {},
  ...change,
});
const person: PersonRow = { id: 'i', name: 'Ina', role: 'interviewer', active: true };
const viewOf = (tables: { readonly [T in Table]?: readonly Rows[T][] }): View => ({
  get: (table, id) => (tables[table] ?? []).find((row) => row.id === id),
  all: (table) => tables[table] ?? [],
});

test('an empty study begins with a wave', () => {
  const state = readStudy(viewOf({}), null);
  expect(stepsLeft(state)[0]).toBe('wave');
  expect(missingToOpen(state)).toContain('wave');
});

test('steps fall away as they are done', () => {
  const state = readStudy(
    viewOf({
      wave: [wave({ instrument: 'h', fields: { ...texts, minutes: ' ' } })],
      case: [case_('x', { assignee: 'i' })],
      person: [person],
    }),
    null,
  );
  expect(stepsLeft(state)).toEqual(['texts', 'open']);
  expect(missingToOpen(state)).toEqual([]);
});

test('the wave one works with is the newest that is not closed, or the one chosen', () => {
  const view = viewOf({
    wave: [
      wave({ id: 'old', year: 2025, status: 'open' }),
      wave({ id: 'new', year: 2026, status: 'closed' }),
    ],
  });
  expect(readStudy(view, null).wave?.id).toBe('old');
  expect(readStudy(view, 'new').wave?.id).toBe('new');
});

test('a deactivated interviewer gets no cases', () => {
  const state = readStudy(viewOf({ person: [{ ...person, active: false }] }), null);
  expect(state.interviewers).toEqual([]);
});

test('cases are shared evenly, by number and by stratum, and nobody loses what they had', () => {
  const people = fc.uniqueArray(fc.constantFrom('i', 'j', 'k', 'l'), { minLength: 1 });
  const rows = fc.array(fc.record({ stratum: fc.constantFrom('a', 'b', 'c'), taken: fc.boolean() }), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(people, rows, (interviewers, drawn) => {
      const cases = drawn.map(({ stratum, taken }, index) =>
        case_(String(index), { stratum, assignee: taken ? (interviewers[0] ?? null) : null }),
      );
      const given = shareEvenly(cases, interviewers);
      const free = cases.filter((row) => row.assignee === null);
      expect(new Set(given.map((one) => one.case))).toEqual(new Set(free.map((row) => row.id)));
      const load = interviewers.map(
        (id) =>
          given.filter((one) => one.assignee === id).length +
          cases.filter((row) => row.assignee === id).length,
      );
      const had = cases.length - free.length;
      const fair = Math.max(had, Math.ceil(cases.length / interviewers.length));
      expect(Math.max(...load)).toBeLessThanOrEqual(fair);
    }),
  );
});

test('with nobody to call, nothing is given', () => {
  expect(shareEvenly([case_('x')], [])).toEqual([]);
});
