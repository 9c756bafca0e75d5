import { type FormEvent, useState } from 'react';
import type { RemoteFailure } from '../../engine/types.ts';
import { parseReceipt, type ReceiptProblem } from '../../study/receipt.ts';
import { Button } from '../../ui/button.tsx';
import { failureWords } from '../../ui/failure-note.tsx';
import { TextField } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';
import { ErrorNote } from '../../ui/notes.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import type { Words } from '../../words/index.ts';
import { useServices } from '../services.ts';
import { StartFrame } from './frame.tsx';
import css from './start.module.css';

const problemWords = (problem: ReceiptProblem, { withdraw }: Words['start']): string => {
  switch (problem.type) {
    case 'receipt_length':
      return withdraw.length(problem.length);
    case 'receipt_character':
      return withdraw.character(problem.character);
    case 'receipt_check':
      return withdraw.check;
  }
};

/** Open to everybody who holds a receipt. It never tells whether the interview was there. */
export const Withdraw = ({ onBack }: { readonly onBack: () => void }) => {
  const { start, common } = useWords();
  const { device } = useServices();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<ReceiptProblem | null>(null);
  const [done, setDone] = useState(false);
  const { busy, failure, attempt } = useAttempt<RemoteFailure | { readonly type: 'malformed' }>();
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const receipt = parseReceipt(text);
    setProblem(receipt.ok ? null : receipt.error);
    if (!receipt.ok) return;
    if (await attempt(() => device.withdraw(receipt.value))) setDone(true);
  };
  if (done)
    return (
      <StartFrame title={start.withdraw.done}>
        <p role="status">{start.withdraw.doneText}</p>
        <div className={css.inline}>
          <Button
            onClick={() => {
              setText('');
              setDone(false);
            }}
          >
            {start.withdraw.again}
          </Button>
          <Button variant="quiet" onClick={onBack}>
            {common.back}
          </Button>
        </div>
      </StartFrame>
    );
  return (
    <StartFrame title={start.withdraw.title}>
      <p className="muted">{start.withdraw.text}</p>
      <form className={css.form} onSubmit={(event) => void send(event)} noValidate>
        <TextField
          label={start.withdraw.receipt}
          hint={start.withdraw.receiptHint}
          value={text}
          onChange={setText}
          autoFocus
          spellCheck={false}
          autoCapitalize="characters"
          error={problem ? problemWords(problem, start) : undefined}
        />
        {failure ? (
          <ErrorNote
            happened={failure.type === 'malformed' ? start.withdraw.check : failureWords(failure, common)}
            kept={common.failure.nothingChanged}
          />
        ) : null}
        <div className={css.inline}>
          <Button type="submit" variant="primary" busy={busy}>
            {busy ? start.withdraw.working : start.withdraw.submit}
          </Button>
          <Button variant="quiet" onClick={onBack}>
            {common.back}
          </Button>
        </div>
      </form>
    </StartFrame>
  );
};
