import { OUTCOME_TABLE } from '../study/dispositions.ts';
import { OUTCOMES, type Outcome } from '../study/rows.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useWords } from '../ui/language.tsx';
import { momentWords } from '../ui/time-words.ts';
import type { Call } from './call-list.ts';
import css from './calls.module.css';
import { reasonWords } from './reason-words.ts';

/** As many as fit beside the name; older ones are in the count. */
const SHOWN_ATTEMPTS = 4;

export const NextCall = ({
  call,
  now,
  busy,
  onOutcome,
  onInterview,
}: {
  readonly call: Call;
  readonly now: number;
  readonly busy: boolean;
  readonly onOutcome: (outcome: Outcome) => void;
  readonly onInterview: () => void;
}) => {
  const words = useWords();
  const { fieldwork, common } = words;
  const language = useLanguage();
  const done = call.group === 'done';
  const { row, attempts } = call;
  return (
    <>
      <section className={css.next} aria-labelledby="next-case">
        <div>
          <p
            className={css.why}
          >{`${fieldwork.next}: ${lowerFirst(reasonWords(call, now, words, language))}`}</p>
          <h2 id="next-case" className={css.name}>
            {row.name}
          </h2>
          <p className={css.where}>{row.stratum}</p>
        </div>
        <div className={css.attempts}>
          <p>{fieldwork.attempts(attempts.length)}</p>
          {attempts.slice(-SHOWN_ATTEMPTS).map((attempt) => (
            <p key={attempt.id} className="num">
              {`${momentWords(Date.parse(attempt.at), now, common, language)} ${OUTCOME_TABLE[attempt.outcome].said[language]}`}
              {attempt.late ? ` (${fieldwork.late})` : ''}
            </p>
          ))}
        </div>
      </section>
      {done ? (
        <p className={css.done}>{fieldwork.done}</p>
      ) : (
        <fieldset className={css.outcomes} aria-label={fieldwork.outcomeGroup}>
          <Button variant="primary" hint="↵" onClick={onInterview}>
            {call.begun ? fieldwork.resume : fieldwork.start}
          </Button>
          {OUTCOMES.map((outcome, index) => (
            <Button key={outcome} hint={String(index + 1)} disabled={busy} onClick={() => onOutcome(outcome)}>
              {OUTCOME_TABLE[outcome].label[language]}
            </Button>
          ))}
        </fieldset>
      )}
    </>
  );
};

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('sv') + text.slice(1);
