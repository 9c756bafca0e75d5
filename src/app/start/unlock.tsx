import { type FormEvent, useState } from 'react';
import type { SignInFailure, UnlockFailure } from '../../engine/types.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.tsx';
import { ErrorNote } from '../../ui/notes.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { useSource } from '../../ui/use-source.ts';
import { practiceLabel } from '../practice-label.ts';
import { useServices } from '../services.ts';
import { StartFrame } from './frame.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import css from './start.module.css';
import { startFailureWords } from './start-words.ts';

/** Accounts are here, none is open. It says how many wait, since a locked computer sends nothing. */
export const Unlock = ({
  waiting,
  drafts,
  onOther,
}: {
  readonly waiting: number;
  readonly drafts: number;
  readonly onOther: () => void;
}) => {
  const words = useWords();
  const { start, common } = words;
  const { device } = useServices();
  const practice = useSource(device.practice);
  const [passphrase, setPassphrase] = useState('');
  const { busy, failure, attempt } = useAttempt<UnlockFailure | SignInFailure>();
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (passphrase.trim() !== '') await attempt(() => device.unlock(passphrase.trim()));
  };
  return (
    <StartFrame title={start.unlock.title}>
      <div className="muted">
        <p>{waiting === 0 ? start.unlock.nothingWaits : start.unlock.waiting(waiting)}</p>
        {drafts === 0 ? null : <p>{start.unlock.drafts(drafts)}</p>}
      </div>
      <form className={css.form} onSubmit={(event) => void send(event)} noValidate>
        <PassphraseField value={passphrase} onChange={setPassphrase} autoFocus />
        {failure ? <ErrorNote happened={startFailureWords(failure, words)} /> : null}
        <Button type="submit" variant="primary" busy={busy}>
          {busy ? start.unlock.working : start.unlock.submit}
        </Button>
      </form>
      {practice.length === 0 ? null : (
        <section>
          <h2 className={css.sub}>{start.unlock.practiceTitle}</h2>
          <p className="small muted">{start.unlock.practiceText}</p>
          <ul className={css.accounts}>
            {practice.map((account) => (
              <li key={account.email} className={css.account}>
                <Button
                  disabled={busy}
                  onClick={() => void attempt(() => device.switchPractice(account.role, account.email))}
                >
                  {start.unlock.open(practiceLabel(practice, account, common.roles).toLocaleLowerCase())}
                </Button>
                <code>{account.passphrase}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
      <details>
        <summary>{start.unlock.forgotten}</summary>
        <p className="muted">{start.unlock.forgottenText}</p>
      </details>
      <div className={css.ways}>
        <button type="button" className={css.way} onClick={onOther}>
          {start.unlock.other}
        </button>
      </div>
    </StartFrame>
  );
};
