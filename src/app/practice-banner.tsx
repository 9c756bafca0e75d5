import { useState } from 'react';
import type { Engine, PracticeAccount, SignInFailure, UnlockFailure } from '../engine/types.ts';
import type { Role } from '../study/rows.ts';
import { useWords } from '../ui/language.tsx';
import { useSay } from '../ui/notice.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { useSource } from '../ui/use-source.ts';
import css from './app.module.css';
import { practiceLabel } from './practice-label.ts';
import { useServices } from './services.ts';

/** As the work goes, whatever order they were made in. */
const ORDER: readonly Role[] = ['lead', 'interviewer', 'coder'];

/** In the practice study every screen says that all is invented, and one click makes one somebody else. */
export const PracticeBanner = ({ engine }: { readonly engine: Engine }) => {
  const { common } = useWords();
  const { device, navigation } = useServices();
  const say = useSay();
  const known = useSource(device.practice);
  const accounts = ORDER.flatMap((role) => known.filter((account) => account.role === role));
  const [wanted, setWanted] = useState<string | null>(null);
  const { failure, attempt } = useAttempt<UnlockFailure | SignInFailure>();
  const become = async (account: PracticeAccount): Promise<void> => {
    const { role, email } = account;
    if (email === engine.me.email || wanted) return;
    const label = practiceLabel(accounts, account, common.roles).toLocaleLowerCase();
    setWanted(email);
    say(common.practice.switching(label));
    if (await attempt(() => device.switchPractice(role, email))) {
      navigation.replace({ name: 'home' });
      say(common.practice.now(label));
    }
    setWanted(null);
  };
  return (
    <section className={css.practice} aria-label={common.practice.banner}>
      <span className="b">{common.practice.banner}</span>
      <span className={css.explain}>{common.practice.explain}</span>
      <span className={css.space} />
      {failure ? <span role="alert">{`${common.practice.failed} ${common.practice.kept}`}</span> : null}
      <span id="practice-as">{common.practice.as}</span>
      <fieldset className={css.roles} aria-labelledby="practice-as">
        {accounts.map((account) => (
          <button
            key={account.email}
            type="button"
            aria-pressed={(wanted ?? engine.me.email) === account.email}
            title={`${account.name}: ${account.passphrase}`}
            onClick={() => void become(account)}
          >
            {practiceLabel(accounts, account, common.roles)}
          </button>
        ))}
      </fieldset>
    </section>
  );
};
