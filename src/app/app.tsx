import { StrictMode } from 'react';
import { CommandRoot } from '../ui/commands.tsx';
import { LanguageProvider, useWords } from '../ui/language.tsx';
import { NoticeRoot } from '../ui/notice.tsx';
import { Progress } from '../ui/progress.tsx';
import { useSource } from '../ui/use-source.ts';
import { words } from '../words/index.ts';
import css from './app.module.css';
import { ErrorRoot } from './error-root.tsx';
import { type Services, ServicesContext, useServices } from './services.ts';
import { Shell } from './shell.tsx';
import { StartScreens } from './start/start-screens.tsx';
import { Withdraw } from './start/withdraw.tsx';

export const App = ({ services }: { readonly services: Services }) => {
  const { language } = useSource(services.preferences);
  return (
    <StrictMode>
      <LanguageProvider language={language}>
        <ErrorRoot words={words[language]}>
          <ServicesContext value={services}>
            <NoticeRoot>
              <CommandRoot>
                <Rooms />
              </CommandRoot>
            </NoticeRoot>
          </ServicesContext>
        </ErrorRoot>
      </LanguageProvider>
    </StrictMode>
  );
};

/** Which of the few states the device is in; withdrawing is open to everybody in all of them. */
const Rooms = () => {
  const { start } = useWords();
  const { device, navigation } = useServices();
  const state = useSource(device.state);
  const route = useSource(navigation.route);
  if (route.name === 'withdraw') return <Withdraw onBack={() => navigation.go({ name: 'home' })} />;
  switch (state.kind) {
    case 'starting':
      return (
        <main className={css.quiet}>
          <Progress label={start.starting} />
        </main>
      );
    case 'empty':
    case 'locked':
      return <StartScreens key={state.kind} state={state} />;
    case 'open':
      // Another account is another world: nothing on screen is carried over.
      return <Shell key={state.engine.me.id} engine={state.engine} />;
  }
};
