import type { JoinFailure } from '../../engine/types.ts';
import type { Role } from '../../study/rows.ts';
import { useWords } from '../../ui/language.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { useServices } from '../services.ts';
import { AccountForm } from './account-form.tsx';
import { StartFrame } from './frame.tsx';
import { startFailureWords } from './start-words.ts';

/** Somebody invited makes an account on this computer. */
export const Join = ({
  code,
  study,
  role,
  onDone,
}: {
  readonly code: string;
  readonly study: string;
  readonly role: Role;
  readonly onDone: () => void;
}) => {
  const words = useWords();
  const { start, common } = words;
  const { device } = useServices();
  const { busy, failure, attempt } = useAttempt<JoinFailure>();
  return (
    <StartFrame title={start.join.title(study)}>
      <p>{start.join.role(common.roles[role].toLocaleLowerCase())}</p>
      <AccountForm
        submit={busy ? start.join.working : start.join.submit}
        busy={busy}
        failure={failure && startFailureWords(failure, words)}
        onSubmit={async (account) => {
          if (await attempt(() => device.join({ code, ...account }))) onDone();
        }}
      />
    </StartFrame>
  );
};
