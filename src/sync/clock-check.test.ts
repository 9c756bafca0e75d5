import { expect, test } from 'vitest';
import { err, ok } from '../study/result.ts';
import type { Hello } from '../study/wire.ts';
import { createClockCheck } from './clock-check.ts';

const MINUTE = 60_000;
const start = Date.UTC(2026, 10, 26, 9, 0);

/** A server whose clock is right, a device whose clock is not, and a trip of some length. */
const world = () => {
  const at = { real: start, off: 0, trip: 200, online: true, asked: 0 };
  const hello = async () => {
    at.asked += 1;
    at.real += at.trip / 2;
    const time = new Date(at.real).toISOString();
    at.real += at.trip / 2;
    const value: Hello = {
      epoch: '',
      schema: 1,
      founded: true,
      practice: false,
      time,
      backup_at: null,
    };
    return at.online ? ok(value) : err({ type: 'offline' } as const);
  };
  return { at, check: createClockCheck({ now: () => at.real + at.off }, { hello }) };
};

test('says how far the clock is off, and asks again after a while only', async () => {
  const { at, check } = world();
  at.off = 7 * MINUTE;
  expect(await check()).toBe(7 * MINUTE);
  at.off = 0;
  expect(await check()).toBe(0);
  expect(at.asked).toBe(2);
  at.real += 9 * MINUTE;
  at.off = -3 * MINUTE;
  await check();
  at.real += 11 * MINUTE;
  expect(await check()).toBe(-3 * MINUTE);
});

test('keeps what it knew while there is no answer, or one too slow to say anything', async () => {
  const { at, check } = world();
  at.online = false;
  expect(await check()).toBeNull();
  at.online = true;
  at.trip = 2 * MINUTE;
  expect(await check()).toBeNull();
  at.trip = 200;
  expect(await check()).toBe(0);
});
