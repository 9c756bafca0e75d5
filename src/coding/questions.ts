import { useMemo, useRef } from 'react';
import type { Engine } from '../engine/types.ts';
import type { View } from '../study/command.ts';
import { withFreeTexts } from '../study/free-texts.ts';
import type { Instrument, Question, Section } from '../study/instrument.ts';
import { withEarlierQuestions } from '../study/instrument-versions.ts';
import { parseInstrument } from '../study/parse-instrument.ts';
import type { InstrumentRow } from '../study/rows.ts';
import { useSource } from '../ui/use-source.ts';

/** What was asked, as the newest published version words it, and what only earlier ones of its wave asked. */
export interface Asked {
  readonly instrument: Instrument;
  readonly sections: readonly Section[];
  readonly questions: readonly Question[];
}

/** Of the newest wave, newest first. */
const versionsOf = (view: View): readonly InstrumentRow[] => {
  const waves = new Map([...view.all('wave')].map((wave) => [wave.id, wave.year]));
  const all = [...view.all('instrument')].sort(
    (a, b) => (waves.get(b.wave) ?? 0) - (waves.get(a.wave) ?? 0) || b.version - a.version,
  );
  return all.filter(({ wave }) => wave === all[0]?.wave);
};

const askedOf = (versions: readonly InstrumentRow[]): Asked | null => {
  const [newest, ...earlier] = versions.flatMap(({ definition }) => {
    const parsed = parseInstrument(definition);
    return parsed.ok ? [parsed.value] : [];
  });
  if (!newest) return null;
  const instrument = withEarlierQuestions(newest, earlier);
  const sections = withFreeTexts(instrument);
  return {
    instrument,
    sections,
    questions: sections.flatMap((section) => section.questions),
  };
};

/** The same list until another version is published: a published one never changes. */
export const useVersions = (engine: Engine): readonly InstrumentRow[] => {
  const view = useSource(engine.view);
  const last = useRef<readonly InstrumentRow[]>([]);
  const now = versionsOf(view);
  const same =
    now.length === last.current.length && now.every(({ hash }, index) => hash === last.current[index]?.hash);
  if (!same) last.current = now;
  return last.current;
};

/** The same object until another version is published, whatever else changes in the view. */
export const useAsked = (engine: Engine): Asked | null => {
  const versions = useVersions(engine);
  return useMemo(() => askedOf(versions), [versions]);
};
