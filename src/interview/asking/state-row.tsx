import { answerOf } from '../../study/draft.ts';
import { cycleQuote, quoteAt } from '../../study/draft-notes.ts';
import { questionsOf, toggleFlag, toggleState } from '../../study/draft-rules.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useWords } from '../../ui/language.tsx';
import { keepFocus } from '../keys/keep-focus.ts';
import { useDraft, useSession, useWriting } from '../session/session.ts';
import { useAsking } from './asking.ts';
import css from './state-row.module.css';

/** Not applicable is on offer where the question sets no condition, or its condition holds; taking it back always is. */
export const useNotApplicable = (question: string): boolean => {
  const { instrument } = useSession();
  const { survey } = useAsking();
  const condition = questionsOf(instrument).find((candidate) => candidate.id === question)?.notApplicableIf;
  return useDraft(
    (draft) =>
      condition === undefined ||
      answerOf(draft, question).state === 'not_applicable' ||
      survey.holds(condition),
  );
};

/** What was answered elsewhere suggests that the question is not applicable: offered, never taken for granted. */
export const useOffered = (question: string): boolean => {
  const { instrument } = useSession();
  const { survey } = useAsking();
  const condition = questionsOf(instrument).find((candidate) => candidate.id === question)?.notApplicableIf;
  return useDraft(
    (draft) =>
      condition !== undefined && answerOf(draft, question).state === 'not_asked' && survey.holds(condition),
  );
};

/** The states that are not an answer, and the mark to come back; V, A, E and T do the same. */
export const StateRow = ({ question }: { readonly question: string }) => {
  const { change } = useSession();
  const { notes } = useAsking();
  const { interview } = useWords();
  const writing = useWriting();
  const state = useDraft((draft) => answerOf(draft, question).state);
  const isFlagged = useDraft((draft) => answerOf(draft, question).flagged);
  const notApplicable = useNotApplicable(question);
  const offered = useOffered(question);
  const quote = useDraft((draft) => quoteAt(draft, question)?.kind);
  const states = [
    { state: 'dont_know', key: 'V', on: true },
    { state: 'refused', key: 'A', on: true },
    { state: 'not_applicable', key: 'E', on: notApplicable },
  ] as const;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame and a legend the row has no room for
    <div className={css.row} role="group" aria-label={interview.question.state}>
      {states.map((item) => (
        <button
          key={item.state}
          type="button"
          className={css.state}
          aria-pressed={state === item.state}
          data-offered={(item.state === 'not_applicable' && offered) || undefined}
          title={item.state === 'not_applicable' && offered ? interview.question.offered : undefined}
          disabled={!item.on || !writing}
          onMouseDown={keepFocus}
          onClick={() => change((draft) => toggleState(draft, question, item.state))}
        >
          <Kbd>{item.key}</Kbd>
          {interview.question.states[item.state]}
        </button>
      ))}
      <span className={css.space} />
      <button
        type="button"
        className={css.quote}
        aria-pressed={quote !== undefined}
        title={interview.question.quoteHint}
        disabled={!writing}
        onMouseDown={keepFocus}
        onClick={() => {
          const { selectionStart = 0, selectionEnd = 0 } = notes.current ?? {};
          change((draft) => cycleQuote(draft, question, selectionStart, selectionEnd));
        }}
      >
        <Kbd>C</Kbd>
        {quote ? interview.question.quotes[quote] : interview.keys.quote}
      </button>
      <button
        type="button"
        className={css.state}
        aria-pressed={isFlagged}
        disabled={!writing}
        onMouseDown={keepFocus}
        onClick={() => change((draft) => toggleFlag(draft, question))}
      >
        <Kbd>T</Kbd>
        {interview.question.flag}
      </button>
    </div>
  );
};
