import { type ReactNode, useMemo } from 'react';
import { icsOf } from '../study/appointments.ts';
import { OUTCOME_TABLE } from '../study/dispositions.ts';
import type { Id } from '../study/ids.ts';
import type { Call } from '../study/whom-to-call.ts';
import { useLanguage, useWords } from '../ui/language.tsx';
import { clockWords, dayWords, momentWords } from '../ui/time-words.ts';
import { type Booked, bookedIn, madeToday } from './booked.ts';
import css from './calls.module.css';
import { saveText } from './save-text.ts';

/** The day beside the list: the times that hold, those that come, and every call made. */
export const Today = ({
  calls,
  me,
  now,
  onCancel,
  onChoose,
  notes,
}: {
  readonly calls: readonly Call[];
  /** null: everybody's, for a lead. */
  readonly me: Id | null;
  readonly now: number;
  readonly onCancel: (booked: Booked) => void;
  readonly onChoose: (id: Id) => void;
  /** Whose time it is, and the pool. */
  readonly notes: ReactNode;
}) => {
  const words = useWords();
  const { fieldwork, common } = words;
  const { calendar } = fieldwork;
  const language = useLanguage();
  const booked = useMemo(() => bookedIn(calls, now), [calls, now]);
  const today = booked.filter(({ day }) => day <= 0);
  const coming = booked.filter(({ day }) => day > 0).slice(0, 6);
  const made = useMemo(() => madeToday(calls, me, now), [calls, me, now]);
  const interviews = made.filter(({ attempt }) => attempt.outcome === 'interviewed').length;
  const event = (one: Booked) => (
    <li key={one.appointment.id}>
      <span className="num">
        {one.day === 0 ? clockWords(one.at, language) : momentWords(one.at, now, common, language)}
      </span>
      <div className={one.appointment.kind === 'soft' ? css.soft : css.hard}>
        <button type="button" className={css.pick} onClick={() => onChoose(one.call.row.id)}>
          {one.call.row.name}
        </button>
        {one.appointment.kind === 'soft' ? <p className="muted">{calendar.soft}</p> : null}
        {one.clashes ? <p className={css.clash}>{calendar.clash}</p> : null}
        {one.call.reason.kind === 'missed' ? <p className={css.clash}>{calendar.passed}</p> : null}
        <p className={css.small}>
          <button
            type="button"
            className={css.link}
            onClick={() =>
              saveText(icsOf(one.appointment, calendar.icsSummary), 'samtal.ics', 'text/calendar')
            }
          >
            {calendar.ics}
          </button>
          <button type="button" className={css.link} onClick={() => onCancel(one)}>
            {calendar.cancel}
          </button>
        </p>
      </div>
    </li>
  );
  return (
    <aside className={css.side} aria-labelledby="today" tabIndex={0}>
      {notes}
      <h2 id="today">{fieldwork.today(dayWords(now, language))}</h2>
      {today.length === 0 ? (
        <p className="small muted">{calendar.none}</p>
      ) : (
        <ol className={css.day}>{today.map(event)}</ol>
      )}
      {coming.length > 0 ? (
        <>
          <h2 className={css.part}>{calendar.next}</h2>
          <ol className={css.coming}>{coming.map(event)}</ol>
        </>
      ) : null}
      <h2 className={css.part}>{calendar.made}</h2>
      {made.length === 0 ? (
        <p className="small muted">{fieldwork.todayNone}</p>
      ) : (
        <>
          <p className="small muted num">{fieldwork.todaySum(made.length, interviews)}</p>
          <ol className={css.day}>
            {made.map(({ attempt, name }) => (
              <li key={attempt.id} data-done={attempt.outcome === 'interviewed' || undefined}>
                <span className="num">{clockWords(Date.parse(attempt.at), language)}</span>
                <span>
                  <span className="b">{name}</span>
                  <br />
                  {OUTCOME_TABLE[attempt.outcome].said[language]}
                </span>
              </li>
            ))}
          </ol>
        </>
      )}
    </aside>
  );
};
