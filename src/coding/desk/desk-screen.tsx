import { useEffect, useMemo, useState } from 'react';
import type { Engine } from '../../engine/types.ts';
import type { Judgement } from '../../study/claims.ts';
import type { Id } from '../../study/ids.ts';
import { useWords } from '../../ui/language.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { useAsked } from '../questions.ts';
import { Wordings } from '../wording.tsx';
import css from './desk.module.css';
import { Desk } from './desk.tsx';

/** One question at a time across interviews, or one interview as a whole. */
export const DeskScreen = ({
  engine,
  question,
  newId,
  judgements,
  onQuestion,
}: {
  readonly engine: Engine;
  readonly question: string | null;
  readonly newId: () => Id;
  readonly judgements: readonly Judgement[];
  readonly onQuestion: (question: string) => void;
}) => {
  const { coding } = useWords();
  const asked = useAsked(engine);
  const [interview, setInterview] = useState<Id | null>(null);
  const current = asked?.questions.find((one) => one.id === question);
  const first = asked?.questions[0];
  useEffect(() => {
    if (!current && first) onQuestion(first.id);
  }, [current, first, onQuestion]);
  const questions = useMemo(
    () => (interview === null ? (current ? [current] : []) : (asked?.questions ?? [])),
    [interview, current, asked],
  );
  if (!asked || !current)
    return (
      <main className={css.quiet}>
        <EmptyState title={coding.empty.noQuestions}>
          <p>{coding.empty.noQuestionsText}</p>
        </EmptyState>
      </main>
    );
  const step = (by: 1 | -1): void => {
    const next = asked.questions[asked.questions.findIndex((one) => one.id === current.id) + by];
    if (next) onQuestion(next.id);
  };
  return (
    <div className={css.work}>
      <Wordings engine={engine}>
        <Desk
          key={interview ?? current.id}
          engine={engine}
          asked={asked}
          questions={questions}
          interview={interview}
          judgements={judgements}
          newId={newId}
          onQuestion={step}
          onMode={(to, at) => {
            setInterview(to);
            if (at) onQuestion(at);
          }}
        />
      </Wordings>
    </div>
  );
};
