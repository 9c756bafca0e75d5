import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { useWords } from '../../ui/language.tsx';
import { Frame, FrameTop } from '../frame/frame.tsx';
import { useDraft, useSession } from '../session/session.ts';
import css from './handed-in.module.css';

/** What happens next, and the two ways on. */
export const HandedIn = () => {
  const { leave, showOutbox, training } = useSession();
  const { interview } = useWords();
  const name = useDraft((draft) => draft.caseName);
  useCommands(interview.handedIn.title, [
    { key: 'Enter', label: interview.handedIn.calls, run: leave },
    training
      ? { key: 'O', label: interview.training.again, run: training.again }
      : { key: 'O', label: interview.handedIn.outbox, run: showOutbox },
  ]);
  return (
    <Frame top={<FrameTop brand={interview.open.brand} name={name} />}>
      <main className={css.page}>
        <h1>{training ? interview.training.done : interview.handedIn.title}</h1>
        <p className={css.text}>{training ? interview.training.doneText : interview.handedIn.text}</p>
        <div className={css.ways}>
          <Button variant="primary" hint="↵" onClick={leave}>
            {interview.handedIn.calls}
          </Button>
          {training ? (
            <Button hint="O" onClick={training.again}>
              {interview.training.again}
            </Button>
          ) : (
            <Button hint="O" onClick={showOutbox}>
              {interview.handedIn.outbox}
            </Button>
          )}
        </div>
      </main>
    </Frame>
  );
};
