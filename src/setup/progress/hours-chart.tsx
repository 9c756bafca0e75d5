import { useMemo } from 'react';
import { bestSlots, ENOUGH_CALLS, type Slot } from '../../study/field-progress.ts';
import { Chart } from '../../ui/charts/chart.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { hoursDraw } from './draws.ts';
import { percentWords, weekdayWords } from './numbers.ts';

/** How many calls were answered, by weekday and hour: the fuller the square, the more. The figures stand in each. */
export const HoursChart = ({ slots }: { readonly slots: readonly Slot[] }) => {
  const { progress } = useWords();
  const language = useLanguage();
  const draw = useMemo(() => hoursDraw(slots, language), [slots, language]);
  const best = bestSlots(slots);
  const said =
    best.length === 0
      ? progress.bestNone
      : progress.best(
          best
            .map(({ weekday, hour, contacts, attempts }) =>
              progress.slot(
                weekdayWords(weekday, language, 'long'),
                hour,
                percentWords(contacts / attempts, language, 0),
                contacts,
                attempts,
              ),
            )
            .join(', '),
        );
  return (
    <Chart
      title={progress.hours}
      summary={said}
      draw={draw}
      table={{
        columns: [
          { label: progress.weekday },
          { label: progress.attempts },
          { label: progress.contacts },
          { label: progress.answered, format: 'percent' },
        ],
        rows: slots.map(({ weekday, hour, attempts, contacts }) => [
          `${weekdayWords(weekday, language, 'long')} ${hour}–${hour + 1}`,
          attempts,
          contacts,
          contacts / attempts,
        ]),
      }}
    >
      <p>{said}</p>
      <p className="small muted">{progress.hoursNote(ENOUGH_CALLS)}</p>
    </Chart>
  );
};
