import { expect, test } from 'vitest';
import { mayGo, placesOf, routeOfPlace, settle } from './places.ts';

const CASE = '1f0e7a52-6f0b-4d3c-9a55-0d9f4f1f8a11';

test('each role begins where its work is', () => {
  expect(settle('interviewer', { name: 'home' })).toEqual({ name: 'calls' });
  expect(settle('coder', { name: 'home' })).toEqual({ name: 'coding', part: 'koda', at: null });
  expect(settle('lead', { name: 'start', code: 'X' })).toEqual({ name: 'setup', part: 'oversikt' });
});

test('an address one chose is kept', () => {
  expect(settle('lead', { name: 'outbox' })).toEqual({ name: 'outbox' });
});

test('every place of a role may be gone to by it', () => {
  for (const role of ['interviewer', 'coder', 'lead'] as const)
    for (const place of placesOf(role)) expect(mayGo(role, routeOfPlace(place))).toBe(true);
});

test('no interviewer reads answers and no coder sees cases', () => {
  expect(mayGo('interviewer', { name: 'read', question: 'A1.1' })).toBe(false);
  expect(mayGo('coder', { name: 'calls' })).toBe(false);
  expect(mayGo('coder', { name: 'interview', case: CASE })).toBe(false);
  expect(mayGo('interviewer', { name: 'setup', part: 'personer' })).toBe(false);
});
