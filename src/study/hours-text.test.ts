import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_RULES } from './call-rules.ts';
import { hoursText, readHours } from './hours-text.ts';

test('hours are written as people write them, and read in the ways people do', () => {
  expect(DEFAULT_RULES.hours.map(hoursText)).toEqual([
    ...Array.from({ length: 4 }, () => '8.30–11.30, 13–16'),
    '8.30–11.30, 13–14.30',
    '',
    '',
  ]);
  for (const text of ['8.30–11.30, 13–16', '8:30-11:30;13-16.00', ' 8.30 - 11.30 , 13 – 16 '])
    expect(readHours(text)).toEqual([
      [510, 690],
      [780, 960],
    ]);
  expect(readHours('  ')).toEqual([]);
});

test('what is no time, ends before it begins, or overlaps is not read', () => {
  for (const text of [
    'förmiddag',
    '9',
    '12-9',
    '9-9',
    '9-25',
    '9.60-10',
    '9-11, 10-12',
    '9-11,',
    '13-16, 8-11',
  ])
    expect(readHours(text), text).toBeNull();
});

test('what is written is read again', () => {
  const times = fc.uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 0, maxLength: 8 });
  fc.assert(
    fc.property(times, (minutes) => {
      const sorted = minutes.toSorted((a, b) => a - b);
      const spans = Array.from({ length: Math.floor(sorted.length / 2) }, (_, n): [number, number] => [
        sorted[2 * n] ?? 0,
        sorted[2 * n + 1] ?? 0,
      ]);
      expect(readHours(hoursText(spans))).toEqual(spans);
    }),
  );
});
