import { questionsOf } from '../../study/draft-rules.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useWords } from '../../ui/language.tsx';
import { useDraft, useSession } from '../session/session.ts';
import { useEndWord } from '../session/use-end-word.ts';
import css from './hint-bar.module.css';
import { PRE_CODE_KEYS } from './pre-codes.tsx';

/** The keys of the screen. Armed by Esc it lights up and nothing moves: both states hold the same words in the same places. */
export const HintBar = ({ armed }: { readonly armed: boolean }) => {
  const { instrument } = useSession();
  const { keys } = useWords().interview;
  const end = useEndWord();
  const place = useDraft((draft) => draft.position.question);
  const question = questionsOf(instrument).find((candidate) => candidate.id === place);
  const count = question?.preCodeLists.reduce((sum, list) => sum + list.preCodes.length, 0) ?? 0;
  return (
    <div className={css.bar} data-armed={armed}>
      <span className={css.first}>
        <Kbd>Esc</Kbd>
        <span>{armed ? keys.armed : keys.after}</span>
      </span>
      {question ? (
        <>
          {count > 0 ? (
            <span>
              <Kbd>1</Kbd>–<Kbd>{PRE_CODE_KEYS[count - 1]}</Kbd> {keys.preCodes}
            </span>
          ) : null}
          <span>
            <Kbd>F</Kbd> {keys.probe}
          </span>
          <span>
            <Kbd>C</Kbd> {keys.quote}
          </span>
        </>
      ) : null}
      <span>
        <Kbd>G</Kbd> {keys.goTo}
      </span>
      <span>
        <Kbd>?</Kbd>
      </span>
      <span className={css.space} />
      <span>
        <Kbd>Ctrl</Kbd> <Kbd>↵</Kbd> {place === instrument.closingNotes ? end : keys.next}
      </span>
      <span className="unseen" role="status">
        {armed ? keys.armed : ''}
      </span>
    </div>
  );
};
