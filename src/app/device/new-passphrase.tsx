import { type FormEvent, useCallback, useState } from 'react';
import type { PassphraseFailure } from '../../engine/types.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.tsx';
import { ErrorNote } from '../../ui/notes.tsx';
import { useSay } from '../../ui/notice.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { useServices } from '../services.ts';
import { PassphraseChoice } from '../start/passphrase-choice.tsx';
import { PassphraseField } from '../start/passphrase-field.tsx';
import { startFailureWords } from '../start/start-words.ts';
import css from './device.module.css';

export const NewPassphrase = () => {
  const words = useWords();
  const { device, start } = words;
  const services = useServices();
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [written, setWritten] = useState(false);
  const [tried, setTried] = useState(false);
  const { busy, failure, attempt } = useAttempt<PassphraseFailure>();
  const choose = useCallback((passphrase: string) => setNext(passphrase), []);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (busy || !written || current.trim() === '' || next.trim() === '') return;
    const done = await attempt(() => services.device.changePassphrase(current.trim(), next.trim()));
    if (!done) return;
    setOpen(false);
    setCurrent('');
    setNext('');
    setWritten(false);
    setTried(false);
    say(device.passphrase.done);
  };
  return (
    <>
      <p className="muted">{device.passphrase.text}</p>
      {open ? (
        <form className={css.form} onSubmit={(event) => void send(event)} noValidate>
          <PassphraseField
            label={device.passphrase.current}
            value={current}
            onChange={setCurrent}
            autoFocus
            error={
              tried && current.trim() === '' ? start.errors.required(device.passphrase.current) : undefined
            }
          />
          <PassphraseChoice
            value={next}
            onChange={choose}
            written={written}
            onWritten={setWritten}
            error={tried && !written ? start.passphrase.mustWrite : undefined}
          />
          {failure ? (
            <ErrorNote
              happened={
                failure.type === 'offline' ? device.passphrase.unsure : startFailureWords(failure, words)
              }
            />
          ) : null}
          <div>
            <Button type="submit" variant="primary" busy={busy}>
              {busy ? device.passphrase.working : device.passphrase.submit}
            </Button>
          </div>
        </form>
      ) : (
        <div>
          <Button onClick={() => setOpen(true)}>{device.passphrase.submit}</Button>
        </div>
      )}
    </>
  );
};
