import { expect, test } from 'vitest';
import { words } from '../words/index.ts';
import { agoWords, clockWords, dayWords, momentWords, numberWords, otherZone } from './time-words.ts';

/** By the clock of Stockholm, wherever the tests run. */
const stockholm = (year: number, month: number, day: number, hour: number, minute: number): Date =>
  new Date(Date.UTC(year, month - 1, day, hour, minute) - (month > 3 && month < 11 ? 2 : 1) * 3_600_000);
const now = stockholm(2026, 11, 26, 14, 30).getTime();
const MINUTE = 60_000;
const moment = (at: Date): string => momentWords(at.getTime(), now, words.sv.common, 'sv');

test('the clock is said as in each language', () => {
  expect(clockWords(stockholm(2026, 11, 26, 9, 5).getTime(), 'sv')).toBe('9.05');
  expect(clockWords(stockholm(2026, 11, 26, 9, 5).getTime(), 'en')).toBe('9:05');
});

test('a moment is said by its day', () => {
  expect(moment(stockholm(2026, 11, 26, 9, 40))).toBe('i dag 9.40');
  expect(moment(stockholm(2026, 11, 25, 11, 5))).toBe('i går 11.05');
  expect(moment(stockholm(2026, 11, 27, 8, 0))).toBe('i morgon 8.00');
  expect(moment(stockholm(2026, 11, 23, 13, 20))).toMatch(/^mån\.? 13\.20$/);
  expect(moment(stockholm(2026, 10, 3, 8, 15))).toMatch(/^3 okt\.? 8\.15$/);
});

test('midnight lies between yesterday and today, however few minutes ago', () => {
  const early = stockholm(2026, 11, 26, 0, 10).getTime();
  expect(momentWords(early - 20 * MINUTE, early, words.sv.common, 'sv')).toBe('i går 23.50');
});

test('what was just now is said in minutes', () => {
  expect(agoWords(now - 10_000, now, words.sv.common, 'sv')).toBe('nyss');
  expect(agoWords(now - 2 * MINUTE, now, words.sv.common, 'sv')).toBe('för 2 min sedan');
  expect(agoWords(now - 120 * MINUTE, now, words.sv.common, 'sv')).toBe('i dag 12.30');
  // A clock that was set back never makes "in -3 min".
  expect(agoWords(now + 3 * MINUTE, now, words.sv.common, 'sv')).toBe('nyss');
});

test('days and numbers follow the language', () => {
  expect(dayWords(now, 'sv')).toBe('torsdag 26 november');
  expect(numberWords(1740605, 'sv').replaceAll('\u00a0', ' ')).toBe('1 740 605');
});

test('the zone of the computer is named where its clock differs', () => {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const hours = (of: string): string => new Date(now).toLocaleString('sv', { timeZone: of });
  expect(otherZone(now)).toBe(hours(zone) === hours('Europe/Stockholm') ? null : zone);
});
