import { type FormEvent, useState } from 'react';
import type { SignInFailure } from '../../engine/types.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';
import { ErrorNote } from '../../ui/notes.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { useServices } from '../services.ts';
import { StartFrame } from './frame.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import css from './start.module.css';
import { looksLikeEmail, startFailureWords } from './start-words.ts';

/** An account that exists, on a computer that does not know it yet. */
export const SignIn = ({ onDone, onBack }: { readonly onDone: () => void; readonly onBack: () => void }) => {
  const words = useWords();
  const { start, common } = words;
  const { device } = useServices();
  const [email, setEmail] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, failure, attempt } = useAttempt<SignInFailure>();
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!looksLikeEmail(email) || passphrase.trim() === '') return;
    if (await attempt(() => device.signIn({ email: email.trim(), passphrase: passphrase.trim() }))) onDone();
  };
  return (
    <StartFrame title={start.signIn.title}>
      <p className="muted">{start.signIn.text}</p>
      <form className={css.form} onSubmit={(event) => void send(event)} noValidate>
        <TextField
          label={start.person.email}
          type="email"
          autoFocus
          value={email}
          onChange={setEmail}
          error={tried && !looksLikeEmail(email) ? start.errors.email : undefined}
        />
        <PassphraseField
          value={passphrase}
          onChange={setPassphrase}
          error={
            tried && passphrase.trim() === '' ? start.errors.required(start.passphrase.label) : undefined
          }
        />
        {failure ? <ErrorNote happened={startFailureWords(failure, words)} /> : null}
        <div className={css.inline}>
          <Button type="submit" variant="primary" busy={busy}>
            {busy ? start.signIn.working : start.signIn.submit}
          </Button>
          <Button variant="quiet" onClick={onBack}>
            {common.back}
          </Button>
        </div>
      </form>
    </StartFrame>
  );
};
