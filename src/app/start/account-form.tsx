import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';
import { ErrorNote } from '../../ui/notes.tsx';
import { PassphraseChoice } from './passphrase-choice.tsx';
import css from './start.module.css';
import { looksLikeEmail } from './start-words.ts';

export interface Account {
  readonly name: string;
  readonly email: string;
  readonly passphrase: string;
}

/** Name, e-mail and passphrase of a new account; what a role adds comes first as children. */
export const AccountForm = ({
  children,
  missing,
  submit,
  busy,
  failure,
  onSubmit,
}: {
  readonly children?: ReactNode;
  /** Whether what the children ask for is filled in; they show their own errors. */
  readonly missing?: boolean;
  readonly submit: string;
  readonly busy: boolean;
  readonly failure: string | null;
  readonly onSubmit: (account: Account) => void;
}) => {
  const { start } = useWords();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [written, setWritten] = useState(false);
  const [tried, setTried] = useState(false);
  const noName = name.trim() === '';
  const noEmail = !looksLikeEmail(email);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (busy || missing || noName || noEmail || !written || passphrase.trim() === '') return;
    onSubmit({ name: name.trim(), email: email.trim(), passphrase: passphrase.trim() });
  };
  return (
    <form className={css.form} onSubmit={send} noValidate>
      {children}
      <TextField
        label={start.person.name}
        value={name}
        onChange={setName}
        error={tried && noName ? start.errors.required(start.person.name) : undefined}
      />
      <TextField
        label={start.person.email}
        hint={start.person.emailHint}
        type="email"
        inputMode="email"
        value={email}
        onChange={setEmail}
        error={tried && noEmail ? start.errors.email : undefined}
      />
      <PassphraseChoice
        value={passphrase}
        onChange={setPassphrase}
        written={written}
        onWritten={setWritten}
        error={tried && !written ? start.passphrase.mustWrite : undefined}
      />
      {failure === null ? null : <ErrorNote happened={failure} />}
      <Button type="submit" variant="primary" busy={busy}>
        {submit}
      </Button>
    </form>
  );
};
