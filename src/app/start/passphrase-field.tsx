import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';

/** A passphrase that is already known: hidden, shown on demand. */
export const PassphraseField = ({
  label,
  value,
  onChange,
  error,
  autoFocus = false,
}: {
  readonly label?: string;
  readonly value: string;
  readonly onChange: (passphrase: string) => void;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
}) => {
  const { start } = useWords();
  const [shown, setShown] = useState(false);
  return (
    <div>
      <TextField
        label={label ?? start.passphrase.label}
        type={shown ? 'text' : 'password'}
        autoComplete="current-password"
        spellCheck={false}
        autoCapitalize="off"
        autoFocus={autoFocus}
        value={value}
        onChange={onChange}
        error={error}
      />
      <Button variant="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
        {shown ? start.passphrase.hide : start.passphrase.show}
      </Button>
    </div>
  );
};
