import { useMemo } from 'react';
import type { FieldProgress } from '../../study/field-progress.ts';
import { Chart } from '../../ui/charts/chart.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { daysDraw, daysLegend } from './draws.ts';
import { dateWords } from './numbers.ts';

/** Attempts by day, the interviews among them filled. */
export const DaysChart = ({ days }: { readonly days: FieldProgress['days'] }) => {
  const { progress } = useWords();
  const language = useLanguage();
  const draw = useMemo(() => daysDraw(days, language), [days, language]);
  const most = days.reduce((one, other) => (other.attempts > one.attempts ? other : one), {
    day: 0,
    attempts: 0,
    interviews: 0,
  });
  return (
    <Chart
      title={progress.days}
      summary={progress.daysSummary(days.length, most.attempts, dateWords(most.day, language, 'long'))}
      draw={draw}
      legend={daysLegend(progress)}
      table={{
        columns: [{ label: progress.day }, { label: progress.attempts }, { label: progress.interviews }],
        rows: days.map((day) => [dateWords(day.day, language, 'long'), day.attempts, day.interviews]),
      }}
    />
  );
};
