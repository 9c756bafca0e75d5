import { useCallback, useMemo, useRef, useState } from 'react';
import { answerOf } from '../../study/draft.ts';
import { freeNotesOf } from '../../study/draft-areas.ts';
import { moveTo } from '../../study/draft-rules.ts';
import { useWords } from '../../ui/language.tsx';
import { ErrorNote } from '../../ui/notes.tsx';
import { Frame } from '../frame/frame.tsx';
import { RemarkDialog } from '../remark/remark-dialog.tsx';
import { useDraft, useSession } from '../session/session.ts';
import type { SurveyPort } from '../survey/port.ts';
import { AreaList } from './area-list.tsx';
import { AreaPage } from './area-page.tsx';
import { type Asking, AskingContext, useAsking } from './asking.ts';
import css from './asking-screen.module.css';
import { AskingTop, CallSettings } from './asking-top.tsx';
import { ClosingPage } from './closing-page.tsx';
import { GoTo } from './go-to.tsx';
import { HintBar } from './hint-bar.tsx';
import { Sheet } from './sheet.tsx';
import { SidePanel } from './side-panel.tsx';
import { ThumbBar } from './thumb-bar.tsx';
import { useAskingKeys } from './use-asking-keys.ts';
import { useSurvey } from './use-survey.ts';

/** The call itself: areas to the left, the question and the page to write on, support to the right. */
export const AskingScreen = () => {
  const { interview } = useWords();
  const state = useSurvey();
  if (state.kind === 'ready') return <Ready survey={state.survey} />;
  return (
    <Frame top={<AskingTop />}>
      {state.kind === 'failed' ? (
        <ErrorNote
          happened={interview.open.failed.chunk}
          kept={interview.open.kept}
          todo={interview.open.todo}
        />
      ) : null}
    </Frame>
  );
};

const Ready = ({ survey }: { readonly survey: SurveyPort }) => {
  const { change, handle, instrument } = useSession();
  const notes = useRef<HTMLTextAreaElement>(null);
  const [sheet, setSheet] = useState<'areas' | 'side' | null>(null);
  const [going, setGoing] = useState(false);
  const [remark, setRemark] = useState<string | null>(null);
  const goTo = useCallback(
    (place: string): void => {
      setSheet(null);
      setGoing(false);
      const draft = handle.draft.get();
      // Somebody who watches follows the tab that writes.
      if (draft.position.question === place || handle.mode.get() !== 'writing') return;
      const free = freeNotesOf(draft, instrument).find(({ id }) => id === place);
      const text = free ? free.text : answerOf(draft, place).notes;
      change((now) => moveTo(now, place, text.length));
    },
    [change, handle, instrument],
  );
  // On a phone the keyboard would cover the question, so it comes only when one taps the page.
  const inText = useRef(!matchMedia('(pointer: coarse)').matches);
  const asking = useMemo<Asking>(
    () => ({ survey, notes, goTo, inText, writeRemark: setRemark }),
    [survey, goTo],
  );
  return (
    <AskingContext value={asking}>
      <Desk sheet={sheet} showSheet={setSheet} going={going} showGoTo={setGoing} />
      {remark === null ? null : <RemarkDialog place={remark} onClose={() => setRemark(null)} />}
    </AskingContext>
  );
};

const Desk = ({
  sheet,
  showSheet,
  going,
  showGoTo,
}: {
  readonly sheet: 'areas' | 'side' | null;
  readonly showSheet: (sheet: 'areas' | 'side' | null) => void;
  readonly going: boolean;
  readonly showGoTo: (going: boolean) => void;
}) => {
  const { instrument } = useSession();
  const { interview } = useWords();
  const place = useDraft((draft) => draft.position.question);
  const keys = useAskingKeys(() => showGoTo(true));
  const area = instrument.sections.find((section) => section.id === place);
  return (
    <Frame top={<AskingTop end={keys.end} />}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the armed Esc of every text inside */}
      <div className={css.work} onKeyDown={keys.onKeyDown} onBlur={keys.onBlur}>
        <aside className={css.areas}>
          <AreaList />
        </aside>
        <main className={css.page}>
          <div className={css.column}>
            {place === instrument.closingNotes ? (
              <ClosingPage />
            ) : area ? (
              <AreaPage section={area} />
            ) : (
              <Question />
            )}
            <HintBar armed={keys.armed} />
            <ThumbBar
              showAreas={() => showSheet('areas')}
              showSide={() => showSheet('side')}
              next={keys.next}
            />
          </div>
        </main>
        <aside className={css.side} aria-label={interview.side.label}>
          <SidePanel />
        </aside>
      </div>
      <Sheet title={interview.areas.label} open={sheet === 'areas'} onClose={() => showSheet(null)}>
        <AreaList />
        <CallSettings />
      </Sheet>
      <Sheet title={interview.side.label} open={sheet === 'side'} onClose={() => showSheet(null)}>
        <SidePanel />
      </Sheet>
      {going ? <GoTo onClose={() => showGoTo(false)} /> : null}
    </Frame>
  );
};

/** The survey library shows the question that the draft stands at. */
const Question = () => {
  const { survey } = useAsking();
  return <div className={css.survey}>{survey.element}</div>;
};
