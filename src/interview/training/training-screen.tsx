import { useMemo, useState } from 'react';
import type { Engine } from '../../engine/types.ts';
import { generateSpoken, SPOKEN_MUNICIPALITY } from '../../practice/spoken.ts';
import { beginDraft } from '../../study/draft-rules.ts';
import { parseInstrument } from '../../study/parse-instrument.ts';
import { createCell } from '../../study/source.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../ui/language.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { useSource } from '../../ui/use-source.ts';
import css from '../interview-screen.module.css';
import { Stage } from '../interview-screen.tsx';
import { askedWave } from '../session/asked-wave.ts';
import { createSession, SessionContext, systemWorld, type World } from '../session/session.ts';
import { type Settings, SettingsContext } from '../session/settings.tsx';
import { openNowhere } from './nowhere.ts';

export interface TrainingProps {
  readonly engine: Engine;
  readonly onLeave: () => void;
  readonly settings?: Settings;
  readonly world?: World;
}

/** An interview with somebody invented, from the opening to handing in; nothing of it enters the study. */
export const TrainingScreen = ({ engine, onLeave, settings = [], world = systemWorld }: TrainingProps) => {
  const { training } = useWords().interview;
  const [round, setRound] = useState(0);
  const view = useSource(engine.view);
  const published = useMemo(() => askedWave(view), [view]);
  // The wave may be edited meanwhile; a training begun goes on with what it was begun with.
  const [begun] = useState(published);
  const session = useMemo(() => {
    const parsed = begun && parseInstrument(begun.instrument.definition);
    if (!begun || !parsed?.ok) return null;
    const instrument = parsed.value;
    const row = { id: world.newId(), name: SPOKEN_MUNICIPALITY, stratum: '' };
    const draft = beginDraft(world.newId(), begun.wave, row, instrument, begun.instrument.hash);
    const heard = createCell<Readonly<Record<string, number>>>({});
    return createSession({
      ...openNowhere(engine, world.newId, draft),
      instrument,
      definition: begun.instrument.definition,
      world,
      training: {
        spoken: generateSpoken({ seed: `${world.random()} ${round}`, instrument }),
        heard,
        speak: (place) => heard.update((now) => ({ ...now, [place]: (now[place] ?? 0) + 1 })),
        again: () => setRound((now) => now + 1),
      },
      leave: onLeave,
      showOutbox: onLeave,
      notNow: () => undefined,
    });
    // A new round is a new respondent.
  }, [begun, engine, world, round, onLeave]);
  if (!session)
    return (
      <main className={css.failed}>
        <EmptyState title={training.none} action={<Button onClick={onLeave}>{training.leave}</Button>}>
          <p>{training.noneText}</p>
        </EmptyState>
      </main>
    );
  return (
    <SettingsContext value={settings}>
      <SessionContext key={round} value={session}>
        <Stage />
      </SessionContext>
    </SettingsContext>
  );
};
