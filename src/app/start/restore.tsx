import { type FormEvent, useId, useState } from 'react';
import type { RestoreFailure } from '../../engine/types.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.tsx';
import { ErrorNote } from '../../ui/notes.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { useServices } from '../services.ts';
import { StartFrame } from './frame.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import css from './start.module.css';
import { startFailureWords } from './start-words.ts';

/** The encrypted backup file, on this or another computer. */
export const Restore = ({ onDone, onBack }: { readonly onDone: () => void; readonly onBack: () => void }) => {
  const words = useWords();
  const { start, common } = words;
  const { device } = useServices();
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, failure, attempt } = useAttempt<RestoreFailure>();
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!file || passphrase.trim() === '') return;
    if (await attempt(() => device.restore(file, passphrase.trim()))) onDone();
  };
  return (
    <StartFrame title={start.restore.title}>
      <p className="muted">{start.restore.text}</p>
      <form className={css.form} onSubmit={(event) => void send(event)} noValidate>
        <div>
          <label className="b" htmlFor={id}>
            {start.restore.file}
          </label>
          <p>
            <input id={id} type="file" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />
          </p>
          {tried && !file ? <p role="alert">{start.restore.needFile}</p> : null}
        </div>
        <PassphraseField
          value={passphrase}
          onChange={setPassphrase}
          error={
            tried && passphrase.trim() === '' ? start.errors.required(start.passphrase.label) : undefined
          }
        />
        {failure ? (
          <ErrorNote
            happened={startFailureWords(failure, words)}
            kept={failure.type === 'not_a_backup' ? failure.reason : undefined}
          />
        ) : null}
        <div className={css.inline}>
          <Button type="submit" variant="primary" busy={busy}>
            {busy ? start.restore.working : start.restore.submit}
          </Button>
          <Button variant="quiet" onClick={onBack}>
            {common.back}
          </Button>
        </div>
      </form>
    </StartFrame>
  );
};
