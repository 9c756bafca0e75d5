import { expect, test } from 'vitest';
import { DEFAULT_RULES } from '../../study/call-rules.ts';
import { readTyped, typedOf } from './typed-rules.ts';

const typed = typedOf(DEFAULT_RULES);

test('what is shown is what is saved', () => {
  expect(readTyped(typed).rules).toEqual(DEFAULT_RULES);
  const own = { ...DEFAULT_RULES, ownClosed: [{ from: '2026-11-30', to: '2026-12-01' }], target: 100 };
  expect(readTyped(typedOf(own)).rules).toEqual(own);
});

test('one thing that cannot be read keeps all from being saved, and is pointed out', () => {
  const numbers = readTyped({
    ...typed,
    numbers: { ...typed.numbers, busyMinutes: 'snart', maxAttempts: '0' },
  });
  expect([numbers.rules, [...numbers.faults.numbers]]).toEqual([null, ['maxAttempts', 'busyMinutes']]);
  const hours = readTyped({ ...typed, hours: typed.hours.with(2, 'hela dagen') });
  expect([hours.rules, [...hours.faults.days]]).toEqual([null, [2]]);
  const ranges = [
    { from: '2026-11-30', to: '' },
    { from: '2026-11-30', to: '2026-11-29' },
    { from: '2026-11-30', to: '2026-11-30' },
  ];
  expect([...readTyped({ ...typed, ownClosed: ranges }).faults.ranges]).toEqual([0, 1]);
});
