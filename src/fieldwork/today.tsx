import { OUTCOME_TABLE } from '../study/dispositions.ts';
import type { Id } from '../study/ids.ts';
import { useLanguage, useWords } from '../ui/language.tsx';
import { clockWords, dayWords } from '../ui/time-words.ts';
import type { Call } from './call-list.ts';
import css from './calls.module.css';

/** The day so far, beside the list: every call made, the newest first. */
export const Today = ({
  calls,
  me,
  now,
}: {
  readonly calls: readonly Call[];
  /** null: everybody's, for a lead. */
  readonly me: Id | null;
  readonly now: number;
}) => {
  const { fieldwork } = useWords();
  const language = useLanguage();
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const made = calls
    .flatMap((call) => call.attempts.map((attempt) => ({ attempt, name: call.row.name })))
    .filter(({ attempt }) => Date.parse(attempt.at) >= midnight && (me === null || attempt.by === me))
    .sort((a, b) => (a.attempt.at < b.attempt.at ? 1 : -1));
  const interviews = made.filter(({ attempt }) => attempt.outcome === 'interviewed').length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long day scrolls, which the keyboard must reach too
    <aside className={css.side} aria-labelledby="today" tabIndex={0}>
      <h2 id="today">{fieldwork.today(dayWords(now, language))}</h2>
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
