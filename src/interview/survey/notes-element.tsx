import { useEffect, useRef } from 'react';
import type { Question } from 'survey-core';
import { questionsOf } from '../../study/draft-rules.ts';
import { useWords } from '../../ui/language.tsx';
import { useAsking } from '../asking/asking.ts';
import { NotesField } from '../notes/notes-field.tsx';
import { useSession } from '../session/session.ts';

/** The model hears of notes when typing has paused for so long; the draft has every keystroke at once. */
const PAUSE = 600;

/** Our renderer of free notes. Updating the survey library on every key costs more than the key itself. */
export const NotesElement = ({ question }: { readonly question: Question }) => {
  const { instrument } = useSession();
  const { interview } = useWords();
  const { survey, notes, inText } = useAsking();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const owner = questionsOf(instrument).find((candidate) => candidate.notes === question.name);
  if (!owner) return null;
  return (
    <NotesField
      key={owner.id}
      question={owner.id}
      label={interview.question.notes}
      describedBy="question-text"
      field={notes}
      focus={inText}
      onTyped={(text) => {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => survey.putNotes(owner.id, text), PAUSE);
      }}
    />
  );
};
