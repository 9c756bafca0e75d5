import { useState } from 'react';
import { isComplete, progressOf } from '../../masking/index.ts';
import { toStage } from '../../study/draft-rules.ts';
import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { useWords } from '../../ui/language.tsx';
import { keepFocus } from '../keys/keep-focus.ts';
import { useSession, useWriting } from '../session/session.ts';
import { type HandInFailure, handIn } from './hand-in.ts';
import css from './masking.module.css';
import type { Desk } from './use-desk.ts';

/** Back to the notes, the tools that are always at hand, and handing in, which waits until all is decided. */
export const MaskingBar = ({ desk }: { readonly desk: Desk }) => {
  const session = useSession();
  const { masking } = useWords();
  const writing = useWriting();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<HandInFailure['type'] | null>(null);
  const { state } = desk;
  const complete = state !== null && isComplete(state) && writing;
  const progress = state && progressOf(state);
  const left = progress ? progress.open + progress.refused + (progress.accepted ? 0 : 1) : 0;
  const send = async (): Promise<void> => {
    if (!state || !complete || busy) return;
    setBusy(true);
    const done = await handIn(session, session.handle.draft.get(), session.instrument, state);
    setBusy(false);
    setFailure(done.ok ? null : done.error.type);
  };
  useCommands(masking.keys.title, [
    { key: 'Ctrl+Enter', label: masking.handIn, disabled: !complete || busy, run: () => void send() },
  ]);
  return (
    <div className={css.bar}>
      <Button disabled={!writing} onClick={() => session.change((draft) => toStage(draft, 'notes'))}>
        <span>
          {masking.back}
          <span className={css.long}>{masking.backLong}</span>
        </span>
      </Button>
      <Button variant="quiet" hint="M" disabled={!writing} onMouseDown={keepFocus} onClick={desk.mark}>
        {masking.mark}
      </Button>
      <Button variant="quiet" hint="Z" disabled={!desk.undoable} onMouseDown={keepFocus} onClick={desk.undo}>
        {masking.undo}
      </Button>
      <Button
        variant="quiet"
        hint="O"
        className={css.originals ?? ''}
        aria-pressed={desk.originals}
        onMouseDown={keepFocus}
        onClick={desk.toggleOriginals}
      >
        {masking.originals}
      </Button>
      <span className={css.space} />
      {failure ? (
        <span className={css.failed} role="alert">
          {masking.failed[failure]}
        </span>
      ) : (
        <span className="small muted" role="status">
          {state ? masking.left(left) : ''}
        </span>
      )}
      <Button
        variant="primary"
        className={css.send ?? ''}
        hint="Ctrl ↵"
        disabled={!complete}
        busy={busy}
        onClick={() => void send()}
      >
        {masking.handIn}
      </Button>
    </div>
  );
};
