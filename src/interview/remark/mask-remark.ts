import { accept, decide, maskedTexts, questionsOf, startReview } from '../../masking/index.ts';

export interface MaskedRemark {
  readonly text: string;
  /** How many places were replaced. */
  readonly replaced: number;
}

const ID = 'remark';

/**
 * A note to the lead must lead nowhere, and there is no second look at it: so everything the finder finds is replaced,
 * the uncertain too. Whoever wants a word kept writes around it.
 */
export const maskRemark = (text: string, municipality: string): MaskedRemark => {
  let review = accept(startReview([{ id: ID, text }], { municipality }));
  for (const { key } of questionsOf(review)) {
    const decided = decide(review, key, 'mask');
    if (decided.ok) review = decided.value;
  }
  const [masked] = maskedTexts(review);
  return { text: masked?.text ?? '', replaced: masked?.replacements.length ?? 0 };
};
