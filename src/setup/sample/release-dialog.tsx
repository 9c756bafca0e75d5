import { type FormEvent, useState } from 'react';
import type { ActFailure, Engine } from '../../engine/types.ts';
import type { Id } from '../../study/ids.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { TextArea } from '../../ui/field.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { useSay } from '../../ui/notice.tsx';
import { numberWords } from '../../ui/time-words.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import css from '../setup.module.css';

/** What is about to be released. */
export interface Asked {
  /** null: everywhere. */
  readonly stratum: string | null;
  readonly replicate: number;
  readonly units: number;
}
const LONGEST_REASON = 500;

/** Final, so it is asked once more, and why is kept for the field report. */
export const ReleaseDialog = ({
  engine,
  wave,
  asked: { stratum, replicate, units },
  onClose,
}: {
  readonly engine: Engine;
  readonly wave: Id;
  readonly asked: Asked;
  readonly onClose: () => void;
}) => {
  const { setup, common } = useWords();
  const language = useLanguage();
  const say = useSay();
  const { release: words } = setup.sample;
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, failure, attempt } = useAttempt<ActFailure>();
  const wrong = reason.trim() === '' || reason.length > LONGEST_REASON;
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (wrong) return;
    const done = await attempt(() =>
      engine.act('release_replicate', { wave, stratum, replicate, reason: reason.trim() }),
    );
    if (!done) return;
    say(words.done(numberWords(done.value.released, language)));
    onClose();
    await engine.sync();
  };
  return (
    <Dialog title={words.askTitle(units)} open onClose={onClose}>
      <form className={css.form} onSubmit={(event) => void send(event)} noValidate>
        <p>{words.askText}</p>
        <TextArea
          label={words.reason}
          hint={words.reasonHint}
          error={tried && wrong ? words.reasonError : undefined}
          value={reason}
          onChange={setReason}
          autoFocus
        />
        {failure ? <FailureNote failure={failure} /> : null}
        <DialogActions>
          <Button type="submit" variant="primary" busy={busy}>
            {busy ? words.releasing : words.yes}
          </Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
