import { useMemo } from 'react';
import { type Course, plannedBy } from '../../study/field-course.ts';
import { Chart } from '../../ui/charts/chart.tsx';
import type { ChartTable } from '../../ui/charts/table.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { numberWords } from '../../ui/time-words.ts';
import { courseDraw } from './draws.ts';
import { dateWords } from './numbers.ts';

const WEEK = 7;

/** Interviews so far beside the plan, the forecast and the target. */
export const CourseChart = ({ course, target }: { readonly course: Course; readonly target: number }) => {
  const { progress } = useWords();
  const language = useLanguage();
  const words = progress.course;
  const [today = 0, made = 0] = course.done.at(-1) ?? [];
  const draw = useMemo(
    () => courseDraw(course, target, progress, language),
    [course, target, progress, language],
  );
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
