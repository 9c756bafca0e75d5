import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.tsx';
import { Frame, FrameTop } from '../frame/frame.tsx';
import { useDraft, useSession } from '../session/session.ts';
import css from './handed-in.module.css';

/** What happens next, and the two ways on. */
export const HandedIn = () => {
  const { leave, showOutbox } = useSession();
  const { interview } = useWords();
  const name = useDraft((draft) => draft.caseName);
  return (
    <Frame top={<FrameTop brand={interview.open.brand} name={name} />}>
      <main className={css.page}>
        <h1>{interview.handedIn.title}</h1>
        <p className={css.text}>{interview.handedIn.text}</p>
        <div className={css.ways}>
          <Button variant="primary" onClick={leave}>
            {interview.handedIn.calls}
          </Button>
          <Button onClick={showOutbox}>{interview.handedIn.outbox}</Button>
        </div>
      </main>
    </Frame>
  );
};
