import { type Answer, emptyAnswer, type QuoteMark } from './answer.ts';
import { answerOf, type InterviewDraft } from './draft.ts';
import { freeNotesOf } from './draft-areas.ts';
import { completeness } from './draft-progress.ts';
import { questionsOf, roleIn } from './draft-rules.ts';
import type { Instrument } from './instrument.ts';
import { err, ok, type Result } from './result.ts';
import type { HandIn } from './wire.ts';

/** A text after the masking review: notes and the quote marks moved along. */
export interface MaskedText {
  readonly text: string;
  readonly quotes: readonly QuoteMark[];
}

export type HandInProblem =
  | { readonly type: 'breakoff' }
  | { readonly type: 'no_consent' }
  | { readonly type: 'not_masked'; readonly question: string };

/** Several kinds of people, or nobody told: both are said without pointing at one. */
export const SEVERAL_ROLES = 'several';
export const NO_ROLE = 'other';

/** Coarse: the one role that answered, or `several`. Areas that nobody was asked about do not count. */
export const coarseRole = (draft: InterviewDraft, instrument: Instrument): string => {
  const roles = new Set(
    instrument.sections
      .filter((section) => section.questions.some((q) => answerOf(draft, q.id).state !== 'not_asked'))
      .map((section) => roleIn(draft, section.id))
      .filter((role) => role !== undefined),
  );
  const [first] = roles;
  return roles.size > 1 ? SEVERAL_ROLES : (first ?? NO_ROLE);
};

/**
 * What leaves the device. Built from masked texts only: a question with notes and no masked text is refused,
 * so that no way round the review exists. Flags, what was handed on, times, language of the screen and the case stay
 * behind.
 * `rule`: the wave's, of what is complete.
 */
export const toHandIn = (
  draft: InterviewDraft,
  instrument: Instrument,
  masked: Readonly<Record<string, MaskedText>>,
  receiptHash: string,
  rule?: string,
): Result<HandIn, HandInProblem> => {
  if (draft.consent === null) return err({ type: 'no_consent' });
  const complete = completeness(draft, instrument, rule);
  if (complete === 'breakoff') return err({ type: 'breakoff' });
  const answers: (Answer & { readonly question: string })[] = [];
  for (const { id } of questionsOf(instrument)) {
    const { state, pre, notes, probes } = answerOf(draft, id);
    const text = masked[id];
    if (notes !== '' && !text) return err({ type: 'not_masked', question: id });
    answers.push({ question: id, state, pre, probes, notes: text?.text ?? '', quotes: text?.quotes ?? [] });
  }
  // Empty ones go along: where cells are joined, a text that only some interviews have would be left behind.
  for (const { id, text: raw } of freeNotesOf(draft, instrument)) {
    const text = raw.trim() === '' ? undefined : masked[id];
    if (raw.trim() !== '' && !text) return err({ type: 'not_masked', question: id });
    answers.push({
      ...emptyAnswer,
      question: id,
      state: text ? 'answered' : 'not_asked',
      notes: text?.text ?? '',
    });
  }
  return ok({
    wave: draft.wave,
    stratum: draft.stratum,
    instrument: draft.instrument,
    receipt_hash: receiptHash,
    answers,
    background: {
      role: coarseRole(draft, instrument),
      language: draft.language,
      mode: draft.mode,
      completeness: complete,
    },
  });
};
