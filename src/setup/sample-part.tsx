import { type FormEvent, useEffect, useMemo, useState } from 'react';
import type { ActFailure } from '../engine/types.ts';
import { type FrameProblem, type FrameUnit, parseFrame } from '../study/frame.ts';
import type { Result } from '../study/result.ts';
import { drawSample, type Sample } from '../study/sample.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { TextField } from '../ui/field.tsx';
import { useLanguage, useWords } from '../ui/language.tsx';
import { ErrorNote, Note } from '../ui/notes.tsx';
import { useSay } from '../ui/notice.tsx';
import { numberWords } from '../ui/time-words.ts';
import { useAttempt } from '../ui/use-attempt.ts';
import { NeedsWave, type PartProps } from './part.tsx';
import css from './setup.module.css';

const USUAL_SIZE = 100;

/** Which municipalities to call: seeded, so that anybody can draw the same again. */
export const SamplePart = (props: PartProps) => {
  const { setup } = useWords();
  const language = useLanguage();
  const { state, engine, onPart, world } = props;
  const [frame, setFrame] = useState<Result<readonly FrameUnit[], FrameProblem> | null>(null);
  useEffect(() => {
    let wanted = true;
    void world.loadShipped().then((shipped) => {
      if (wanted) setFrame(parseFrame(shipped.frame));
    });
    return () => {
      wanted = false;
    };
  }, [world]);
  const { sample } = setup;
  if (!state.wave) return <NeedsWave title={sample.title} onPart={onPart} />;
  const drawn = state.cases.length;
  return (
    <>
      <h1 className={css.big}>{sample.title}</h1>
      {drawn > 0 ? <p>{sample.done(numberWords(drawn, language))}</p> : null}
      {engine.me.practice ? (
        <Note>{sample.practice}</Note>
      ) : drawn > 0 || state.wave.status !== 'draft' ? (
        <p className="muted">{state.wave.status === 'draft' ? sample.frozen : sample.doneOpen}</p>
      ) : frame?.ok ? (
        <Draw {...props} wave={state.wave.id} frame={frame.value} label={state.wave.label} />
      ) : frame ? (
        <ErrorNote happened={sample.broken} todo={`${frame.error.line}: ${frame.error.reason}`} />
      ) : null}
    </>
  );
};

const Draw = ({
  engine,
  world,
  wave,
  frame,
  label,
}: PartProps & { readonly wave: string; readonly frame: readonly FrameUnit[]; readonly label: string }) => {
  const { setup } = useWords();
  const language = useLanguage();
  const say = useSay();
  const { sample: words } = setup;
  const [size, setSize] = useState(String(Math.min(USUAL_SIZE, frame.length)));
  const [seed, setSeed] = useState(label);
  const { busy, failure, attempt } = useAttempt<ActFailure>();
  const sample = useMemo(
    () => drawSample(frame, { n: Number(size), seed, allocation: 'proportional' }),
    [frame, size, seed],
  );
  const draw = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!sample.ok) return;
    // By code: the order of drawing says who would have been spared, and nobody needs it here.
    const cases = sample.value.strata
      .flatMap((stratum) => stratum.drawn)
      .map((unit) => ({ id: world.newId(), ...unit }))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
    const done = await attempt(() => engine.act('draw_cases', { wave, cases }));
    if (!done) return;
    say(words.done(numberWords(done.value.drawn, language)));
    await engine.sync();
  };
  return (
    <form className={css.form} onSubmit={(event) => void draw(event)} noValidate>
      <p>{words.frame(numberWords(frame.length, language))}</p>
      <TextField
        label={words.size}
        inputMode="numeric"
        value={size}
        onChange={setSize}
        autoFocus
        error={sample.ok ? undefined : words.sizeError(frame.length)}
      />
      <TextField label={words.seed} hint={words.seedHint} value={seed} onChange={setSeed} />
      {sample.ok ? <Preview sample={sample.value} /> : null}
      {failure ? <FailureNote failure={failure} /> : null}
      <Button type="submit" variant="primary" disabled={!sample.ok} busy={busy}>
        {busy ? words.drawing : words.draw}
      </Button>
    </form>
  );
};

const Preview = ({ sample }: { readonly sample: Sample }) => {
  const { setup } = useWords();
  const { sample: words } = setup;
  const sum = (of: (stratum: Sample['strata'][number]) => number): number =>
    sample.strata.reduce((total, stratum) => total + of(stratum), 0);
  return (
    <table className={css.table}>
      <caption>{words.preview}</caption>
      <thead>
        <tr>
          <th scope="col">{words.stratum}</th>
          <th scope="col">{words.inFrame}</th>
          <th scope="col">{words.drawn}</th>
        </tr>
      </thead>
      <tbody>
        {sample.strata.map((stratum) => (
          <tr key={stratum.stratum}>
            <th scope="row">{stratum.stratum}</th>
            <td className="num">{stratum.population}</td>
            <td className="num">{stratum.drawn.length}</td>
          </tr>
        ))}
        <tr className="b">
          <th scope="row">{words.sum}</th>
          <td className="num">{sum((stratum) => stratum.population)}</td>
          <td className="num">{sum((stratum) => stratum.drawn.length)}</td>
        </tr>
      </tbody>
    </table>
  );
};
