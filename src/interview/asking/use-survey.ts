import { useEffect, useState } from 'react';
import { useSession } from '../session/session.ts';
import type { SurveyPort } from '../survey/port.ts';

export type SurveyState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly survey: SurveyPort };

/** Loads the survey library (the service worker keeps it) and lets it follow the draft while the screen stands. */
export const useSurvey = (): SurveyState => {
  const { handle, instrument, definition } = useSession();
  const [state, setState] = useState<SurveyState>({ kind: 'loading' });
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    import('../survey/create.ts').then(
      ({ createSurvey }) => {
        if (gone) return;
        const survey = createSurvey(definition, instrument, handle.draft.get());
        // Subscribed before any part is drawn, so that parts find the model up to date.
        stop = handle.draft.subscribe(() => survey.follow(handle.draft.get()));
        setState({ kind: 'ready', survey });
      },
      () => {
        if (!gone) setState({ kind: 'failed' });
      },
    );
    return () => {
      gone = true;
      stop?.();
    };
  }, [handle, instrument, definition]);
  return state;
};
