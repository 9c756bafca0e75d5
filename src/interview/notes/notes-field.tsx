import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { answerOf } from '../../study/draft.ts';
import { editNotes } from '../../study/draft-notes.ts';
import { moveTo } from '../../study/draft-rules.ts';
import { useDraft, useSession, useWriting } from '../session/session.ts';
import css from './notes-field.module.css';
import { QuoteMarks } from './quote-marks.tsx';

/** A caret that rests so long is worth keeping; while typing it is kept with each keystroke anyway. */
const CARET_RESTS = 500;

export interface NotesFieldProps {
  readonly question: string;
  readonly label: string;
  readonly describedBy?: string;
  readonly field?: RefObject<HTMLTextAreaElement | null>;
  /** Takes the focus when it appears and this is true, at the caret the draft remembers; told when it has it. */
  readonly focus?: RefObject<boolean>;
  /** Grows with its text instead of scrolling (all notes on one page). */
  readonly grows?: boolean;
  readonly onTyped?: (text: string) => void;
}

/**
 * The page to write on. The browser keeps the text; each input goes straight to the draft, and the draft only writes
 * back what the screen does not show already (another tab wrote, something was taken back).
 */
export const NotesField = ({
  question,
  label,
  describedBy,
  field,
  focus,
  grows = false,
  onTyped,
}: NotesFieldProps) => {
  const { change, handle } = useSession();
  const writing = useWriting();
  const own = useRef<HTMLTextAreaElement>(null);
  const ref = field ?? own;
  const back = useRef<HTMLDivElement>(null);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const notes = useDraft((draft) => answerOf(draft, question).notes);
  const quotes = useDraft((draft) => answerOf(draft, question).quotes);

  useLayoutEffect(() => {
    const area = ref.current;
    if (!area || area.value === notes) return;
    const { selectionStart, selectionEnd } = area;
    area.value = notes;
    area.setSelectionRange(Math.min(selectionStart, notes.length), Math.min(selectionEnd, notes.length));
  }, [notes, ref]);

  useEffect(() => {
    const area = ref.current;
    if (!area) return;
    const { position } = handle.draft.get();
    const caret =
      position.question === question ? Math.min(position.caret, area.value.length) : area.value.length;
    area.setSelectionRange(caret, caret);
    if (!focus?.current) return;
    area.focus({ preventScroll: true });
    if (caret === area.value.length) area.scrollTop = area.scrollHeight;
  }, [question, focus, handle, ref]);

  useEffect(() => () => clearTimeout(rest.current), []);

  const rememberCaret = (): void => {
    clearTimeout(rest.current);
    rest.current = setTimeout(() => {
      const area = ref.current;
      if (!area || document.activeElement !== area || handle.mode.get() !== 'writing') return;
      const { position } = handle.draft.get();
      if (position.question !== question || position.caret !== area.selectionEnd)
        change((draft) => moveTo(draft, question, area.selectionEnd));
    }, CARET_RESTS);
  };

  return (
    <div className={grows ? css.grows : css.field}>
      {quotes.length > 0 ? <QuoteMarks text={notes} quotes={quotes} ref={back} /> : null}
      <textarea
        ref={ref}
        className={css.text}
        aria-label={label}
        aria-describedby={describedBy}
        data-question={question}
        defaultValue={notes}
        readOnly={!writing}
        spellCheck={false}
        autoComplete="off"
        rows={grows ? 2 : 1}
        onInput={(event) => {
          const { value, selectionEnd } = event.currentTarget;
          change((draft) => editNotes(draft, question, value, selectionEnd));
          onTyped?.(value);
        }}
        onFocus={() => {
          if (focus) focus.current = true;
        }}
        onSelect={rememberCaret}
        onScroll={(event) => {
          if (back.current) back.current.scrollTop = event.currentTarget.scrollTop;
        }}
      />
    </div>
  );
};
