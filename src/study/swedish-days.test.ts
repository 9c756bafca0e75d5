import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closedReasons, easterSunday, midsummerEve, winterWeeksOf } from './swedish-days.ts';
import { dateOfDay, dayOfDate, instantOf, isoWeekOf, wallOf, weekdayOf } from './zoned-time.ts';

const date = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
const day = (text: string): number => Date.parse(text) / 86_400_000;

test('Easter Sunday, against known years', () => {
  const known = [
    '1954-04-18',
    '1981-04-19',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2016-03-27',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
    '2049-04-18',
    '2076-04-19',
  ];
  for (const text of known) expect(date(easterSunday(Number(text.slice(0, 4))))).toBe(text);
});

test('Easter is a Sunday between 22 March and 25 April, every year', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2300 }), (year) => {
      const easter = easterSunday(year);
      expect(weekdayOf(easter)).toBe(7);
      expect(easter).toBeGreaterThanOrEqual(dayOfDate(year, 3, 22));
      expect(easter).toBeLessThanOrEqual(dayOfDate(year, 4, 25));
      expect(weekdayOf(midsummerEve(year))).toBe(5);
    }),
  );
});

test('days on which nobody is called, and why', () => {
  const why = (text: string, county = '01') => closedReasons(day(text), county);
  expect(why('2026-11-26')).toEqual([]);
  expect(why('2026-05-14')).toEqual(['holiday']); // Ascension
  expect(why('2026-05-15')).toEqual(['bridge']);
  expect(why('2026-05-13')).toEqual(['before_holiday']);
  expect(why('2026-04-02')).toEqual(['eve', 'before_holiday']);
  expect(why('2026-06-19')).toEqual(['summer', 'eve', 'before_holiday']);
  expect(why('2026-08-14')).toEqual(['summer']);
  expect(why('2026-08-17')).toEqual([]);
  expect(why('2026-10-30')).toEqual(['eve', 'before_holiday', 'autumn_break']);
  expect(why('2026-12-21')).toEqual(['christmas']);
  expect(why('2027-01-08')).toEqual([]);
  expect(why('2026-02-24', '01')).toEqual(['winter_break']);
  expect(why('2026-02-24', '12')).toEqual([]);
  expect(why('2026-02-17', '12')).toEqual(['winter_break']);
  expect(why('2026-01-05')).toEqual(['christmas', 'eve', 'bridge', 'before_holiday']);
});

test('every county has its winter week, between 7 and 10', () => {
  for (const county of '01 03 04 05 06 07 08 09 10 12 13 14 17 18 19 20 21 22 23 24 25'.split(' ')) {
    expect(winterWeeksOf(county).length).toBeGreaterThan(0);
    for (const week of winterWeeksOf(county)) expect(week >= 7 && week <= 10).toBe(true);
  }
});

test('ISO weeks at the turn of the year', () => {
  expect(isoWeekOf(day('2026-12-31'))).toBe(53);
  expect(isoWeekOf(day('2027-01-04'))).toBe(1);
  expect(isoWeekOf(day('2026-10-26'))).toBe(44);
  expect(dateOfDay(day('2026-10-26'))).toEqual({ year: 2026, month: 10, date: 26 });
});

test('wall time and instant lead back to each other, over the changes of the clock', () => {
  const from = Date.UTC(2024, 0, 1);
  const to = Date.UTC(2030, 0, 1);
  fc.assert(
    fc.property(fc.integer({ min: from / 60_000, max: to / 60_000 }), (minutes) => {
      const at = minutes * 60_000;
      const wall = wallOf(at);
      const back = instantOf(wall);
      // In the hour that comes twice the first is meant.
      expect(wallOf(back)).toEqual(wall);
      expect([0, 3_600_000]).toContain(at - back);
    }),
  );
  expect(wallOf(Date.UTC(2026, 2, 29, 0, 59))).toMatchObject({ minute: 119 });
  expect(wallOf(Date.UTC(2026, 2, 29, 1, 0))).toMatchObject({ minute: 180 });
  expect(instantOf({ day: day('2026-03-29'), minute: 150 })).toBe(Date.UTC(2026, 2, 29, 1, 30));
  expect(instantOf({ day: day('2026-11-26'), minute: 615 })).toBe(Date.UTC(2026, 10, 26, 9, 15));
  expect(wallOf(Date.UTC(2026, 10, 26, 9, 15), 'America/New_York')).toMatchObject({ minute: 255 });
});
