import { useMemo } from 'react';
import type { Engine } from '../engine/types.ts';
import type { View } from '../study/command.ts';
import { withFreeTexts } from '../study/free-texts.ts';
import type { Instrument, Question, Section } from '../study/instrument.ts';
import { parseInstrument } from '../study/parse-instrument.ts';
import type { InstrumentRow } from '../study/rows.ts';
import { useSource } from '../ui/use-source.ts';

/** What was asked, as the newest published version words it. */
export interface Asked {
  readonly instrument: Instrument;
  readonly sections: readonly Section[];
  readonly questions: readonly Question[];
}

const newestInstrument = (view: View): InstrumentRow | undefined => {
  const waves = new Map([...view.all('wave')].map((wave) => [wave.id, wave.year]));
  const [newest] = [...view.all('instrument')].sort(
    (a, b) => (waves.get(b.wave) ?? 0) - (waves.get(a.wave) ?? 0) || b.version - a.version,
  );
  return newest;
};

const askedOf = (newest: InstrumentRow | undefined): Asked | null => {
  if (!newest) return null;
  const parsed = parseInstrument(newest.definition);
  if (!parsed.ok) return null;
  const sections = withFreeTexts(parsed.value);
  return {
    instrument: parsed.value,
    sections,
    questions: sections.flatMap((section) => section.questions),
  };
};

export const askedIn = (view: View): Asked | null => askedOf(newestInstrument(view));

/** The same object until another version is published, whatever else changes in the view. */
export const useAsked = (engine: Engine): Asked | null => {
  const newest = newestInstrument(useSource(engine.view));
  return useMemo(() => askedOf(newest), [newest]);
};
