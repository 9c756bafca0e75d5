import { useMemo } from 'react';
import { type Course, plannedBy } from '../../study/field-course.ts';
import { Chart } from '../../ui/charts/chart.tsx';
import { lines, type Series } from '../../ui/charts/lines.ts';
import type { ChartTable } from '../../ui/charts/table.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { numberWords } from '../../ui/time-words.ts';
import { dateWords } from './numbers.ts';

const WEEK = 7;

/** Interviews so far beside the plan, the forecast and the target. */
export const CourseChart = ({ course, target }: { readonly course: Course; readonly target: number }) => {
  const { progress } = useWords();
  const language = useLanguage();
  const words = progress.course;
  const [first = 0] = course.done[0] ?? [];
  const [today = first, made = 0] = course.done.at(-1) ?? [];
  const draw = useMemo(() => {
    const series: Series[] = [
      ...(course.planned
        ? [{ label: words.planned, tone: 'strong', dashed: true, points: course.planned } as const]
        : []),
      ...(course.ahead
        ? [{ label: words.ahead, tone: 'accent', dashed: true, points: course.ahead } as const]
        : []),
      { label: words.done, tone: 'accent', points: course.done },
    ];
    const to = Math.max(first + WEEK, ...series.map(({ points }) => points.at(-1)?.[0] ?? first));
    return lines(series, {
      from: first,
      to,
      ticks: Array.from({ length: Math.floor((to - first) / WEEK) + 1 }, (_, week) => ({
        at: first + week * WEEK,
        label: dateWords(first + week * WEEK, language, 'short'),
      })),
      format: (value) => numberWords(value, language),
      ...(target > 0 ? { level: { value: target, label: words.target(numberWords(target, language)) } } : {}),
    });
  }, [course, target, first, language, words]);
  const table: ChartTable = {
    columns: [{ label: progress.day }, { label: words.done }, { label: words.planned, format: 'decimal' }],
    rows: course.done
      .filter(([day]) => (today - day) % WEEK === 0)
      .map(([day, count]) => [dateWords(day, language, 'long'), count, plannedBy(course, day)]),
  };
  return (
    <Chart
      title={words.title}
      summary={words.summary(
        numberWords(made, language),
        target === 0 ? null : numberWords(target, language),
        dateWords(today, language, 'long'),
      )}
      draw={draw}
      table={table}
    />
  );
};
