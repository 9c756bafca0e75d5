import type { View } from '../study/command.ts';
import type { Instrument, Question, Section } from '../study/instrument.ts';
import { parseInstrument } from '../study/parse-instrument.ts';

/** What was asked, as the newest published version words it. */
export interface Asked {
  readonly instrument: Instrument;
  readonly sections: readonly Section[];
  readonly questions: readonly Question[];
}

export const askedIn = (view: View): Asked | null => {
  const waves = new Map([...view.all('wave')].map((wave) => [wave.id, wave.year]));
  const [newest] = [...view.all('instrument')].sort(
    (a, b) => (waves.get(b.wave) ?? 0) - (waves.get(a.wave) ?? 0) || b.version - a.version,
  );
  if (!newest) return null;
  const parsed = parseInstrument(newest.definition);
  if (!parsed.ok) return null;
  const { sections } = parsed.value;
  return {
    instrument: parsed.value,
    sections,
    questions: sections.flatMap((section) => section.questions),
  };
};
