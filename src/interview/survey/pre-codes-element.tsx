import type { QuestionSelectBase } from 'survey-core';
import { answerOf } from '../../study/draft.ts';
import { questionsOf } from '../../study/draft-rules.ts';
import { PreCodes } from '../asking/pre-codes.tsx';
import { useDraft, useSession } from '../session/session.ts';

const NONE: readonly string[] = [];

/** A list of pre-codes of the survey library, drawn as our pills: texts and order from the model, what is set from the draft. */
export const PreCodesElement = ({ question }: { readonly question: QuestionSelectBase }) => {
  const { instrument } = useSession();
  const owner = questionsOf(instrument).find((q) => q.preCodeLists.some((l) => l.name === question.name));
  const list = owner?.preCodeLists.find((candidate) => candidate.name === question.name);
  const set = useDraft((draft) => (owner ? answerOf(draft, owner.id).pre[question.name] : undefined) ?? NONE);
  // Texts come from the model, which changes its language without telling this part.
  useDraft((draft) => draft.language);
  if (!owner || !list) return null;
  const before = owner.preCodeLists.slice(0, owner.preCodeLists.indexOf(list));
  const first = before.reduce((sum, other) => sum + other.preCodes.length, 0);
  return (
    <PreCodes
      question={owner.id}
      list={list}
      set={set}
      firstKey={first}
      texts={new Map(question.visibleChoices.map((item) => [String(item.value), item.text]))}
      title={owner.preCodeLists.length > 1 ? question.title : undefined}
    />
  );
};
