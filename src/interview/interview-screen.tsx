import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import type { Engine } from '../engine/types.ts';
import type { Id } from '../study/ids.ts';
import type { Result } from '../study/result.ts';
import { Button } from '../ui/button.tsx';
import { useWords } from '../ui/language.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { AskingScreen } from './asking/asking-screen.tsx';
import { FinishNotes } from './finish/finish-notes.tsx';
import { HandedIn } from './finish/handed-in.tsx';
import css from './interview-screen.module.css';
import { OpeningScreen } from './opening/opening-screen.tsx';
import { type Contact, ContactContext } from './session/contact.tsx';
import {
  type InterviewTarget,
  type OpenedInterview,
  type OpenFailure,
  openInterview,
} from './session/open-interview.ts';
import { createSession, SessionContext, systemWorld, useDraft, type World } from './session/session.ts';
import { type Settings, SettingsContext } from './session/settings.tsx';

const MaskingScreen = lazy(() => import('./masking/masking-screen.tsx'));

export interface InterviewProps {
  readonly engine: Engine;
  readonly target: InterviewTarget;
  /** Whom to dial, where the device can read it. */
  readonly contact?: Contact;
  /** To the call list. The draft is kept. */
  readonly onLeave: () => void;
  readonly onOutbox: () => void;
  /** They want another time: the call list asks when. Of the interview nothing is kept. */
  readonly onAnotherTime?: (caseId: Id) => void;
  /** They do not take part: the call list asks why. Of the interview nothing is kept. */
  readonly onNo?: (caseId: Id) => void;
  /** Appearance, size and language of the program. */
  readonly settings?: Settings;
  readonly world?: World;
}

type Opened = Result<OpenedInterview, OpenFailure>;

/** One interview, from the opening to handing in: the draft's stage says which screen stands. */
export const InterviewScreen = (props: InterviewProps) => {
  const opened = useOpened(props);
  return (
    <SettingsContext value={props.settings ?? []}>
      <ContactContext value={props.contact ?? {}}>
        {opened === null ? (
          <Opening />
        ) : opened.ok ? (
          <Open {...props} opened={opened.value} />
        ) : (
          <Failed failure={opened.error} leave={props.onLeave} />
        )}
      </ContactContext>
    </SettingsContext>
  );
};

const useOpened = ({ engine, target, world = systemWorld }: InterviewProps): Opened | null => {
  const key = 'draft' in target ? `draft ${target.draft}` : `case ${target.case}`;
  const [opened, setOpened] = useState<{ readonly key: string; readonly result: Opened } | null>(null);
  const latest = useRef({ target, world });
  latest.current = { target, world };
  const opening = useRef<{ readonly key: string; readonly promise: Promise<Opened> } | null>(null);
  useEffect(() => {
    let here = true;
    // Mounted twice by React's strict mode it must not begin two drafts.
    if (opening.current?.key !== key)
      opening.current = {
        key,
        promise: openInterview({ engine, newId: latest.current.world.newId }, latest.current.target),
      };
    const mine = opening.current;
    void mine.promise.then((result) => {
      if (here) setOpened({ key, result });
    });
    return () => {
      here = false;
      setTimeout(() => {
        if (here || opening.current !== mine) return;
        opening.current = null;
        void mine.promise.then((result) => (result.ok ? result.value.handle.close() : undefined));
      });
    };
  }, [engine, key]);
  return opened?.key === key ? opened.result : null;
};

const Open = ({ opened, ...props }: InterviewProps & { readonly opened: OpenedInterview }) => {
  const { engine, world = systemWorld } = props;
  const callbacks = useRef(props);
  callbacks.current = props;
  const session = useMemo(
    () =>
      createSession({
        ...opened,
        engine,
        world,
        leave: () => callbacks.current.onLeave(),
        showOutbox: () => callbacks.current.onOutbox(),
        notNow: (how) => {
          const { onAnotherTime, onNo } = callbacks.current;
          return how === 'another' ? onAnotherTime : onNo;
        },
      }),
    [opened, engine, world],
  );
  return (
    <SessionContext value={session}>
      <Stage />
    </SessionContext>
  );
};

export const Stage = () => {
  const stage = useDraft((draft) => draft.stage);
  switch (stage) {
    case 'opening':
      return <OpeningScreen />;
    case 'asking':
      return <AskingScreen />;
    case 'notes':
      return <FinishNotes />;
    case 'masking':
      return (
        <Suspense fallback={<Opening />}>
          <MaskingScreen />
        </Suspense>
      );
    case 'handed_in':
      return <HandedIn />;
  }
};

/** Opening takes a moment only; words come late, so that nothing flickers. */
const Opening = () => {
  const { interview } = useWords();
  return (
    <div className={css.opening} role="status">
      {interview.open.opening}
    </div>
  );
};

const Failed = ({ failure, leave }: { readonly failure: OpenFailure; readonly leave: () => void }) => {
  const { open } = useWords().interview;
  return (
    <main className={css.failed}>
      <ErrorNote
        happened={open.failed[failure.type]}
        kept={open.kept}
        todo={open.todo}
        action={<Button onClick={leave}>{open.back}</Button>}
      />
    </main>
  );
};
