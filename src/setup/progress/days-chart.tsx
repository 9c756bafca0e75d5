import type { FieldProgress } from '../../study/field-progress.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { dateWords } from './numbers.ts';
import css from './progress.module.css';

const WIDTH = 720;
const HEIGHT = 160;
const FOOT = 18;
const MOST_DAYS = 60;

const Swatch = ({ className }: { readonly className: string | undefined }) => (
  <svg viewBox="0 0 12 12" aria-hidden="true">
    <rect className={className} width={12} height={12} />
  </svg>
);

/** Attempts by day, the interviews among them filled; the same as a table under it. */
export const DaysChart = ({ days: all }: { readonly days: FieldProgress['days'] }) => {
  const { progress } = useWords();
  const language = useLanguage();
  const days = all.slice(-MOST_DAYS);
  const most = Math.max(1, ...days.map((day) => day.attempts));
  const step = WIDTH / Math.max(days.length, 10);
  const height = (count: number): number => ((HEIGHT - FOOT - 14) * count) / most;
  const every = Math.max(1, Math.ceil(days.length / 10));
  return (
    <section>
      <h3>{progress.days}</h3>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={css.chart} role="img" aria-label={progress.days}>
        {days.map((day, index) => (
          <g key={day.day} transform={`translate(${index * step} 0)`}>
            <rect
              className={css.bar}
              x={1}
              y={HEIGHT - FOOT - height(day.attempts)}
              width={Math.min(step - 2, 46)}
              height={height(day.attempts)}
            />
            <rect
              className={css.done}
              x={1}
              y={HEIGHT - FOOT - height(day.interviews)}
              width={Math.min(step - 2, 46)}
              height={height(day.interviews)}
            />
            {index % every === 0 ? (
              <>
                <text x={1} y={HEIGHT - FOOT - height(day.attempts) - 3}>
                  {day.attempts}
                </text>
                <text x={1} y={HEIGHT - 4}>
                  {dateWords(day.day, language, 'short')}
                </text>
              </>
            ) : null}
          </g>
        ))}
      </svg>
      <p className={css.key}>
        <span>
          <Swatch className={css.bar} />
          {progress.attempts}
        </span>
        <span>
          <Swatch className={css.done} />
          {progress.interviews}
        </span>
      </p>
      <details className={css.more}>
        <summary>{progress.asTable}</summary>
        <table className={css.table}>
          <caption className="unseen">{progress.days}</caption>
          <thead>
            <tr>
              <th scope="col">{progress.day}</th>
              <th scope="col">{progress.attempts}</th>
              <th scope="col">{progress.interviews}</th>
            </tr>
          </thead>
          <tbody className="num">
            {all.map((day) => (
              <tr key={day.day}>
                <th scope="row">{dateWords(day.day, language, 'long')}</th>
                <td>{day.attempts}</td>
                <td>{day.interviews}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
};
