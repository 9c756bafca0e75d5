import type { Instrument } from '../study/instrument.ts';
import { generatePracticeRespondent } from './respondent.ts';

/** The municipality an interviewer trains with. It is nowhere. */
export const SPOKEN_MUNICIPALITY = 'Exempelås';

/**
 * An invented respondent as one hears them: what they say to each question, one utterance at a time, names and places
 * included, so that the review after the call has something to find. Swedish, as the respondents are.
 */
export const generateSpoken = (options: {
  readonly seed: string | number;
  readonly instrument: Instrument;
}): Readonly<Record<string, readonly string[]>> => {
  const { answers } = generatePracticeRespondent({
    ...options,
    municipality: SPOKEN_MUNICIPALITY,
    voice: 'plain',
  });
  return Object.fromEntries(answers.map(({ question, notes }) => [question, utterancesOf(notes)]));
};

/** Sentence by sentence; a number or an abbreviation with a full stop in it does not end one. */
export const utterancesOf = (notes: string): readonly string[] =>
  notes
    .replaceAll('”', '')
    .split(/(?<=[.!?])\s+(?=\p{Lu})|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
