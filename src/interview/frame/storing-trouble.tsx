import { useState } from 'react';
import { answerOf, type InterviewDraft } from '../../study/draft.ts';
import { freeNotesOf } from '../../study/draft-areas.ts';
import { questionsOf } from '../../study/draft-rules.ts';
import type { Instrument } from '../../study/instrument.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.tsx';
import { useSource } from '../../ui/use-source.ts';
import { keepFocus } from '../keys/keep-focus.ts';
import { useSession, useWriting } from '../session/session.ts';
import css from './frame.module.css';

const allText = (draft: InterviewDraft, instrument: Instrument): string =>
  [
    ...questionsOf(instrument).map((question) => ({
      id: question.id,
      text: answerOf(draft, question.id).notes,
    })),
    ...freeNotesOf(draft, instrument),
  ]
    .filter(({ text }) => text !== '')
    .map(({ id, text }) => `${id}\n${text}`)
    .join('\n\n');

/** Says that storing failed and what to do, or that another tab writes. It stands above the foot line and hides nothing. */
export const StoringTrouble = () => {
  const { failure: source, handle, instrument, change } = useSession();
  const { interview } = useWords();
  const failure = useSource(source);
  const writing = useWriting();
  const [copied, setCopied] = useState(false);
  const takeOver = <Button onClick={() => void handle.takeOver()}>{interview.watching.takeOver}</Button>;
  if (!writing)
    return (
      <div className={css.watching} role="status">
        <span>{interview.watching.text}</span>
        {takeOver}
      </div>
    );
  if (!failure) return null;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(allText(handle.draft.get(), instrument));
    setCopied(true);
  };
  return (
    <div className={css.trouble} role="alert">
      <span className="b">{interview.failure[failure.type]}</span>
      <span>{interview.failure.todo[failure.type]}</span>
      {failure.type === 'taken_over' ? (
        takeOver
      ) : (
        <>
          <Button onMouseDown={keepFocus} onClick={() => change((draft) => ({ ...draft }))}>
            {interview.failure.retry}
          </Button>
          <Button onMouseDown={keepFocus} onClick={() => void copy()}>
            {copied ? interview.failure.copied : interview.failure.copy}
          </Button>
        </>
      )}
    </div>
  );
};
