import { useEffect, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';
import { Note } from '../../ui/notes.tsx';
import { useServices } from '../services.ts';
import css from './start.module.css';

/** A generated passphrase is offered, in clear: it must be copied down, and it is said beforehand what losing it means. */
export const PassphraseChoice = ({
  value,
  onChange,
  written,
  onWritten,
  error,
}: {
  readonly value: string;
  readonly onChange: (passphrase: string) => void;
  readonly written: boolean;
  readonly onWritten: (written: boolean) => void;
  readonly error: string | undefined;
}) => {
  const { start } = useWords();
  const { makePassphrase } = useServices();
  const [offer, setOffer] = useState(0);
  useEffect(() => {
    let wanted = true;
    void makePassphrase(offer).then((passphrase) => {
      if (wanted) onChange(passphrase);
    });
    return () => {
      wanted = false;
    };
  }, [makePassphrase, offer, onChange]);
  return (
    <>
      <div>
        <TextField
          label={start.passphrase.label}
          hint={`${start.passphrase.offer} ${start.passphrase.own}`}
          value={value}
          onChange={onChange}
          spellCheck={false}
          autoCapitalize="off"
        />
        <Button variant="quiet" onClick={() => setOffer(offer + 1)}>
          {start.passphrase.another}
        </Button>
      </div>
      <Note tone="warn">
        <p>{start.passphrase.warning}</p>
        <label className={css.check}>
          <input
            type="checkbox"
            checked={written}
            aria-invalid={error ? true : undefined}
            onChange={(event) => onWritten(event.target.checked)}
          />
          <span className="b">{start.passphrase.written}</span>
        </label>
        {error ? (
          <p role="alert" className="b">
            {error}
          </p>
        ) : null}
      </Note>
    </>
  );
};
