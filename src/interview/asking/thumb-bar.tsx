import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.tsx';
import { keepFocus } from '../keys/keep-focus.ts';
import { useDraft, useSession } from '../session/session.ts';
import { useEndWord } from '../session/use-end-word.ts';
import css from './thumb-bar.module.css';

/** Within reach of the thumb, on a phone only. */
export const ThumbBar = ({
  showAreas,
  showSide,
  next,
}: {
  readonly showAreas: () => void;
  readonly showSide: () => void;
  readonly next: () => void;
}) => {
  const { interview } = useWords();
  const end = useEndWord();
  const { instrument } = useSession();
  const closing = useDraft((draft) => draft.position.question === instrument.closingNotes);
  return (
    <div className={css.bar}>
      <Button onClick={showAreas}>{interview.areas.label}</Button>
      <Button onClick={showSide}>{interview.side.probes}</Button>
      <Button variant="primary" onMouseDown={keepFocus} onClick={next}>
        {closing ? end : interview.question.next}
      </Button>
    </div>
  );
};
