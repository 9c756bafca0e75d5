import { bestSlots, type Slot } from '../../study/field-progress.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { percentWords, weekdayWords } from './numbers.ts';
import css from './progress.module.css';

const CELL = 56;
const ROW = 30;
const LEFT = 40;

/** How many calls were answered, by weekday and hour: the fuller the square, the more. The figures stand in each. */
export const HoursChart = ({ slots }: { readonly slots: readonly Slot[] }) => {
  const { progress } = useWords();
  const language = useLanguage();
  const hours = slots.map(({ hour }) => hour);
  const [first, last] = [Math.min(...hours), Math.max(...hours)];
  const columns = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const weekdays = [...new Set(slots.map(({ weekday }) => weekday))].sort((a, b) => a - b);
  const best = bestSlots(slots);
  const share = (slot: Slot): string => percentWords(slot.contacts / slot.attempts, language, 0);
  return (
    <section>
      <h3>{progress.hours}</h3>
      <p>
        {best.length === 0
          ? progress.bestNone
          : progress.best(
              best
                .map((slot) =>
                  progress.slot(weekdayWords(slot.weekday, language, 'long'), slot.hour, share(slot)),
                )
                .join(', '),
            )}
      </p>
      <svg
        viewBox={`0 0 ${LEFT + columns.length * CELL} ${(weekdays.length + 1) * ROW}`}
        width={LEFT + columns.length * CELL}
        className={css.natural}
        role="img"
        aria-label={progress.hours}
      >
        {columns.map((hour, column) => (
          <text key={hour} x={LEFT + column * CELL + 4} y={ROW - 10}>
            {hour}
          </text>
        ))}
        {weekdays.map((weekday, row) => (
          <text key={weekday} x={0} y={(row + 1) * ROW + 19}>
            {weekdayWords(weekday, language, 'short')}
          </text>
        ))}
        {slots.map((slot) => {
          const x = LEFT + (slot.hour - first) * CELL;
          const y = (weekdays.indexOf(slot.weekday) + 1) * ROW;
          const full = slot.contacts / slot.attempts;
          return (
            <g key={`${slot.weekday} ${slot.hour}`}>
              <rect className={css.frame} x={x + 1} y={y + 1} width={CELL - 3} height={ROW - 3} />
              <rect className={css.cell} x={x + 1} y={y + ROW - 6} width={(CELL - 3) * full} height={4} />
              <text x={x + 5} y={y + 17}>{`${slot.contacts}/${slot.attempts}`}</text>
            </g>
          );
        })}
      </svg>
      <details className={css.more}>
        <summary>{progress.asTable}</summary>
        <table className={css.table}>
          <caption className="unseen">{progress.hours}</caption>
          <thead>
            <tr>
              <th scope="col">{progress.weekday}</th>
              <th scope="col">{progress.hour}</th>
              <th scope="col">{progress.attempts}</th>
              <th scope="col">{progress.contacts}</th>
              <th scope="col">{progress.answered}</th>
            </tr>
          </thead>
          <tbody className="num">
            {slots.map((slot) => (
              <tr key={`${slot.weekday} ${slot.hour}`}>
                <th scope="row">{weekdayWords(slot.weekday, language, 'long')}</th>
                <td>{`${slot.hour}–${slot.hour + 1}`}</td>
                <td>{slot.attempts}</td>
                <td>{slot.contacts}</td>
                <td>{share(slot)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
};
