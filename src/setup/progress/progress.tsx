import { useMemo } from 'react';
import type { Engine } from '../../engine/types.ts';
import { dayOfText, openingOf, readRules } from '../../study/call-rules.ts';
import { DISPOSITIONS, OUTCOME_TABLE } from '../../study/dispositions.ts';
import { courseOf } from '../../study/field-course.ts';
import { type FieldProgress, type Forecast, fieldProgress, forecast } from '../../study/field-progress.ts';
import type { CaseRow, WaveRow } from '../../study/rows.ts';
import { wallOf } from '../../study/zoned-time.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { numberWords } from '../../ui/time-words.ts';
import { useNow } from '../../ui/use-now.ts';
import { useSource } from '../../ui/use-source.ts';
import { CourseChart } from './course-chart.tsx';
import { DaysChart } from './days-chart.tsx';
import { HoursChart } from './hours-chart.tsx';
import { dateWords, decimalWords } from './numbers.ts';
import css from './progress.module.css';
import { Rates } from './rates-table.tsx';
import { StrataChart } from './strata-chart.tsx';

const MINUTES_5 = 300_000;

/** How far the field work has come, from what this device holds: it works offline, as of the last fetch. */
export const Progress = ({
  engine,
  wave,
  cases,
}: {
  readonly engine: Engine;
  readonly wave: WaveRow;
  readonly cases: readonly CaseRow[];
}) => {
  const { progress } = useWords();
  const view = useSource(engine.view);
  const now = useNow(MINUTES_5);
  const rules = useMemo(() => readRules(wave.fields.call_rules), [wave]);
  const field = useMemo(
    () =>
      fieldProgress(
        cases,
        view.all('attempt'),
        rules.allKnown,
        (outcome) => OUTCOME_TABLE[outcome].contacted,
      ),
    [cases, view, rules],
  );
  const closed = wave.status === 'closed';
  const { ahead, course } = useMemo(() => {
    const opening = openingOf(rules);
    // No county: its winter week closes one county, not the day.
    const isOpen = (day: number): boolean => opening.on(day, '').spans.length > 0;
    const today = wallOf(now).day;
    // A closed wave has nothing ahead, and its course ends with its last call.
    const coming: Forecast = closed ? { type: 'no_target' } : forecast(field, rules.target, now, isOpen);
    const until = closed ? Math.min(today, field.days.at(-1)?.day ?? today) : today;
    const plan = { target: rules.target, lastDay: dayOfText(rules.lastDay) };
    return { ahead: coming, course: courseOf(field, plan, until, coming, isOpen) };
  }, [field, rules, now, closed]);
  return (
    <section className={css.field} aria-labelledby="field-progress">
      <h2 id="field-progress">{progress.title}</h2>
      {field.attempts === 0 ? (
        <p className="muted">{progress.none}</p>
      ) : (
        <>
          <Outlook field={field} ahead={closed ? null : ahead} />
          <Rates groups={field.total.groups} partials={wave.partials ?? null} allKnown={rules.allKnown} />
          {course ? <CourseChart course={course} target={rules.target} /> : null}
          <StrataChart field={field} />
          <DaysChart days={field.days} />
          <HoursChart slots={field.slots} />
          <Codes field={field} />
        </>
      )}
    </section>
  );
};

const Outlook = ({ field, ahead }: { readonly field: FieldProgress; readonly ahead: Forecast | null }) => {
  const { progress } = useWords();
  const language = useLanguage();
  const say = (count: number): string => numberWords(count, language);
  const { attempts, completes } = field.attemptsPerComplete;
  return (
    <>
      {ahead === null ? null : (
        <p>
          {ahead.type === 'day'
            ? progress.forecast.day(
                dateWords(ahead.day, language, 'long'),
                decimalWords(ahead.perWeek, language),
                ahead.interviews,
                ahead.openDays,
              )
            : ahead.type === 'out_of_cases'
              ? progress.forecast.out_of_cases(say(ahead.left), say(ahead.wanted))
              : progress.forecast[ahead.type]}
        </p>
      )}
      <p>
        {completes === 0
          ? progress.perCompleteNone
          : progress.perComplete(decimalWords(attempts / completes, language), say(attempts), say(completes))}
      </p>
    </>
  );
};

/** Every final code there is, with its label as AAPOR has it. */
const Codes = ({ field }: { readonly field: FieldProgress }) => {
  const { progress } = useWords();
  const language = useLanguage();
  const codes = [...field.codes].sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    <details className={css.more}>
      <summary>{progress.outcomes}</summary>
      <table className={css.table}>
        <caption className="unseen">{progress.outcomes}</caption>
        <thead>
          <tr>
            <th scope="col">{progress.code}</th>
            <th scope="col">{progress.cases}</th>
          </tr>
        </thead>
        <tbody className="num">
          {codes.map(([code, count]) => (
            <tr key={code}>
              <th scope="row">{`${code} ${DISPOSITIONS[code].label[language]} (${DISPOSITIONS[code].group})`}</th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};
