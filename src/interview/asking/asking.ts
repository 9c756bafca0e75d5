import { createContext, type RefObject, useContext } from 'react';
import type { SurveyPort } from '../survey/port.ts';

/** What the parts of the asking screen share beyond the session. */
export interface Asking {
  readonly survey: SurveyPort;
  /** The page one writes on, where one is shown. */
  readonly notes: RefObject<HTMLTextAreaElement | null>;
  readonly goTo: (place: string) => void;
  /** Opens the note to the lead about a place. */
  readonly writeRemark: (place: string) => void;
  /** One is writing: a question that appears takes the focus. Esc Esc ends it, focusing a text begins it again. */
  readonly inText: RefObject<boolean>;
}

export const AskingContext = createContext<Asking | null>(null);

export const useAsking = (): Asking => {
  const asking = useContext(AskingContext);
  if (!asking) throw new Error('used outside the asking screen');
  return asking;
};
