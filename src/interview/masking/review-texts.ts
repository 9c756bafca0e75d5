import {
  editText,
  mapRanges,
  maskedTexts,
  type ReviewState,
  type ReviewText,
  startReview,
} from '../../masking/index.ts';
import { answerOf, type InterviewDraft } from '../../study/draft.ts';
import { freeNotesOf } from '../../study/draft-areas.ts';
import type { MaskedText } from '../../study/draft-hand-in.ts';
import { questionsOf } from '../../study/draft-rules.ts';
import type { Instrument } from '../../study/instrument.ts';
import type { Json } from '../../study/json.ts';

/** Between the draft and the review: which texts are reviewed, and what they are once masked. */
const textsOf = (draft: InterviewDraft, instrument: Instrument): readonly ReviewText[] =>
  [
    ...questionsOf(instrument).map(({ id }) => ({ id, text: answerOf(draft, id).notes })),
    ...freeNotesOf(draft, instrument),
  ].filter(({ text }) => text.trim() !== '');

/** The draft keeps the review as plain JSON; one of another version is begun anew. */
export const storedReview = (review: Json): ReviewState | null =>
  review !== null && typeof review === 'object' && 'version' in review && review.version === 1
    ? (review as unknown as ReviewState)
    : null;

/** The review of the texts as they stand: decisions hold as far as the texts they were made on. */
export const reviewOf = (draft: InterviewDraft, instrument: Instrument): ReviewState => {
  const texts = textsOf(draft, instrument);
  const context = { municipality: draft.caseName };
  const stored = storedReview(draft.review);
  if (!stored || stored.context.municipality !== draft.caseName) return startReview(texts, context);
  const known = new Map(stored.texts.map((text) => [text.id, text]));
  const unchanged =
    texts.length === stored.texts.length && texts.every((text, at) => stored.texts[at]?.id === text.id);
  // A text that is new begins empty and is then edited, so that it is read like any other change.
  const seated: ReviewState = unchanged
    ? stored
    : {
        ...stored,
        texts: texts.map(({ id }) => known.get(id) ?? { id, text: '' }),
        finds: Object.fromEntries(texts.map(({ id }) => [id, stored.finds[id] ?? []])),
        said: {
          ...stored.said,
          marks: stored.said.marks.filter((mark) => texts.some((t) => t.id === mark.text)),
        },
      };
  return texts.reduce((state, { id, text }) => editText(state, id, text), seated);
};

/** Masked texts with their quote marks moved along, by question. */
export const maskedOf = (draft: InterviewDraft, review: ReviewState): Readonly<Record<string, MaskedText>> =>
  Object.fromEntries(
    maskedTexts(review).map((masked) => [
      masked.id,
      { text: masked.text, quotes: mapRanges(answerOf(draft, masked.id).quotes, masked) },
    ]),
  );
