import { useState } from 'react';
import type { ActFailure } from '../engine/types.ts';
import type { WaveRow } from '../study/rows.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { useWords } from '../ui/language.tsx';
import { useSay } from '../ui/notice.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import type { PartProps } from './part.tsx';
import css from './setup.module.css';

/** The close is final, so what it does is said first and must be read. */
export const CloseWave = ({ engine, wave }: PartProps & { readonly wave: WaveRow }) => {
  const { setup, common } = useWords();
  const { close } = setup;
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const [understood, setUnderstood] = useState(false);
  const { busy, failure, attempt } = useAttempt<ActFailure>();
  const send = async (): Promise<void> => {
    const closed = await attempt(() => engine.act('close_wave', { wave: wave.id }));
    if (!closed) return;
    setAsking(false);
    say(close.done(closed.value.released, closed.value.unread));
    await engine.sync();
  };
  return (
    <div>
      <Button onClick={() => setAsking(true)}>{close.button}</Button>
      <Dialog title={close.title} open={asking} onClose={() => setAsking(false)} wide>
        <ul className={css.lines}>
          {close.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <label className={css.check}>
          <input
            type="checkbox"
            checked={understood}
            onChange={(event) => setUnderstood(event.target.checked)}
          />
          {close.understand}
        </label>
        {failure ? <FailureNote failure={failure} /> : null}
        <DialogActions>
          <Button autoFocus onClick={() => setAsking(false)}>
            {common.cancel}
          </Button>
          <Button variant="danger" disabled={!understood} busy={busy} onClick={() => void send()}>
            {close.yes}
          </Button>
        </DialogActions>
      </Dialog>
    </div>
  );
};
