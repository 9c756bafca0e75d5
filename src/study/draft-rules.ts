import type { AnswerState } from './answer.ts';
import { answerOf, type DraftStage, type InterviewDraft } from './draft.ts';
import { plainState, putAnswer, settle } from './draft-notes.ts';
import type { Id } from './ids.ts';
import type { Instrument, PreCodeList, Question } from './instrument.ts';
import type { CaseRow, WaveRow } from './rows.ts';

/** Pure changes of an interview draft: every rule of the screen that is not about the text itself (draft-notes.ts). */

export const ALL_SECTIONS = 'all';

export const questionsOf = (instrument: Instrument): readonly Question[] =>
  instrument.sections.flatMap((section) => section.questions);

/** A new interview with a case, at its opening. */
export const beginDraft = (
  id: Id,
  wave: Pick<WaveRow, 'id'>,
  row: Pick<CaseRow, 'id' | 'name' | 'stratum'>,
  instrument: Instrument,
  instrumentHash: string,
): InterviewDraft => ({
  id,
  wave: wave.id,
  case: row.id,
  caseName: row.name,
  stratum: row.stratum,
  instrument: instrumentHash,
  stage: 'opening',
  language: 'sv',
  mode: 'telephone',
  consent: null,
  receipt: null,
  roles: {},
  answers: {},
  closing: '',
  position: { question: questionsOf(instrument)[0]?.id ?? instrument.closingNotes, caret: 0 },
  talked: 0,
  review: null,
});

/** Consent keeps the version of the text that was read and makes the receipt valid; a second yes changes nothing. */
export const giveConsent = (draft: InterviewDraft, version: string, receipt: string): InterviewDraft => ({
  ...draft,
  consent: draft.consent ?? version,
  receipt: draft.receipt ?? receipt,
  stage: draft.stage === 'opening' ? 'asking' : draft.stage,
});

/** One way only is closed: what has been handed in is a draft no more (mending opens it again, by the engine). */
export const toStage = (draft: InterviewDraft, stage: DraftStage): InterviewDraft =>
  draft.stage === 'handed_in' || (stage !== 'opening' && draft.consent === null)
    ? draft
    : { ...draft, stage };

export const moveTo = (draft: InterviewDraft, question: string, caret: number): InterviewDraft =>
  draft.position.question === question && draft.position.caret === caret
    ? draft
    : { ...draft, position: { question, caret } };

/** Sets or clears a pre-code. One-lists hold one; an exclusive pre-code stands alone in its list. */
export const togglePreCode = (
  draft: InterviewDraft,
  question: string,
  list: PreCodeList,
  value: string,
): InterviewDraft => {
  const preCode = list.preCodes.find((code) => code.value === value);
  if (!preCode) return draft;
  const answer = answerOf(draft, question);
  const set = answer.pre[list.name] ?? [];
  const exclusive = new Set(list.preCodes.filter((code) => code.exclusive).map((code) => code.value));
  const next = set.includes(value)
    ? set.filter((other) => other !== value)
    : !list.many || preCode.exclusive
      ? [value]
      : inOrder(list, [...set.filter((other) => !exclusive.has(other)), value]);
  const { [list.name]: _, ...others } = answer.pre;
  const pre = next.length > 0 ? { ...others, [list.name]: next } : others;
  return putAnswer(draft, question, settle({ ...answer, pre }));
};

const inOrder = (list: PreCodeList, values: readonly string[]): readonly string[] =>
  list.preCodes.map((code) => code.value).filter((value) => values.includes(value));

/** Pressing a state that is set takes it back to what the answer is by itself. Nothing typed is ever dropped. */
export const toggleState = (
  draft: InterviewDraft,
  question: string,
  state: Exclude<AnswerState, 'answered' | 'not_asked'>,
): InterviewDraft => {
  const answer = answerOf(draft, question);
  return putAnswer(draft, question, {
    ...answer,
    state: answer.state === state ? plainState(answer) : state,
  });
};

export const toggleProbe = (draft: InterviewDraft, question: string, probe: string): InterviewDraft => {
  const answer = answerOf(draft, question);
  const probes = answer.probes.includes(probe)
    ? answer.probes.filter((used) => used !== probe)
    : [...answer.probes, probe];
  return putAnswer(draft, question, { ...answer, probes });
};

/** sv: kom tillbaka till. */
export const toggleFlag = (draft: InterviewDraft, question: string): InterviewDraft => {
  const answer = answerOf(draft, question);
  return putAnswer(draft, question, { ...answer, flagged: !answer.flagged });
};

/** Who answers: one area, or all of them (which clears what was said of single areas). */
export const setRole = (draft: InterviewDraft, section: string, role: string): InterviewDraft => ({
  ...draft,
  roles: section === ALL_SECTIONS ? { [ALL_SECTIONS]: role } : { ...draft.roles, [section]: role },
});

export const roleIn = (draft: InterviewDraft, section: string): string | undefined =>
  draft.roles[section] ?? draft.roles[ALL_SECTIONS];

export const editClosing = (
  draft: InterviewDraft,
  closing: string,
  position: InterviewDraft['position'],
): InterviewDraft => ({ ...draft, closing, position });

export const addTalked = (draft: InterviewDraft, milliseconds: number): InterviewDraft =>
  milliseconds > 0 ? { ...draft, talked: draft.talked + milliseconds } : draft;
