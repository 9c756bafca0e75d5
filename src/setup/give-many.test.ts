import { expect, test } from 'vitest';
import type { CaseRow } from '../study/rows.ts';
import { casesToGive, type GiveMany } from './give-many.ts';

const row = (id: string, stratum: string, assignee: string | null, status: CaseRow['status']): CaseRow => ({
  id,
  wave: 'w',
  code: id,
  name: id,
  stratum,
  assignee,
  status,
  completed_by: null,
  rev: {},
});
const cases = [
  row('1', 'north', null, 'new'),
  row('2', 'north', 'ina', 'active'),
  row('3', 'north', 'ina', 'interviewed'),
  row('4', 'south', 'ina', 'new'),
  row('5', 'south', 'bo', 'active'),
  row('6', 'south', null, 'closed'),
];
const given = (how: GiveMany): string =>
  casesToGive(cases, how)
    .map(({ id }) => id)
    .join('');

test('by stratum, from one person, or all at once; never what is over, nor what stands there already', () => {
  expect(given({ stratum: 'north', from: 'anybody', to: 'bo' })).toBe('12');
  expect(given({ stratum: null, from: 'ina', to: 'bo' })).toBe('24');
  expect(given({ stratum: 'south', from: 'ina', to: 'bo' })).toBe('4');
  expect(given({ stratum: null, from: 'nobody', to: 'bo' })).toBe('1');
  expect(given({ stratum: null, from: 'anybody', to: 'bo' })).toBe('124');
  expect(given({ stratum: null, from: 'anybody', to: null })).toBe('245');
});
