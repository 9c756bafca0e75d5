import type { ReactElement } from 'react';
import type { InterviewDraft } from '../../study/draft.ts';

/**
 * What the interview needs of the survey library, so that the library itself loads lazily and is known in one folder.
 * The draft is the truth: a port is built from it and told after each change; it never writes back by itself.
 */
export interface SurveyPort {
  /** Renders the question that is shown, with the registered renderers. */
  readonly element: ReactElement;
  /** Brings pre-codes and language over from the draft, and shows the question it stands at. */
  readonly follow: (draft: InterviewDraft) => void;
  /** Notes reach the model when typing pauses. */
  readonly putNotes: (question: string, notes: string) => void;
  /** Questions that are open, in order. */
  readonly open: () => readonly string[];
  /** Whether a condition over pre-codes holds now. */
  readonly holds: (expression: string) => boolean;
}
