import { memo } from 'react';
import type { Instrument, Question } from '../study/instrument.ts';
import { useLanguage, useWords } from '../ui/language.tsx';
import type { Read } from './answer-feed.tsx';
import { AnswerText, type Passage } from './answer-text.tsx';
import css from './read.module.css';
import { Wording } from './wording.tsx';

/**
 * One answer: where it is from, as coarsely as it left; its state; its text; its pre-codes if asked for. Drawn anew only
 * when something of it changed, so that J and K cost two answers and not all in the window.
 */
export const AnswerArticle = memo(
  ({
    row: { answer, interview },
    position,
    size,
    now,
    question,
    roles,
    preCodes,
    query,
    passage,
    onCurrent,
    onPassage,
  }: {
    readonly row: Read;
    readonly position: number;
    readonly size: number;
    readonly now: boolean;
    readonly question: Question;
    readonly roles: Instrument['roles'];
    readonly preCodes: boolean;
    readonly query: string;
    readonly passage: Passage | null;
    readonly onCurrent: (position: number) => void;
    readonly onPassage: (passage: Passage | null) => void;
  }) => {
    const { coding } = useWords();
    const language = useLanguage();
    const role = roles.find(({ value }) => value === interview.role)?.text[language] ?? interview.role;
    const meta = [
      interview.stratum,
      coding.states[answer.state],
      role,
      interview.completeness && coding.completeness[interview.completeness],
      answer.revision > 1 ? coding.revision(answer.revision - 1) : null,
    ].filter((part) => part !== null && part !== '');
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: J and K do the same from the keyboard
      <article
        className={css.answer}
        aria-setsize={size}
        aria-posinset={position + 1}
        aria-current={now || undefined}
        data-state={answer.state}
        onClick={() => onCurrent(position)}
      >
        <p className={css.meta}>
          {meta.map((part) => (
            <span key={part}>{part}</span>
          ))}
          <Wording question={question.id} instrument={interview.instrument} />
        </p>
        {answer.notes === '' ? (
          <p className="muted">{coding.noNotes}</p>
        ) : (
          <AnswerText answer={answer} query={query} passage={passage} onPassage={onPassage} />
        )}
        {preCodes ? <PreCodes question={question} pre={answer.pre} /> : null}
      </article>
    );
  },
);

const PreCodes = ({
  question,
  pre,
}: {
  readonly question: Question;
  readonly pre: Read['answer']['pre'];
}) => {
  const { coding } = useWords();
  const language = useLanguage();
  const set = question.preCodeLists.flatMap((list) =>
    list.preCodes.filter((code) => pre[list.name]?.includes(code.value)),
  );
  return (
    <ul className={css.tags} aria-label={coding.preCodes.show}>
      {set.length === 0 ? <li>{coding.preCodes.none}</li> : null}
      {set.map((code) => (
        <li key={code.value} title={code.definition[language]}>
          {code.text[language]}
        </li>
      ))}
    </ul>
  );
};
