/** The door of the room. Load it lazily: it brings the word lists (types and the guard can be had without them). */
export { applyReplacements, isMaskedAlone, type Replacement, toMasked, toRaw } from './apply.ts';
export { findAll, findIn } from './find.ts';
export { type GuardFind, type GuardKind, guard, guardAll } from './guard.ts';
export { type MaskInput, type MaskOutput, maskOne, passesGuard } from './mask-one.ts';
export * from './review.ts';
export { editText } from './review-edit.ts';
export {
  allSpans,
  isComplete,
  type MaskedText,
  mapRanges,
  maskedTexts,
  progressOf,
  questionKey,
  questionsOf,
  spansOf,
} from './review-spans.ts';
export type * from './review-state.ts';
export {
  emptyLedger,
  FIND_KINDS,
  type Find,
  type FindKind,
  type Ledger,
  type MaskingContext,
  type Range,
  type Reason,
} from './types.ts';
