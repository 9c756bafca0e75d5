import { useWords } from '../../ui/language.tsx';
import { useDraft } from './session.ts';

/** What the last step of asking is called: a call is over, a sheet is typed in. */
export const useEndWord = (): string => {
  const { closing, paper } = useWords().interview;
  return useDraft((draft) => draft.onPaper !== undefined) ? paper.done : closing.hungUp;
};
