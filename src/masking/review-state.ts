import type { Find, FindKind, Ledger, MaskingContext, Range } from './types.ts';

/**
 * The masking review after a call, as a value: plain JSON, kept in the sealed draft, every function pure.
 *
 * - `spansOf` gives what the screen paints over a text: masked, kept, open, refused, in order and apart.
 * - `questionsOf` gives what must be asked, once for each distinct string, wherever it stands.
 * - `accept` takes all certain finds at once; until then they count as not yet looked at.
 * - What the guard refuses can never be kept; it is masked, or the text is reworded (`editText`).
 * - Nothing may leave until `isComplete`.
 */
export type Verdict = 'mask' | 'keep';

export interface ReviewText {
  readonly id: string;
  readonly text: string;
}

/** A stretch decided by hand, at one place: marked, extended, or one find judged differently from its like. */
export interface Mark extends Range {
  readonly text: string;
  readonly kind: FindKind;
  readonly verdict: Verdict;
  readonly placeholder: string;
}

/** What a person has said; what `undo` goes back to. */
export interface Said {
  /** Verdicts by string (`questionKey`). */
  readonly strings: Readonly<Record<string, Verdict>>;
  readonly marks: readonly Mark[];
  /** The certain finds were looked at and accepted. */
  readonly accepted: boolean;
}

export interface ReviewState {
  readonly version: 1;
  readonly context: MaskingContext;
  readonly texts: readonly ReviewText[];
  /** The finder's finds by text, computed when a text is read. */
  readonly finds: Readonly<Record<string, readonly Find[]>>;
  readonly ledger: Ledger;
  readonly said: Said;
  readonly past: readonly Said[];
}

export type SpanStatus = 'masked' | 'kept' | 'open' | 'refused';
export interface Span extends Range {
  readonly text: string;
  /** The text it stands in. */
  readonly in: string;
  readonly kind: FindKind;
  readonly placeholder: string;
  readonly status: SpanStatus;
  readonly certain: boolean;
  readonly by: 'finder' | 'hand' | 'guard';
  readonly lean: Verdict;
  readonly reason: Find['reason'];
  /** Names the question it belongs to. */
  readonly question: string;
}

/** One question: the same string, found uncertain, at one or more places. */
export interface Question {
  readonly key: string;
  readonly text: string;
  readonly kind: FindKind;
  readonly placeholder: string;
  readonly lean: Verdict;
  readonly reason: Find['reason'];
  readonly places: readonly Span[];
}

export type ReviewError =
  | { readonly type: 'guard_refuses'; readonly spans: readonly Span[] }
  | { readonly type: 'unknown_place' };

export interface Progress {
  /** Stretches replaced as things stand, by kind. */
  readonly masked: Readonly<Partial<Record<FindKind, number>>>;
  readonly open: number;
  readonly refused: number;
  readonly accepted: boolean;
}
