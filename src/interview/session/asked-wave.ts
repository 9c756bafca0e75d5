import type { View } from '../../study/command.ts';
import type { InstrumentRow, WaveRow } from '../../study/rows.ts';

/** The wave one would call for now: the open one, else the newest; and its questions, once they are published. */
export const askedWave = (
  view: View,
): { readonly wave: WaveRow; readonly instrument: InstrumentRow } | null => {
  const waves = [...view.all('wave')].sort((a, b) => b.year - a.year);
  const wave = waves.find(({ status, instrument }) => status === 'open' && instrument !== null) ?? waves[0];
  const instrument = [...view.all('instrument')].find(({ hash }) => hash === wave?.instrument);
  return wave && instrument ? { wave, instrument } : null;
};
