import { type Completeness, completeness } from '../../study/draft-progress.ts';
import { useDraft, useSession } from './session.ts';
import { useWave } from './use-wave.ts';

/** Whether the interview as it stands is complete, partial or a break-off, by the rule that the wave was opened with. */
export const useCompleteness = (): Completeness => {
  const { instrument } = useSession();
  const rule = useWave()?.fields.completeness;
  return useDraft((draft) => completeness(draft, instrument, rule));
};
