import { useEffect, useMemo, useState } from 'react';
import {
  accept,
  decide,
  decideHere,
  extend,
  markByHand,
  type ReviewError,
  type ReviewState,
  type Span,
  undo,
} from '../../masking/index.ts';
import type { FindKind } from '../../masking/types.ts';
import type { Json } from '../../study/json.ts';
import type { Result } from '../../study/result.ts';
import { useDraft, useSession } from '../session/session.ts';
import { reviewOf, storedReview } from './review-texts.ts';
import type { Focus, Stretch } from './step.ts';

type Verdict = 'mask' | 'keep';

/** The review of the open draft and what can be done to it; each act is stored like a keystroke. */
export const useReview = () => {
  const { change, handle, instrument } = useSession();
  const stored = useDraft((draft) => draft.review);
  const [ready, setReady] = useState(false);
  const [focus, setFocus] = useState<Focus>({ kind: 'none' });
  /** Kinds that the guard would not let stay, after an attempt to keep them. */
  const [refused, setRefused] = useState<readonly FindKind[]>([]);
  const state = useMemo(() => (ready ? storedReview(stored) : null), [ready, stored]);

  useEffect(() => {
    // A moment later, so that the screen stands before a long interview is read.
    const timer = setTimeout(() => {
      if (handle.mode.get() === 'writing')
        change((draft) => ({ ...draft, review: reviewOf(draft, instrument) as unknown as Json }));
      setReady(true);
    });
    return () => clearTimeout(timer);
  }, [change, handle, instrument]);

  const put = (review: ReviewState): void => {
    setFocus({ kind: 'none' });
    setRefused([]);
    change((draft) => ({ ...draft, review: review as unknown as Json }));
  };
  const attempt = (outcome: Result<ReviewState, ReviewError>): void => {
    if (outcome.ok) put(outcome.value);
    else
      setRefused(outcome.error.type === 'guard_refuses' ? outcome.error.spans.map((span) => span.kind) : []);
  };
  const act = {
    accept: () => state && put(accept(state)),
    undo: () => state && put(undo(state)),
    decide: (question: string, verdict: Verdict) => state && attempt(decide(state, question, verdict)),
    /** Everywhere it stands; what was marked by hand or refused has one place only. */
    judge: (span: Span, verdict: Verdict) =>
      state &&
      attempt(
        span.question === '' ? decideHere(state, span, verdict) : decide(state, span.question, verdict),
      ),
    judgeHere: (span: Span, verdict: Verdict) => state && attempt(decideHere(state, span, verdict)),
    maskRefused: (span: Span) => state && attempt(markByHand(state, span.in, span, span.kind)),
    extend: (stretch: Stretch) =>
      state && stretch.extends && attempt(extend(state, stretch.extends, stretch)),
    mark: (stretch: Stretch, kind: FindKind) =>
      state && attempt(markByHand(state, stretch.in, stretch, kind)),
  };
  return { state, focus, setFocus, refused, act };
};
export type Review = ReturnType<typeof useReview>;
