import { useEffect } from 'react';
import type { Engine } from '../engine/types.ts';
import { useLanguage, useWords } from '../ui/language.tsx';
import { EmptyState } from '../ui/notes.tsx';
import { QuestionRail } from './question-rail.tsx';
import { useAsked } from './questions.ts';
import css from './read.module.css';
import { Reading } from './reading.tsx';
import { Wordings } from './wording.tsx';

/** All answers to one question across released interviews. */
export const ReadScreen = ({
  engine,
  question,
  onQuestion,
}: {
  readonly engine: Engine;
  readonly question: string | null;
  readonly onQuestion: (question: string) => void;
}) => {
  const { coding } = useWords();
  const language = useLanguage();
  const asked = useAsked(engine);
  const current = asked?.questions.find((one) => one.id === question);
  const first = asked?.questions[0];
  useEffect(() => {
    if (!current && first) onQuestion(first.id);
  }, [current, first, onQuestion]);
  if (!asked)
    return (
      <main className={css.alone}>
        <EmptyState title={coding.empty.noQuestions}>
          <p>{coding.empty.noQuestionsText}</p>
        </EmptyState>
      </main>
    );
  const step = (by: 1 | -1): void => {
    const at = asked.questions.findIndex((one) => one.id === current?.id);
    const next = asked.questions[at + by];
    if (next) onQuestion(next.id);
  };
  return (
    <div className={css.work}>
      <QuestionRail asked={asked} current={current?.id ?? null} language={language} onQuestion={onQuestion} />
      {current ? (
        <Wordings engine={engine}>
          <Reading
            key={current.id}
            engine={engine}
            asked={asked}
            question={current}
            onStep={step}
            onQuestion={onQuestion}
          />
        </Wordings>
      ) : null}
    </div>
  );
};
