import { useEffect, useState } from 'react';
import { type FrameProblem, type FrameUnit, parseFrame, strataOf } from '../../study/frame.ts';
import type { Result } from '../../study/result.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { ErrorNote } from '../../ui/notes.tsx';
import { numberWords } from '../../ui/time-words.ts';
import type { PartProps } from '../part.tsx';
import css from '../setup.module.css';
import { DrawForm } from './draw-form.tsx';
import { FrameImport } from './frame-import.tsx';

/** Which frame is drawn from: the one that comes with the program, or one of the lead's own. */
export const FrameChoice = (props: PartProps & { readonly wave: string; readonly label: string }) => {
  const { setup } = useWords();
  const language = useLanguage();
  const { world } = props;
  const { sample } = setup;
  const [shipped, setShipped] = useState<Result<readonly FrameUnit[], FrameProblem> | null>(null);
  const [own, setOwn] = useState<readonly FrameUnit[] | null>(null);
  const [importing, setImporting] = useState(false);
  useEffect(() => {
    let wanted = true;
    void world.loadShipped().then(({ frame }) => {
      if (wanted) setShipped(parseFrame(frame));
    });
    return () => {
      wanted = false;
    };
  }, [world]);
  if (importing)
    return (
      <FrameImport
        onTake={(units) => {
          setOwn(units);
          setImporting(false);
        }}
        onBack={() => setImporting(false)}
      />
    );
  const frame = own ?? (shipped?.ok ? shipped.value : null);
  return (
    <>
      <section>
        <h2>{sample.frameTitle}</h2>
        {frame ? (
          <p>
            {sample.frame(numberWords(frame.length, language), numberWords(strataOf(frame).length, language))}
          </p>
        ) : null}
        {own ? null : <p className="muted">{sample.shippedFrame}</p>}
        <p className={css.row}>
          <Button onClick={() => setImporting(true)}>{own ? sample.otherFrame : sample.ownFrame}</Button>
          {own ? (
            <Button variant="quiet" onClick={() => setOwn(null)}>
              {sample.shippedAgain}
            </Button>
          ) : null}
        </p>
      </section>
      {frame ? (
        // What was chosen belongs to its frame.
        <DrawForm key={own ? 'own' : 'shipped'} {...props} frame={frame} />
      ) : shipped && !shipped.ok ? (
        <ErrorNote happened={sample.broken} todo={`${shipped.error.line}: ${shipped.error.reason}`} />
      ) : null}
    </>
  );
};
