/** The door of the room. Load it lazily: it brings the word lists (types and the guard can be had without them). */
export type { Replacement } from './apply.ts';
export { findAll } from './find.ts';
export { type GuardFind, type GuardKind, guardAll } from './guard.ts';
export { type MaskInput, type MaskOutput, maskOne } from './mask-one.ts';
export * from './review.ts';
export { editText } from './review-edit.ts';
export {
  allSpans,
  isComplete,
  type MaskedText,
  mapRanges,
  maskedTexts,
  progressOf,
  questionsOf,
  spansOf,
} from './review-spans.ts';
export type * from './review-state.ts';
export type { Find, FindKind, Ledger, MaskingContext, Range, Reason } from './types.ts';
