import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { editAreaNotes, freeNotesOf } from '../../study/draft-areas.ts';
import { editClosing } from '../../study/draft-rules.ts';
import { useDraft, useSession, useWriting } from '../session/session.ts';
import css from './free-notes.module.css';

/** Free notes about an area or at the end: kept keystroke by keystroke like the others, without quote marks. */
export const FreeNotes = ({
  place,
  label,
  focus,
}: {
  /** Section id, or that of the closing notes. */
  readonly place: string;
  readonly label: string;
  /** Takes the focus when it appears and this is true. */
  readonly focus?: RefObject<boolean>;
}) => {
  const { change, instrument, handle } = useSession();
  const notes = useRef<HTMLTextAreaElement>(null);
  const writing = useWriting();
  const text = useDraft((draft) => freeNotesOf(draft, instrument).find(({ id }) => id === place)?.text ?? '');
  useLayoutEffect(() => {
    if (notes.current && notes.current.value !== text) notes.current.value = text;
  }, [text]);
  useEffect(() => {
    const { position } = handle.draft.get();
    if (position.question === place) notes.current?.setSelectionRange(position.caret, position.caret);
    if (focus?.current) notes.current?.focus({ preventScroll: true });
  }, [handle, place, focus]);
  return (
    <textarea
      ref={notes}
      className={css.notes}
      aria-label={label}
      placeholder={label}
      data-place={place}
      defaultValue={text}
      readOnly={!writing}
      rows={2}
      onFocus={() => {
        if (focus) focus.current = true;
      }}
      spellCheck={false}
      autoComplete="off"
      onInput={(event) => {
        const { value, selectionEnd: caret } = event.currentTarget;
        change((draft) =>
          place === instrument.closingNotes
            ? editClosing(draft, value, { question: place, caret })
            : editAreaNotes(draft, place, value, caret),
        );
      }}
    />
  );
};
