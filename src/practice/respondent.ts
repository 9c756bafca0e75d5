import { type Answer, emptyAnswer } from '../study/answer.ts';
import type { Instrument } from '../study/instrument.ts';
import { seeded } from '../study/seeded.ts';
import { RAW } from './bank/raw.ts';
import { makeInterview } from './interview.ts';
import type { Voice } from './voice.ts';

/** Something said that identifies; offsets into the raw notes of its question, UTF-16, end exclusive. */
export interface RawDetail {
  readonly question: string;
  readonly start: number;
  readonly end: number;
  /** A kind the masking review knows. */
  readonly kind: string;
  readonly text: string;
}

export interface PracticeRespondent {
  readonly municipality: string;
  /** Raw notes, as typed during the call: for a draft, never for a hand-in. */
  readonly answers: readonly ({ readonly question: string } & Answer)[];
  readonly details: readonly RawDetail[];
}

/**
 * One interview before masking, with names and places in it, for trying the review and for scripted journeys.
 * Every question is answered; what identifies is told besides, so that a test knows what the review must find.
 */
export const generatePracticeRespondent = (options: {
  readonly seed: string | number;
  readonly instrument: Instrument;
  /** Short name of the municipality that is called. */
  readonly municipality: string;
  readonly voice?: Voice;
}): PracticeRespondent => {
  const { instrument, municipality } = options;
  const chance = seeded(`${options.seed}/respondent`);
  const composed = new Map(
    makeInterview(instrument, '', chance, options.voice).answers.map(
      ({ question, ...answer }) => [question, answer] as const,
    ),
  );
  const details: RawDetail[] = [];
  const questions = instrument.sections.flatMap((section) =>
    section.questions.map((question) => question.id),
  );
  const answers = questions.map((question) => {
    const answer = composed.get(question) ?? emptyAnswer;
    let notes = answer.notes;
    for (const sentence of RAW[question] ?? []) {
      if (notes !== '') notes += ' ';
      const offset = notes.length;
      const raw = unmark(sentence, municipality);
      notes += raw.text;
      for (const detail of raw.details) {
        details.push({ ...detail, question, start: detail.start + offset, end: detail.end + offset });
      }
    }
    return { question, ...answer, state: 'answered' as const, notes };
  });
  return { municipality, answers, details };
};

type Unmarked = { readonly text: string; readonly details: readonly Omit<RawDetail, 'question'>[] };

/** Takes `«kind:text»` apart. */
const unmark = (sentence: string, municipality: string): Unmarked => {
  const filled = sentence
    .replaceAll('{kommuns}', genitive(municipality))
    .replaceAll('{kommun}', municipality);
  const details: Omit<RawDetail, 'question'>[] = [];
  let text = '';
  for (const [index, piece] of filled.split(/«([a-z_]+:[^»]*)»/).entries()) {
    if (index % 2 === 0) {
      text += piece;
      continue;
    }
    const colon = piece.indexOf(':');
    const detail = piece.slice(colon + 1);
    details.push({
      start: text.length,
      end: text.length + detail.length,
      kind: piece.slice(0, colon),
      text: detail,
    });
    text += detail;
  }
  return { text, details };
};

/** "Vara" becomes "Varas"; names that end in s, x or z stay. */
const genitive = (name: string): string => (/[sxz]$/i.test(name) ? name : `${name}s`);
