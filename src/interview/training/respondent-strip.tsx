import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { useWords } from '../../ui/language.tsx';
import { useSource } from '../../ui/use-source.ts';
import { keepFocus } from '../keys/keep-focus.ts';
import { type Training, useDraft, useSession } from '../session/session.ts';
import css from './respondent-strip.module.css';

/** What the invented respondent says, one utterance at a time, at its own pace: the interviewer's. It keeps its height. */
export const RespondentStrip = () => {
  const { training } = useSession();
  return training ? <Strip training={training} /> : null;
};

const Strip = ({ training }: { readonly training: Training }) => {
  const { training: words } = useWords().interview;
  const stage = useDraft((draft) => draft.stage);
  const place = useDraft((draft) => draft.position.question);
  const heard = useSource(training.heard);
  const opening = stage === 'opening';
  const at = opening ? stage : place;
  const lines = opening ? words.opening : (training.spoken[place] ?? words.otherwise);
  const count = Math.min(heard[at] ?? 0, lines.length);
  const more = count < lines.length;
  const next = (): void => training.speak(at);
  // While one asks, R is among the keys of the screen, since it acts in a text too.
  useCommands(words.title, opening ? [{ key: 'R', label: words.next, disabled: !more, run: next }] : []);
  return (
    <section className={css.strip} aria-label={words.title}>
      <p className={css.mark}>{words.mark}</p>
      <p className={css.said} lang="sv" aria-live="polite">
        {count === 0 ? <span className="muted">{words.ask}</span> : `– ${lines[count - 1]}`}
      </p>
      <Button hint="R" disabled={!more} onMouseDown={keepFocus} onClick={next}>
        {more ? words.next : words.silent}
      </Button>
    </section>
  );
};
