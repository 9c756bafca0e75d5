import { useId, useState } from 'react';
import { questionProgress } from '../../study/draft-progress.ts';
import { questionsOf } from '../../study/draft-rules.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../ui/language.tsx';
import { useDraft, useSession } from '../session/session.ts';
import { useAsking } from './asking.ts';
import { findQuestions } from './find-question.ts';
import css from './go-to.module.css';

/** G: any question by number or word. Arrows choose, Enter goes, Esc stays where one was. */
export const GoTo = ({ onClose }: { readonly onClose: () => void }) => {
  const { instrument, handle } = useSession();
  const { goTo } = useAsking();
  const words = useWords().interview.goTo;
  const language = useDraft((draft) => draft.language);
  const id = useId();
  const [asked, setAsked] = useState('');
  const [at, setAt] = useState(0);
  const found = findQuestions(questionsOf(instrument), asked, language);
  const draft = handle.draft.get();
  const go = (index: number): void => {
    const question = found[index];
    if (question) goTo(question.id);
  };
  return (
    <Dialog title={words.title} open bare onClose={onClose}>
      <input
        className={css.search}
        type="search"
        role="combobox"
        aria-label={words.search}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
        placeholder={words.search}
        autoComplete="off"
        autoFocus
        value={asked}
        onChange={(event) => {
          setAsked(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
          else if (event.key === 'Enter') go(at);
          else return;
          event.preventDefault();
        }}
      />
      <div id={`${id}-list`} role="listbox" aria-label={words.title} className={css.list}>
        {found.map((question, index) => {
          const progress = questionProgress(draft, question.id);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled in the search field
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            <div
              key={question.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              className={css.option}
              ref={(element) => {
                if (index === at) element?.scrollIntoView({ block: 'nearest' });
              }}
              onClick={() => go(index)}
            >
              <span className={css.number}>{question.id.replace(/^A/, '')}</span>
              <span lang={language}>{question.text[language]}</span>
              <span className={css.progress}>{words.progress[progress]}</span>
            </div>
          );
        })}
        {found.length === 0 ? <p className={css.none}>{words.none}</p> : null}
      </div>
    </Dialog>
  );
};
