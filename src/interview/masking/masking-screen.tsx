import { useEffect, useState } from 'react';
import { canUndo, isComplete, progressOf, spansOf } from '../../masking/index.ts';
import { moveTo, questionsOf, toStage } from '../../study/draft-rules.ts';
import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { useWords } from '../../ui/language.tsx';
import { keepFocus } from '../asking/pre-codes.tsx';
import { Frame, FrameTop } from '../frame/frame.tsx';
import { useDraft, useSession, useWriting } from '../session/session.ts';
import { Card } from './card.tsx';
import { arrowsOf, choicesOf, firstWord } from './choices.ts';
import { type HandInFailure, handIn } from './hand-in.ts';
import { MaskedText } from './masked-text.tsx';
import css from './masking.module.css';
import { selectedStretch } from './selection.ts';
import { nextSpan, placesOf, stepOf } from './step.ts';
import { Tally } from './tally.tsx';
import { useReview } from './use-review.ts';

/** Reads `reviewOf` first; until then only the frame stands, so that nothing flickers. */
const MaskingScreen = () => {
  const { interview, masking } = useWords();
  const name = useDraft((draft) => draft.caseName);
  const review = useReview();
  return (
    <Frame
      top={
        <FrameTop
          brand={interview.open.brand}
          name={name}
          right={<span className="small muted">{masking.step}</span>}
        />
      }
      bar={<Bar review={review} />}
    >
      <Page review={review} />
    </Frame>
  );
};
export default MaskingScreen;

type Props = { readonly review: ReturnType<typeof useReview> };

const Page = ({ review }: Props) => {
  const { change, instrument } = useSession();
  const { masking } = useWords();
  const writing = useWriting();
  const language = useDraft((draft) => draft.language);
  const [originals, setOriginals] = useState(true);
  const { state, focus, setFocus, act } = review;
  const step = state ? stepOf(state, focus) : null;
  const textOf = (id: string): string => state?.texts.find((text) => text.id === id)?.text ?? '';
  const where = (id: string): string =>
    id === instrument.closingNotes ? masking.closing : id.replace(/^A/, '');
  const reword = (id: string): void => change((draft) => toStage(moveTo(draft, id, 0), 'notes'));
  const choices = step ? choicesOf(step, review, masking, reword) : [];
  const stretch = step?.kind === 'stretch' || step?.kind === 'kind' ? step.stretch : null;
  const lit = step ? placesOf(step) : [];

  const mark = (): void => {
    if (!state || !writing) return;
    const selected = selectedStretch();
    if (selected) {
      setFocus({ kind: 'kind', stretch: selected });
      return;
    }
    const from = state.texts.find((text) => text.id === lit[0]?.in) ?? state.texts[0];
    const first = from && firstWord(from.id, from.text);
    if (first) setFocus({ kind: 'stretch', stretch: first });
  };
  /** While a stretch is chosen, up and down go to the text before and after. */
  const otherText = (by: 1 | -1): void => {
    if (!state || !stretch || stretch.extends) return;
    const at = state.texts.findIndex((text) => text.id === stretch.in);
    const next = state.texts[at + by];
    const first = next && firstWord(next.id, next.text);
    if (first) setFocus({ kind: 'stretch', stretch: first });
  };
  const undoable = state !== null && canUndo(state) && writing;
  useCommands(masking.keys.title, [
    ...(writing ? choices : []),
    ...(writing && step?.kind === 'stretch' ? arrowsOf(step.stretch, setFocus, textOf(step.stretch.in)) : []),
    ...(step?.kind === 'stretch'
      ? ([
          { key: 'ArrowDown', label: '', quiet: true, run: () => otherText(1) },
          { key: 'ArrowUp', label: '', quiet: true, run: () => otherText(-1) },
        ] as const)
      : []),
    {
      key: 'J',
      label: masking.keys.next,
      run: () => state && setFocus(nextSpan(state, focus, 1)),
      repeats: true,
    },
    {
      key: 'K',
      label: masking.keys.previous,
      run: () => state && setFocus(nextSpan(state, focus, -1)),
      repeats: true,
    },
    { key: 'M', label: masking.keys.mark, disabled: !writing, run: mark },
    { key: 'Z', label: masking.keys.undo, disabled: !undoable, run: () => act.undo() },
    { key: 'O', label: masking.keys.originals, run: () => setOriginals(!originals) },
  ]);
  const shown = stretch ? `${stretch.in} ${stretch.start} ${stretch.end}` : `${lit[0]?.in} ${lit[0]?.start}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls when what is lit changes, and then only
  useEffect(() => {
    document.querySelector('[data-lit], [data-stretch]')?.scrollIntoView({ block: 'nearest' });
  }, [shown]);

  if (!state || !step) return <p className={css.reading}>{masking.reading}</p>;
  const progress = progressOf(state);
  const masked = Object.values(progress.masked).reduce((sum, count) => sum + count, 0);
  const questions = new Map(
    questionsOf(instrument).map((question) => [question.id, question.text[language]]),
  );
  return (
    <div className={css.page}>
      <div className={css.wrap}>
        <main>
          <h1>{masking.title}</h1>
          <p className={css.lead}>{masking.lead(masked, progress.open + progress.refused)}</p>
          {state.texts.length === 0 ? <p className="muted">{masking.nothing}</p> : null}
          {state.texts.map(({ id, text }) => (
            <section key={id} className={css.question}>
              <h2 lang={language}>
                {id === instrument.closingNotes ? masking.closing : `${where(id)} ${questions.get(id) ?? ''}`}
              </h2>
              <MaskedText
                id={id}
                text={text}
                spans={spansOf(state, id)}
                lit={new Set(lit.filter((place) => place.in === id).map((place) => place.start))}
                stretch={stretch?.in === id ? stretch : null}
                originals={originals}
                onSpan={(span) => setFocus({ kind: 'span', in: span.in, start: span.start })}
              />
            </section>
          ))}
        </main>
        <aside className={css.side}>
          <Card
            step={step}
            choices={choices}
            refused={review.refused}
            disabled={!writing}
            where={where}
            textOf={textOf}
          />
          <div className={css.tools}>
            <Button variant="quiet" hint="M" disabled={!writing} onMouseDown={keepFocus} onClick={mark}>
              {masking.mark}
            </Button>
            <Button
              variant="quiet"
              hint="Z"
              disabled={!undoable}
              onMouseDown={keepFocus}
              onClick={() => act.undo()}
            >
              {masking.undo}
            </Button>
            <Button
              variant="quiet"
              hint="O"
              aria-pressed={originals}
              onMouseDown={keepFocus}
              onClick={() => setOriginals(!originals)}
            >
              {masking.originals}
            </Button>
          </div>
          <Tally masked={progress.masked} />
        </aside>
      </div>
    </div>
  );
};

const Bar = ({ review: { state } }: Props) => {
  const session = useSession();
  const { masking } = useWords();
  const writing = useWriting();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<HandInFailure['type'] | null>(null);
  const complete = state !== null && isComplete(state) && writing;
  const progress = state && progressOf(state);
  const left = progress ? progress.open + progress.refused + (progress.accepted ? 0 : 1) : 0;
  const send = async (): Promise<void> => {
    if (!state || !complete || busy) return;
    setBusy(true);
    const done = await handIn(session, session.handle.draft.get(), session.instrument, state);
    setBusy(false);
    setFailure(done.ok ? null : done.error.type);
  };
  useCommands(masking.keys.title, [
    { key: 'Ctrl+Enter', label: masking.handIn, disabled: !complete || busy, run: () => void send() },
  ]);
  return (
    <>
      <Button disabled={!writing} onClick={() => session.change((draft) => toStage(draft, 'notes'))}>
        {masking.back}
      </Button>
      <span className={css.space} />
      {failure ? (
        <span className={css.failed} role="alert">
          {masking.failed[failure]}
        </span>
      ) : (
        <span className="small muted" role="status">
          {state ? masking.left(left) : ''}
        </span>
      )}
      <Button variant="primary" hint="Ctrl ↵" disabled={!complete} busy={busy} onClick={() => void send()}>
        {masking.handIn}
      </Button>
    </>
  );
};
