import { useState } from 'react';
import type { ActFailure } from '../engine/types.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { useWords } from '../ui/language.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import type { PartProps } from './part.tsx';
import css from './setup.module.css';
import { missingToOpen } from './study-state.ts';

const swapped = (list: readonly string[], at: number, step: -1 | 1): readonly string[] => {
  const next = [...list];
  const [moved] = next.splice(at, 1);
  if (moved !== undefined) next.splice(at + step, 0, moved);
  return next;
};

/** Opening fixes k and the order in which small groups are merged at the close: before the first call, never after. */
export const OpenWave = ({ engine, state }: PartProps) => {
  const { setup, common } = useWords();
  const { open, steps } = setup;
  const { wave } = state;
  const [asking, setAsking] = useState(false);
  const [order, setOrder] = useState<readonly string[] | null>(null);
  const { busy, failure, attempt } = useAttempt<ActFailure>();
  const missing = missingToOpen(state);
  if (!wave) return null;
  if (missing.length > 0)
    return <p>{open.needs(missing.map((step) => steps[step].toLocaleLowerCase()).join(', '))}</p>;
  const shown = order ?? wave.strata;
  const send = async (): Promise<void> => {
    const opened = await attempt(() => engine.act('open_wave', { wave: wave.id, merge_order: shown }));
    if (!opened) return;
    setAsking(false);
    await engine.sync();
  };
  return (
    <>
      <Button variant="primary" onClick={() => setAsking(true)}>
        {open.button}
      </Button>
      <Dialog title={open.title} open={asking} onClose={() => setAsking(false)}>
        <p>{open.text(wave.k)}</p>
        <p className={css.lead}>{open.order}</p>
        <ol className={css.order}>
          {shown.map((stratum, index) => (
            <li key={stratum}>
              <span>{stratum}</span>
              <Button
                variant="quiet"
                disabled={index === 0}
                aria-label={open.up(stratum)}
                onClick={() => setOrder(swapped(shown, index, -1))}
              >
                ↑
              </Button>
              <Button
                variant="quiet"
                disabled={index === shown.length - 1}
                aria-label={open.down(stratum)}
                onClick={() => setOrder(swapped(shown, index, 1))}
              >
                ↓
              </Button>
            </li>
          ))}
        </ol>
        {failure ? <FailureNote failure={failure} /> : null}
        <DialogActions>
          <Button variant="primary" busy={busy} autoFocus onClick={() => void send()}>
            {open.yes}
          </Button>
          <Button onClick={() => setAsking(false)}>{common.cancel}</Button>
        </DialogActions>
      </Dialog>
    </>
  );
};
