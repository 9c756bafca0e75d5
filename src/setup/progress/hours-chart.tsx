import { useMemo } from 'react';
import { bestSlots, ENOUGH_CALLS, type Slot } from '../../study/field-progress.ts';
import { Chart } from '../../ui/charts/chart.tsx';
import { heat } from '../../ui/charts/heat.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { percentWords, weekdayWords } from './numbers.ts';

/** How many calls were answered, by weekday and hour: the fuller the square, the more. The figures stand in each. */
export const HoursChart = ({ slots }: { readonly slots: readonly Slot[] }) => {
  const { progress } = useWords();
  const language = useLanguage();
  const draw = useMemo(() => {
    const hours = slots.map(({ hour }) => hour);
    const first = Math.min(...hours);
    const weekdays = [...new Set(slots.map(({ weekday }) => weekday))].sort((a, b) => a - b);
    return heat(
      weekdays.map((weekday) => weekdayWords(weekday, language, 'short')),
      Array.from({ length: Math.max(...hours) - first + 1 }, (_, index) => ({
        label: `${first + index}–${first + index + 1}`,
        short: String(first + index),
      })),
      slots.map((slot) => ({
        row: weekdays.indexOf(slot.weekday),
        column: slot.hour - first,
        share: slot.attempts < ENOUGH_CALLS ? null : slot.contacts / slot.attempts,
        text: percentWords(slot.contacts / slot.attempts, language, 0),
        small: `${slot.contacts}/${slot.attempts}`,
      })),
    );
  }, [slots, language]);
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
