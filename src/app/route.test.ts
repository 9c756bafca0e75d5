import { expect, test } from 'vitest';
import { SETUP_PARTS } from '../setup/parts.ts';
import { formatRoute, parseRoute, type Route } from './route.ts';

const CASE = '1f0e7a52-6f0b-4d3c-9a55-0d9f4f1f8a11';

const routes: readonly Route[] = [
  { name: 'home' },
  { name: 'start', code: null },
  { name: 'start', code: 'ABCD-EFGH-2345' },
  { name: 'withdraw' },
  { name: 'calls' },
  { name: 'calls', asked: { case: CASE, for: 'appointment' } },
  { name: 'calls', asked: { case: CASE, for: 'refusal' } },
  { name: 'interview', case: CASE },
  { name: 'draft', draft: CASE },
  { name: 'outbox' },
  { name: 'train' },
  { name: 'sheets' },
  { name: 'own' },
  ...SETUP_PARTS.map((part): Route => ({ name: 'setup', part })),
  { name: 'read', question: null },
  { name: 'coding', part: 'koda', at: null },
  { name: 'coding', part: 'koda', at: 'A4.2' },
  { name: 'coding', part: 'rundor', at: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff' },
  { name: 'results', page: null },
  { name: 'results', page: 'claims' },
  { name: 'results', page: 'A4.2' },
  { name: 'read', question: 'A4.2' },
  { name: 'read', question: 'A4' },
  { name: 'read', question: 'closing' },
];

test.each(routes)('$name leads back to itself', (route) => {
  expect(parseRoute(formatRoute(route))).toEqual(route);
});

test('an empty address is the beginning', () => {
  expect(parseRoute('')).toEqual({ name: 'home' });
  expect(parseRoute('#')).toEqual({ name: 'home' });
});

test('anything else leads nowhere, and says so', () => {
  for (const hash of ['#/intervju/Vara', '#/intervju', '#/studien/hemligt', '#/las/%3Cb%3E', '#/xyz'])
    expect(parseRoute(hash)).toEqual({ name: 'nowhere' });
});
