import type { FieldProgress, Forecast } from './field-progress.ts';

type Points = readonly (readonly [day: number, interviews: number])[];

/** Interviews made, day by day, beside what was planned and what is to be expected. Days as in zoned-time.ts. */
export interface Course {
  /** From the first call to today. */
  readonly done: Points;
  /** The same number each open day until the target is reached on the last; null without target or last day. */
  readonly planned: Points | null;
  /** From today to the day of the forecast; null where there is none. */
  readonly ahead: Points | null;
}

export const courseOf = (
  { days, total }: Pick<FieldProgress, 'days' | 'total'>,
  plan: { readonly target: number; readonly lastDay: number | null },
  today: number,
  ahead: Forecast,
  isOpen: (day: number) => boolean,
): Course | null => {
  const [first] = days;
  if (!first) return null;
  const made = new Map(days.map(({ day, interviews }) => [day, interviews]));
  const done: [number, number][] = [];
  let sum = 0;
  for (let day = first.day; day <= Math.max(today, days.at(-1)?.day ?? today); day++) {
    sum += made.get(day) ?? 0;
    done.push([day, sum]);
  }
  return {
    done,
    planned: plannedOf(first.day, plan, isOpen),
    ahead:
      ahead.type === 'day'
        ? [
            [today, total.groups.I],
            [ahead.day, plan.target],
          ]
        : null,
  };
};

const LONGEST_DAYS = 3 * 366;

const plannedOf = (
  first: number,
  { target, lastDay }: { readonly target: number; readonly lastDay: number | null },
  isOpen: (day: number) => boolean,
): Points | null => {
  if (target === 0 || lastDay === null || lastDay <= first || lastDay - first > LONGEST_DAYS) return null;
  const days = Array.from({ length: lastDay - first + 1 }, (_, index) => first + index);
  const open = days.filter(isOpen).length;
  if (open === 0) return null;
  let passed = 0;
  return days.map((day) => {
    if (isOpen(day)) passed += 1;
    return [day, (target * passed) / open];
  });
};

/** How many interviews the plan wanted by the end of a day; null where there is no plan for it. */
export const plannedBy = ({ planned }: Course, day: number): number | null =>
  planned?.findLast(([at]) => at <= day)?.[1] ?? null;
