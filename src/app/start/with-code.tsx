import { useEffect, useState } from 'react';
import type { JoinFailure, RemoteFailure } from '../../engine/types.ts';
import { parseCode } from '../../study/code.ts';
import type { InvitationCheck } from '../../study/wire.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { useWords } from '../../ui/language.tsx';
import { ErrorNote } from '../../ui/notes.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { useServices } from '../services.ts';
import { Found } from './found.tsx';
import { StartFrame } from './frame.tsx';
import { Join } from './join.tsx';
import css from './start.module.css';
import { startFailureWords } from './start-words.ts';

type Checked = InvitationCheck | { readonly ok: false; readonly reason: 'malformed' };

/** What a code opens: the founding of the study (or the practice study), or an invitation. */
export const WithCode = ({
  code,
  onDone,
  onBack,
}: {
  readonly code: string;
  readonly onDone: () => void;
  readonly onBack: () => void;
}) => {
  const { start, common } = useWords();
  const { device } = useServices();
  const [checked, setChecked] = useState<Checked | null>(null);
  const { busy, failure, attempt } = useAttempt<RemoteFailure>();
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks again after a failure
  useEffect(() => {
    let wanted = true;
    const parsed = parseCode(code);
    if (!parsed.ok) {
      setChecked({ ok: false, reason: 'malformed' });
      return undefined;
    }
    void attempt(() => device.check(parsed.value)).then((answered) => {
      if (wanted && answered) setChecked(answered.value);
    });
    return () => {
      wanted = false;
    };
  }, [code, device, attempt, round]);
  if (checked?.ok) {
    return checked.kind === 'setup' ? (
      <Choose code={code} onDone={onDone} />
    ) : (
      <Join code={code} study={checked.study} role={checked.role} onDone={onDone} />
    );
  }
  return (
    <StartFrame title={start.welcome.title}>
      {busy ? <Progress label={start.checking} /> : null}
      {checked ? <ErrorNote happened={start.code[checked.reason]} /> : null}
      {failure ? (
        <FailureNote
          failure={failure}
          action={<Button onClick={() => setRound(round + 1)}>{common.error.reload}</Button>}
        />
      ) : null}
      <div className={css.inline}>
        <Button variant="quiet" onClick={onBack}>
          {common.back}
        </Button>
      </div>
    </StartFrame>
  );
};

const Choose = ({ code, onDone }: { readonly code: string; readonly onDone: () => void }) => {
  const words = useWords();
  const { start } = words;
  const { device, loadPractice } = useServices();
  const [chosen, setChosen] = useState<'found' | 'practice' | null>(null);
  const [share, setShare] = useState(0);
  const { failure, attempt } = useAttempt<JoinFailure>();
  if (chosen === 'found') return <Found code={code} onDone={onDone} />;
  const practise = async (): Promise<void> => {
    setChosen('practice');
    const engine = await attempt(async () => {
      const fill = await loadPractice();
      return device.startPractice(code, fill, setShare);
    });
    if (engine) onDone();
  };
  if (chosen === 'practice')
    return (
      <StartFrame title={start.practice.title}>
        {failure ? (
          <ErrorNote
            happened={startFailureWords(failure, words)}
            action={<Button onClick={() => setChosen(null)}>{words.common.back}</Button>}
          />
        ) : (
          <Progress label={start.practice.working} share={share} />
        )}
      </StartFrame>
    );
  return (
    <StartFrame title={start.choose.title}>
      <div className={css.choices}>
        <button type="button" className={css.choice} onClick={() => setChosen('found')}>
          <strong>{start.choose.found}</strong>
          <span>{start.choose.foundText}</span>
        </button>
        <button type="button" className={css.choice} onClick={() => void practise()}>
          <strong>{start.choose.practice}</strong>
          <span>{start.choose.practiceText}</span>
        </button>
      </div>
    </StartFrame>
  );
};
