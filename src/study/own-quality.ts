import type { InterviewDraft } from './draft.ts';
import type { Id } from './ids.ts';

/**
 * How an interviewer interviews, from their own interviews, for their own eyes. Measured when one is handed in, kept
 * sealed on the device and sent nowhere; without case, stratum or time.
 */
export interface InterviewMeasures {
  /** The draft's; random, and worth nothing once the draft is gone. A mended interview replaces itself by it. */
  readonly id: Id;
  readonly wave: Id;
  /** Whole minutes on the phone over all calls; null where it was written on paper. */
  readonly minutes: number | null;
  readonly asked: number;
  readonly dontKnow: number;
  readonly refused: number;
  readonly probes: number;
  readonly quotes: number;
  readonly verbatim: number;
  /** Words of the notes of each answered question, in no order. */
  readonly words: readonly number[];
}

const wordsIn = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

export const measuresOf = (draft: InterviewDraft): InterviewMeasures => {
  const answers = Object.values(draft.answers);
  const count = (holds: (answer: (typeof answers)[number]) => boolean): number =>
    answers.filter(holds).length;
  const quotes = answers.flatMap((answer) => answer.quotes);
  return {
    id: draft.id,
    wave: draft.wave,
    minutes: draft.onPaper === undefined ? Math.round(draft.talked / 60_000) : null,
    asked: count(({ state }) => state !== 'not_asked'),
    dontKnow: count(({ state }) => state === 'dont_know'),
    refused: count(({ state }) => state === 'refused'),
    probes: answers.reduce((sum, { probes }) => sum + probes.length, 0),
    quotes: quotes.length,
    verbatim: quotes.filter(({ kind }) => kind === 'verbatim').length,
    words: answers
      .filter(({ state }) => state === 'answered')
      .map(({ notes }) => wordsIn(notes))
      .sort((a, b) => a - b),
  };
};

/** By random id, so that their order does not tell which interview was which. */
export const addMeasures = (
  kept: readonly InterviewMeasures[],
  one: InterviewMeasures,
): readonly InterviewMeasures[] =>
  [...kept.filter(({ id }) => id !== one.id), one].sort((a, b) => (a.id < b.id ? -1 : 1));

/** null: of nothing. The middle of an even number is the mean of the two. */
export const median = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

export interface OwnQuality {
  readonly interviews: number;
  readonly minutes: number | null;
  readonly words: number | null;
  readonly asked: number;
  readonly dontKnow: number;
  readonly refused: number;
  /** Means over the interviews. */
  readonly probes: number;
  readonly quotes: number;
  readonly verbatim: number;
}

export const qualityOf = (measures: readonly InterviewMeasures[]): OwnQuality => {
  const sum = (of: (one: InterviewMeasures) => number): number =>
    measures.reduce((total, one) => total + of(one), 0);
  const mean = (of: (one: InterviewMeasures) => number): number =>
    measures.length === 0 ? 0 : sum(of) / measures.length;
  return {
    interviews: measures.length,
    minutes: median(measures.flatMap(({ minutes }) => minutes ?? [])),
    words: median(measures.flatMap(({ words }) => words)),
    asked: sum(({ asked }) => asked),
    dontKnow: sum(({ dontKnow }) => dontKnow),
    refused: sum(({ refused }) => refused),
    probes: mean(({ probes }) => probes),
    quotes: mean(({ quotes }) => quotes),
    verbatim: mean(({ verbatim }) => verbatim),
  };
};
