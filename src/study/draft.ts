import { type Answer, emptyAnswer } from './answer.ts';
import type { Id } from './ids.ts';
import type { Json } from './json.ts';

/**
 * An interview while it lives on its device: raw notes, who and where. It is never sent as it is.
 * Several persons and several calls may make one; it is handed in once.
 */
export type DraftStage = 'opening' | 'asking' | 'notes' | 'masking' | 'handed_in';

export interface DraftAnswer extends Answer {
  /** sv: kom tillbaka till. */
  readonly flagged: boolean;
}

export interface InterviewDraft {
  readonly id: Id;
  readonly wave: Id;
  readonly case: Id;
  readonly caseName: string;
  readonly stratum: string;
  /** Hash of the instrument version it was begun with, and goes on with. */
  readonly instrument: string;
  readonly stage: DraftStage;
  readonly language: 'sv' | 'en';
  readonly mode: 'telephone' | 'video' | 'written';
  /** Version of the text that was read and agreed to; never a name. */
  readonly consent: string | null;
  readonly receipt: string | null;
  /** Coarse role of who answered, by section id; `all` where one person answers everything. */
  readonly roles: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, DraftAnswer>>;
  /** Free notes at the end, and anything outside the questions. */
  readonly closing: string;
  /** Free notes about a whole area, by section id. Absent in drafts begun before there were any. */
  readonly areas?: Readonly<Record<string, string>>;
  /** Areas left to somebody else, by section id: the coarse role of whom, never a name. */
  readonly handedOn?: Readonly<Record<string, string>>;
  /** Notes to the lead while they are written, by question, area or closing notes; a sent one is here no more. */
  readonly remarks?: Readonly<Record<string, string>>;
  /** Written on paper first: the instant of the interview, ISO to the minute. */
  readonly onPaper?: string;
  /** A question, an area (its section id) or the closing notes; and where in its text. */
  readonly position: { readonly question: string; readonly caret: number };
  /** Time spent talking, milliseconds, over all calls. Shown here, sent nowhere. */
  readonly talked: number;
  /** The masking review as it stands; its shape is the masking room's. */
  readonly review: Json;
}

export const emptyDraftAnswer: DraftAnswer = { ...emptyAnswer, flagged: false };

export const answerOf = (draft: InterviewDraft, question: string): DraftAnswer =>
  draft.answers[question] ?? emptyDraftAnswer;
