import type { PracticeFill } from '../engine/types.ts';
import { DEFAULT_RULES, writeRules } from '../study/call-rules.ts';
import { parseFrame, strataOf } from '../study/frame.ts';
import type { Json } from '../study/json.ts';
import { canonicalJson } from '../study/json.ts';
import { parseInstrument } from '../study/parse-instrument.ts';
import { loadShipped } from './shipped.ts';

const SEED = 'lagesbild';
const INTERVIEWS = 100;
const YEAR = 2025;
/** Coded twice and blind before a newcomer comes, so that there is agreement to look at. */
const QUESTIONS = ['A1.1', 'A1.2', 'A2.1'];
const CODED = 30;
const LABEL = 'Övning (påhittad)';

/** The practice study over the shipped questions; the generator and its texts are loaded only here. */
export const loadPractice = async (now: number): Promise<PracticeFill> => {
  const [
    { generatePractice, PRACTICE_STUDY_NAME, practiceWaveFields },
    { dateCalls, plannedEnd },
    { makeContacts },
    { codePractice },
    shipped,
  ] = await Promise.all([
    import('../practice/generate.ts'),
    import('../practice/calls.ts'),
    import('../practice/contacts.ts'),
    import('../practice/coders.ts'),
    loadShipped(),
  ]);
  const definition: Json = JSON.parse(shipped.definition);
  const instrument = parseInstrument(definition);
  if (!instrument.ok) throw new Error(`the shipped instrument is broken at ${instrument.error.path}`);
  const frame = parseFrame(shipped.frame);
  if (!frame.ok) throw new Error(`the shipped frame is broken on line ${frame.error.line}`);
  const codebook = JSON.parse(shipped.codebook) as Json & {
    readonly codes: readonly { readonly id: string }[];
  };
  const codes = codebook.codes.map(({ id }) => id);
  const { field, interviews } = generatePractice({
    seed: SEED,
    interviews: INTERVIEWS,
    instrument: instrument.value,
    strata: strataOf(frame.value),
  });
  return {
    study: PRACTICE_STUDY_NAME,
    wave: {
      label: LABEL,
      year: YEAR,
      fields: {
        ...practiceWaveFields(new Date(now).getFullYear()),
        call_rules: writeRules({ ...DEFAULT_RULES, target: field.target, lastDay: plannedEnd(now) }),
      },
    },
    definition: canonicalJson(definition),
    claims: canonicalJson(JSON.parse(shipped.claims)),
    sample: field,
    contacts: makeContacts(casesOf(field), SEED),
    calls: dateCalls(field.calls, now),
    interviews: interviews.map(({ stratum, answers, background }) => ({ stratum, answers, background })),
    coding: {
      codebook,
      label: 'Kodbok 2025',
      round: 'Dubbelkodning, 30 intervjuer',
      questions: QUESTIONS,
      answers: codePractice({
        seed: SEED,
        interviews: interviews.slice(0, CODED),
        questions: QUESTIONS,
        codes,
      }),
    },
  };
};

/** Of all that is drawn or released: each is a case to call. */
const casesOf = ({ drawn, reserve, released }: PracticeFill['sample']): readonly string[] => [
  ...drawn.map(({ code }) => code),
  ...reserve
    .filter((one) => released.some(({ stratum, number }) => one.stratum === stratum && one.number === number))
    .flatMap(({ units }) => units.map(({ code }) => code)),
];
