import { completenessRule } from './completeness.ts';
import { answerOf, type InterviewDraft } from './draft.ts';
import { questionsOf } from './draft-rules.ts';
import type { Instrument, Question, Section } from './instrument.ts';

/** How far an interview has come, told from the draft alone. */
export type Progress = 'unasked' | 'in_progress' | 'done';

/** In progress: one is at it, or wants to come back, or has probed without writing yet. */
export const questionProgress = (draft: InterviewDraft, question: string): Progress => {
  const answer = answerOf(draft, question);
  const here = draft.stage === 'asking' && draft.position.question === question;
  if (answer.state === 'not_asked')
    return answer.flagged || answer.probes.length > 0 ? 'in_progress' : 'unasked';
  return answer.flagged || (here && answer.state === 'answered') ? 'in_progress' : 'done';
};

const isAsked = (draft: InterviewDraft, question: string): boolean =>
  answerOf(draft, question).state !== 'not_asked';

export const askedCount = (draft: InterviewDraft, instrument: Instrument): number =>
  questionsOf(instrument).filter((question) => isAsked(draft, question.id)).length;

export const unasked = (draft: InterviewDraft, instrument: Instrument): readonly Question[] =>
  questionsOf(instrument).filter((question) => !isAsked(draft, question.id));

export const flagged = (draft: InterviewDraft, instrument: Instrument): readonly Question[] =>
  questionsOf(instrument).filter((question) => answerOf(draft, question.id).flagged);

/** What is left at the end: to come back to, not asked, and not asked because an area was left to somebody else. */
export interface Left {
  readonly flagged: readonly Question[];
  readonly unasked: readonly Question[];
  readonly handedOn: readonly Question[];
}
export const leftOf = (draft: InterviewDraft, instrument: Instrument): Left => {
  const open = unasked(draft, instrument).filter((question) => !answerOf(draft, question.id).flagged);
  return {
    flagged: flagged(draft, instrument),
    unasked: open.filter((question) => draft.handedOn?.[question.section] === undefined),
    handedOn: open.filter((question) => draft.handedOn?.[question.section] !== undefined),
  };
};

/** An area is complete when each of its questions was asked, whatever came of it. */
const isComplete = (draft: InterviewDraft, section: Section): boolean =>
  section.questions.every((question) => isAsked(draft, question.id));

export type Completeness = 'complete' | 'partial' | 'breakoff';

/**
 * Complete, partial, or fewer areas than that: a break-off, which is never handed in. `rule` is the wave's text
 * (completeness.ts); without one, six of seven areas are complete, four or five partial.
 */
export const completeness = (draft: InterviewDraft, instrument: Instrument, rule?: string): Completeness => {
  const least = completenessRule(rule, instrument.sections.length);
  const done = instrument.sections.filter((section) => isComplete(draft, section)).length;
  if (done >= least.complete) return 'complete';
  return done >= least.partial ? 'partial' : 'breakoff';
};
