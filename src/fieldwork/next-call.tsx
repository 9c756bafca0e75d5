import type { ReactNode, RefObject } from 'react';
import { OUTCOME_TABLE } from '../study/dispositions.ts';
import { OUTCOMES, type Outcome } from '../study/rows.ts';
import type { Call } from '../study/whom-to-call.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useWords } from '../ui/language.tsx';
import { momentWords } from '../ui/time-words.ts';
import css from './calls.module.css';
import { reasonWords } from './reason-words.ts';

/** As many as fit beside the name; older ones are in the count. */
const SHOWN_ATTEMPTS = 4;
export const RARE_KEY = String(OUTCOMES.length + 1);

export const NextCall = ({
  call,
  now,
  busy,
  onOutcome,
  onRare,
  onInterview,
  contact,
  onGiveUp,
  onOverride,
  around,
}: {
  readonly call: Call;
  readonly now: number;
  readonly busy: boolean;
  readonly onOutcome: (outcome: Outcome) => void;
  readonly onRare: () => void;
  readonly onInterview: () => void;
  /** Whom to dial. */
  readonly contact: ReactNode;
  readonly onGiveUp: () => void;
  readonly onOverride: () => void;
  /** Where the number to dial stands. */
  readonly around: RefObject<HTMLElement | null>;
}) => {
  const words = useWords();
  const { fieldwork, common } = words;
  const language = useLanguage();
  const { row, attempts } = call;
  const head = call.standing === 'now' ? fieldwork.next : fieldwork.soon;
  const why = reasonWords(call, now, words, language);
  return (
    <>
      <section ref={around} className={css.next} aria-labelledby="next-case">
        <div>
          <p className={css.why} data-rests={call.standing === 'now' ? undefined : true}>
            {call.standing === 'over' ? why : `${head}: ${lowerFirst(why)}`}
          </p>
          <h2 id="next-case" className={css.name}>
            {row.name}
          </h2>
          <p className={css.where}>{row.stratum}</p>
          {contact}
        </div>
        <div className={css.attempts}>
          <p>{fieldwork.attempts(attempts.length)}</p>
          {attempts.slice(-SHOWN_ATTEMPTS).map((attempt) => (
            <p key={attempt.id} className="num">
              {`${momentWords(Date.parse(attempt.at), now, common, language)} ${OUTCOME_TABLE[attempt.outcome].said[language]}`}
              {attempt.refusal ? `, ${lowerFirst(fieldwork.refusal.reasons[attempt.refusal.reason])}` : ''}
              {attempt.late ? ` (${fieldwork.late})` : ''}
            </p>
          ))}
        </div>
      </section>
      {call.standing === 'over' ? (
        <p className={css.done}>{call.reason.kind === 'done' ? fieldwork.done : fieldwork.over}</p>
      ) : needsOverride(call) ? (
        <p>
          <Button hint="↵" onClick={onOverride}>
            {fieldwork.override.open}
          </Button>
        </p>
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
          <Button hint={RARE_KEY} disabled={busy} onClick={onRare}>
            {fieldwork.rare.open}
          </Button>
        </fieldset>
      )}
      {call.begun && call.standing !== 'over' ? (
        <p className={css.aside}>
          <Button variant="quiet" disabled={busy} onClick={onGiveUp}>
            {fieldwork.giveUp.open}
          </Button>
        </p>
      ) : null}
    </>
  );
};

/** Of the pool and not lent to this device: calling it is a step of its own. */
export const needsOverride = ({ reason }: Call): boolean =>
  reason.kind === 'lease_over' || reason.kind === 'pooled';

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('sv') + text.slice(1);
