import { type FormEvent, useEffect, useState } from 'react';
import type { DeviceState } from '../../engine/types.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';
import { useSource } from '../../ui/use-source.ts';
import { fetchAhead } from '../screens.tsx';
import { useServices } from '../services.ts';
import { StartFrame } from './frame.tsx';
import { Restore } from './restore.tsx';
import { SignIn } from './sign-in.tsx';
import css from './start.module.css';
import { Unlock } from './unlock.tsx';
import { WithCode } from './with-code.tsx';

type Way = 'welcome' | 'sign_in' | 'restore' | 'unlock';

/** Everything before an account is open. A code in the address goes first. */
export const StartScreens = ({
  state,
}: {
  readonly state: Extract<DeviceState, { readonly kind: 'empty' | 'locked' }>;
}) => {
  const { navigation } = useServices();
  const route = useSource(navigation.route);
  const [way, setWay] = useState<Way>(state.kind === 'locked' ? 'unlock' : 'welcome');
  const begun = state.kind === 'locked' && state.drafts > 0;
  useEffect(() => {
    // Who it will be is not known yet; unlocking takes a second in which nothing else happens.
    if (state.kind === 'locked') fetchAhead(['calls', 'setup', 'read'], begun ? 'begun' : 'no');
  }, [state.kind, begun]);
  const home = (): void => navigation.replace({ name: 'home' });
  // Whoever is let in may have gone somewhere already while the first fetch went on: only a start address is left.
  const done = (): void => {
    if (navigation.route.get().name === 'start') home();
  };
  const back = (): void => setWay(state.kind === 'locked' ? 'unlock' : 'welcome');
  if (route.name === 'start' && route.code !== null)
    return <WithCode code={route.code} onDone={done} onBack={home} />;
  switch (way) {
    case 'sign_in':
      return <SignIn onDone={done} onBack={() => setWay('welcome')} />;
    case 'restore':
      return <Restore onDone={done} onBack={() => setWay('welcome')} />;
    case 'unlock':
      if (state.kind === 'locked')
        return <Unlock waiting={state.waiting} drafts={state.drafts} onOther={() => setWay('welcome')} />;
      return <Welcome locked={false} onWay={setWay} onUnlock={back} />;
    case 'welcome':
      return <Welcome locked={state.kind === 'locked'} onWay={setWay} onUnlock={back} />;
  }
};

const Welcome = ({
  locked,
  onWay,
  onUnlock,
}: {
  readonly locked: boolean;
  readonly onWay: (way: Way) => void;
  readonly onUnlock: () => void;
}) => {
  const { start } = useWords();
  const { navigation } = useServices();
  const [code, setCode] = useState('');
  /** The whole link may be pasted as well as the code. */
  const use = (event: FormEvent): void => {
    event.preventDefault();
    const given = /code=([^&\s]+)/.exec(code)?.[1] ?? code.trim();
    if (given !== '') navigation.go({ name: 'start', code: decodeURIComponent(given) });
  };
  return (
    <StartFrame title={start.welcome.title}>
      <p className="muted">{locked ? start.welcome.already : start.welcome.empty}</p>
      <form className={css.form} onSubmit={use}>
        <TextField
          label={start.welcome.code}
          hint={start.welcome.codeHint}
          value={code}
          onChange={setCode}
          spellCheck={false}
        />
        <Button type="submit" variant="primary">
          {start.welcome.useCode}
        </Button>
      </form>
      <div className={css.ways}>
        {locked ? (
          <button type="button" className={css.way} onClick={onUnlock}>
            {start.unlock.title}
          </button>
        ) : null}
        <button type="button" className={css.way} onClick={() => onWay('sign_in')}>
          {start.welcome.signIn}
        </button>
        <button type="button" className={css.way} onClick={() => onWay('restore')}>
          {start.welcome.restore}
        </button>
        <button type="button" className={css.way} onClick={() => navigation.go({ name: 'withdraw' })}>
          {start.welcome.withdraw}
        </button>
      </div>
    </StartFrame>
  );
};
