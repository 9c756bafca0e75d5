import { type FormEvent, useState } from 'react';
import type { Engine, SignInFailure } from '../../engine/types.ts';
import { Button } from '../../ui/button.tsx';
import { failureWords } from '../../ui/failure-note.tsx';
import { TextField } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';
import { Note } from '../../ui/notes.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import css from './outbox.module.css';

/** The token ran out for good. Working goes on without it; only sending asks for the passphrase. */
export const SignInAgain = ({ engine }: { readonly engine: Engine }) => {
  const { outbox, start, common } = useWords();
  const [passphrase, setPassphrase] = useState('');
  const { busy, failure, attempt } = useAttempt<SignInFailure>();
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (passphrase.trim() !== '') void attempt(() => engine.signInAgain(passphrase.trim()));
  };
  const wrong =
    failure && (failure.type === 'wrong_passphrase' ? outbox.signIn.wrong : failureWords(failure, common));
  return (
    <Note tone="warn">
      <p>{outbox.signIn.text}</p>
      <form className={css.again} onSubmit={send}>
        <TextField
          label={start.passphrase.label}
          type="password"
          autoComplete="current-password"
          value={passphrase}
          onChange={setPassphrase}
          error={wrong ?? undefined}
        />
        <Button type="submit" variant="primary" busy={busy}>
          {outbox.actions.signIn}
        </Button>
      </form>
    </Note>
  );
};
