import { expect, test } from 'vitest';
import type { OutboxItem } from '../../engine/types.ts';
import { words } from '../../words/index.ts';
import { groupOf, stateWords, titleWords } from './item-words.ts';

const now = Date.UTC(2026, 10, 26, 13, 30);
const item = (change: Partial<OutboxItem>): OutboxItem => ({
  id: 'x',
  stream: 'interviews',
  kind: 'interview.hand_in',
  state: 'waiting',
  notBefore: null,
  waitsForAttempt: false,
  ...change,
});
const say = (change: Partial<OutboxItem>, online = true): string =>
  stateWords(item(change), { now, online }, words.sv, 'sv');

test('a returned interview says what and where, never the text', () => {
  expect(say({ state: 'returned', reason: 'identifies', find: 'phone', at: 'A4.2' })).toBe(
    'Behöver rättas: telefonnummer i fråga A4.2',
  );
  expect(say({ state: 'returned', reason: 'identifies', find: 'something_new' })).toBe(
    'Behöver rättas: något som pekar ut någon',
  );
});

test('waiting says for what: its attempt, its time, the network, its turn', () => {
  expect(say({ waitsForAttempt: true })).toMatch(/bekräftar/);
  expect(say({ notBefore: now + 45 * 60_000 })).toBe('Väntar till i dag 15.15');
  expect(say({ notBefore: now - 1 }, false)).toBe('Väntar på uppkoppling');
  expect(say({})).toBe('Skickas strax');
});

test('every state has words and a place, in both languages', () => {
  for (const state of [
    'waiting',
    'sending',
    'confirmed',
    'returned',
    'conflict',
    'withdrawn',
    'second',
    'unreadable',
  ] as const)
    for (const language of ['sv', 'en'] as const) {
      expect(stateWords(item({ state }), { now, online: true }, words[language], language)).not.toBe('');
      expect(['mend', 'waiting', 'done']).toContain(groupOf(item({ state })));
    }
});

test('an interview is named by its case while the device knows it', () => {
  expect(titleWords(item({ caseName: 'Vara' }), words.sv)).toBe('Intervju med Vara');
  expect(titleWords(item({}), words.sv)).toBe('Intervju');
  expect(titleWords(item({ kind: 'attempt.record' }), words.sv)).toBe('Samtalsförsök');
  expect(titleWords(item({ kind: 'toString' }), words.sv)).toBe('Ändring');
});
