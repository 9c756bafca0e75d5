import { expect, test } from 'vitest';
import type { Status } from '../engine/types.ts';
import { words } from '../words/index.ts';
import { footWords } from './foot.tsx';

const quiet: Status = {
  online: true,
  session: 'signed_in',
  saving: 'saved',
  savedAt: null,
  waiting: { interviews: 0, other: 0 },
  returned: 0,
  hasSent: false,
  pulling: false,
  pulled: null,
  lastPull: null,
  clockError: null,
  retryAt: null,
  outdated: false,
};
const now = new Date(2026, 10, 26, 14, 30).getTime();
const say = (change: Partial<Status>) => footWords({ ...quiet, ...change }, now, words.sv.common, 'sv');

test('until something has been sent, nothing has left this computer, and it says so', () => {
  expect(say({}).left).toContain('Inget har lämnat den här datorn');
  expect(say({ waiting: { interviews: 2, other: 0 } }).left).toContain('Inget har lämnat den här datorn');
  expect(say({ hasSent: true }).left).toEqual(['Inget att spara ännu', 'Inget väntar på att skickas']);
});

test('what waits is said in interviews and changes', () => {
  expect(say({ waiting: { interviews: 1, other: 4 } }).right).toEqual([
    '1 intervju och 4 ändringar att skicka',
  ]);
  expect(say({ waiting: { interviews: 3, other: 0 } }).right).toEqual(['3 intervjuer att skicka']);
});

test('nothing is claimed to be sent while something waits', () => {
  expect(say({ hasSent: true, waiting: { interviews: 0, other: 1 } }).left).not.toContain(
    'Inget väntar på att skickas',
  );
});

test('a failure to store takes the whole left side', () => {
  expect(say({ saving: 'failed', savedAt: now }).left).toEqual([words.sv.common.foot.failed]);
});

test('without a connection it is not also said that the server does not answer', () => {
  expect(say({ online: false, retryAt: now + 60_000, session: 'signed_out' }).right).toEqual([
    'Utan uppkoppling',
  ]);
});

test('saved is said in time', () => {
  expect(say({ savedAt: now - 120_000 }).left[0]).toBe('Sparat för 2 min sedan');
});
