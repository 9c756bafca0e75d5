import type { PracticeFill } from '../engine/types.ts';
import { parseFrame, strataOf } from '../study/frame.ts';
import type { Json } from '../study/json.ts';
import { canonicalJson } from '../study/json.ts';
import { parseInstrument } from '../study/parse-instrument.ts';
import { loadShipped } from './shipped.ts';

const SEED = 'lagesbild';
const INTERVIEWS = 100;
const YEAR = 2025;
const LABEL = 'Övning (påhittad)';

/** The practice study over the shipped questions; the generator and its texts are loaded only here. */
export const loadPractice = async (): Promise<PracticeFill> => {
  const [{ generatePractice, PRACTICE_STUDY_NAME, practiceWaveFields }, shipped] = await Promise.all([
    import('../practice/generate.ts'),
    loadShipped(),
  ]);
  const definition: Json = JSON.parse(shipped.definition);
  const instrument = parseInstrument(definition);
  if (!instrument.ok) throw new Error(`the shipped instrument is broken at ${instrument.error.path}`);
  const frame = parseFrame(shipped.frame);
  if (!frame.ok) throw new Error(`the shipped frame is broken on line ${frame.error.line}`);
  const strata = strataOf(frame.value);
  const { cases, interviews } = generatePractice({
    seed: SEED,
    interviews: INTERVIEWS,
    instrument: instrument.value,
    strata,
  });
  // The engine hands interviews in for the first cases, one each: so each interview gets a completed case of its stratum.
  const completed = cases.filter((one) => one.attempts.includes('interviewed'));
  const open = cases.filter((one) => !one.attempts.includes('interviewed'));
  const first = interviews.map(({ stratum }) => {
    const at = completed.findIndex((one) => one.stratum === stratum);
    const [taken] = completed.splice(Math.max(0, at), 1);
    if (!taken) throw new Error('the practice study has fewer completed cases than interviews');
    return taken;
  });
  return {
    study: PRACTICE_STUDY_NAME,
    wave: { label: LABEL, year: YEAR, fields: practiceWaveFields(YEAR) },
    definition: canonicalJson(definition),
    strata,
    cases: [...first, ...completed, ...open].map(({ code, name, stratum }) => ({ code, name, stratum })),
    interviews: interviews.map(({ stratum, answers, background }) => ({ stratum, answers, background })),
  };
};
