import { useState } from 'react';
import type { JoinFailure } from '../../engine/types.ts';
import { TextField } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { useServices } from '../services.ts';
import { AccountForm } from './account-form.tsx';
import { StartFrame } from './frame.tsx';
import { startFailureWords } from './start-words.ts';

/** The first lead, with the set-up code: account, vault and study in one. */
export const Found = ({ code, onDone }: { readonly code: string; readonly onDone: () => void }) => {
  const words = useWords();
  const { start } = words;
  const { device } = useServices();
  const [study, setStudy] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, failure, attempt } = useAttempt<JoinFailure>();
  const missing = study.trim() === '';
  return (
    <StartFrame title={start.found.title}>
      {/* Capturing the submit shows this form's own error even when AccountForm stops at another. */}
      <div onSubmitCapture={() => setTried(true)}>
        <AccountForm
          missing={missing}
          submit={busy ? start.found.working : start.found.submit}
          busy={busy}
          failure={failure && startFailureWords(failure, words)}
          onSubmit={async (account) => {
            if (await attempt(() => device.found({ code, study: study.trim(), ...account }))) onDone();
          }}
        >
          <TextField
            label={start.found.study}
            hint={start.found.studyHint}
            value={study}
            onChange={setStudy}
            autoFocus
            error={tried && missing ? start.errors.required(start.found.study) : undefined}
          />
        </AccountForm>
      </div>
    </StartFrame>
  );
};
