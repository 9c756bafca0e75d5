import { describe, expect, it } from 'vitest';
import { courseOf, plannedBy } from './field-course.ts';
import { dayOfDate, weekdayOf } from './zoned-time.ts';

const MONDAY = dayOfDate(2026, 11, 2);
const isOpen = (day: number): boolean => weekdayOf(day) < 6;
const groups = { I: 3, P: 0, R: 0, NC: 0, O: 0, UH: 0, UO: 0, NE: 0 };
const status = { new: 0, active: 0, interviewed: 3, closed: 0 };
const field = {
  days: [
    { day: MONDAY, attempts: 4, interviews: 1 },
    { day: MONDAY + 3, attempts: 2, interviews: 2 },
  ],
  total: { stratum: '', cases: 10, status, groups },
};
const day = { type: 'day', day: MONDAY + 11, perWeek: 3, interviews: 3, openDays: 5 } as const;

describe('courseOf', () => {
  it('adds up the interviews, days without calls included, and goes on to the forecast', () => {
    const course = courseOf(field, { target: 10, lastDay: null }, MONDAY + 4, day, isOpen);
    expect(course?.done).toEqual([1, 1, 1, 3, 3].map((sum, index) => [MONDAY + index, sum]));
    expect(course?.ahead).toEqual([
      [MONDAY + 4, 3],
      [MONDAY + 11, 10],
    ]);
    expect(course?.planned).toBeNull();
  });

  it('plans the same for each open day, nothing for closed ones, and the whole target by the last day', () => {
    const course = courseOf(
      field,
      { target: 20, lastDay: MONDAY + 11 },
      MONDAY + 4,
      { type: 'too_early' },
      isOpen,
    );
    if (!course) throw new Error('there are calls');
    // Ten open days.
    expect([0, 4, 5, 6, 7, 11].map((after) => plannedBy(course, MONDAY + after))).toEqual([
      2, 10, 10, 10, 12, 20,
    ]);
    expect(plannedBy(course, MONDAY + 40)).toBe(20);
    expect(plannedBy(course, MONDAY - 1)).toBeNull();
    expect(course.ahead).toBeNull();
  });

  it('has no plan where none can be had', () => {
    const planned = (target: number, lastDay: number) =>
      courseOf(field, { target, lastDay }, MONDAY + 4, { type: 'too_early' }, isOpen)?.planned;
    expect([planned(0, MONDAY + 11), planned(20, MONDAY), planned(20, MONDAY + 90_000)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(courseOf({ ...field, days: [] }, { target: 1, lastDay: null }, MONDAY, day, isOpen)).toBeNull();
  });
});
