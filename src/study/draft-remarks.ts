import type { InterviewDraft } from './draft.ts';

/** A note to the lead about the place one stands at, kept with the draft until it is sent. */
export const remarkOf = (draft: InterviewDraft, place: string): string => draft.remarks?.[place] ?? '';

export const editRemark = (draft: InterviewDraft, place: string, text: string): InterviewDraft => {
  const { [place]: _, ...rest } = draft.remarks ?? {};
  return { ...draft, remarks: text === '' ? rest : { ...rest, [place]: text } };
};
