import { dateOfDay, dayOfDate, isoWeekOf, weekdayOf } from './zoned-time.ts';

/** Days on which a municipality is not called, computed: no list of years to keep. */
export const CLOSED_DAYS = [
  'weekend',
  'holiday',
  'christmas',
  'summer',
  'eve',
  'bridge',
  'before_holiday',
  'autumn_break',
  'winter_break',
] as const;
export type ClosedDay = (typeof CLOSED_DAYS)[number];

/** Easter Sunday of the Gregorian calendar, by the golden number, the epact and the Sunday that follows the moon. */
export const easterSunday = (year: number): number => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const epact =
    (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30;
  const moon =
    epact -
    Math.floor(epact / 28) *
      (1 - Math.floor(epact / 28) * Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7;
  // Days from the 28th of March to the Sunday after the full moon.
  const offset = moon - weekday;
  return dayOfDate(year, 3, 28) + offset;
};

/** The first day from `day` on that is that weekday. */
const from = (day: number, weekday: number): number => day + ((weekday - weekdayOf(day) + 7) % 7);
export const midsummerEve = (year: number): number => from(dayOfDate(year, 6, 19), 5);

interface Year {
  readonly holidays: ReadonlySet<number>;
  readonly eves: ReadonlySet<number>;
}
const years = new Map<number, Year>();
const yearOf = (year: number): Year => {
  const known = years.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const allSaints = from(dayOfDate(year, 10, 31), 6);
  const on = (month: number, date: number): number => dayOfDate(year, month, date);
  const made: Year = {
    holidays: new Set([
      on(1, 1),
      on(1, 6),
      easter - 2,
      easter,
      easter + 1,
      on(5, 1),
      easter + 39, // Ascension
      easter + 49, // Pentecost
      on(6, 6),
      midsummerEve(year) + 1,
      allSaints,
      on(12, 25),
      on(12, 26),
    ]),
    eves: new Set([
      on(1, 5),
      easter - 3, // Maundy Thursday
      easter - 1,
      on(4, 30),
      easter + 48,
      midsummerEve(year),
      allSaints - 1,
      on(12, 24),
      on(12, 31),
    ]),
  };
  years.set(year, made);
  return made;
};

const isHoliday = (day: number): boolean => yearOf(dateOfDay(day).year).holidays.has(day);
const isFree = (day: number): boolean => weekdayOf(day) > 5 || isHoliday(day);

/**
 * The week (two where the county is divided) of the schools' winter holiday, by the first two figures of the
 * municipality's code. Source: Skolporten's list of school terms 2020/21 by county; the weeks are the same every year.
 */
const WINTER_WEEKS: Readonly<Record<string, readonly number[]>> = {
  '01': [9],
  '03': [8, 9],
  '04': [8],
  '05': [7, 8],
  '06': [7],
  '07': [8],
  '08': [8],
  '09': [9],
  '10': [8],
  '12': [8],
  '13': [7, 8],
  '14': [7],
  '17': [9],
  '18': [8],
  '19': [9],
  '20': [9],
  '21': [9, 10],
  '22': [10],
  '23': [10],
  '24': [10],
  '25': [10],
};
export const winterWeeksOf = (county: string): readonly number[] => WINTER_WEEKS[county] ?? [];

const isChristmas = (month: number, date: number): boolean =>
  (month === 12 && date >= 20) || (month === 1 && date <= 7);

/** Every reason against calling on this day, the plainest first; `county`: two figures. */
export const closedReasons = (day: number, county: string): readonly ClosedDay[] => {
  const { year, month, date } = dateOfDay(day);
  const week = isoWeekOf(day);
  const found: ClosedDay[] = [];
  if (weekdayOf(day) > 5) found.push('weekend');
  if (isHoliday(day)) found.push('holiday');
  if (isChristmas(month, date)) found.push('christmas');
  if (day >= midsummerEve(year) && day <= dayOfDate(year, 8, 15)) found.push('summer');
  if (yearOf(year).eves.has(day)) found.push('eve');
  if (!isFree(day) && isFree(day - 1) && isFree(day + 1)) found.push('bridge');
  if (!isFree(day) && isHoliday(day + 1)) found.push('before_holiday');
  if (week === 44) found.push('autumn_break');
  if (winterWeeksOf(county).includes(week)) found.push('winter_break');
  return found;
};
