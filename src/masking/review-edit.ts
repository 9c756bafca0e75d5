import { findIn } from './find.ts';
import { questionKey, textOf } from './review-spans.ts';
import type { ReviewState, Said } from './review-state.ts';

/** The one stretch in which two texts differ. */
const difference = (
  before: string,
  after: string,
): { readonly from: number; readonly to: number; readonly shift: number } => {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { from: head, to: before.length - tail, shift: after.length - before.length };
};

/**
 * A text was reworded during the review: it is read again; verdicts on strings hold, marks outside the change
 * move with it, marks the change touched are gone. New certain finds must be accepted anew.
 */
export const editText = (state: ReviewState, id: string, text: string): ReviewState => {
  const before = textOf(state, id);
  if (before === text || !state.texts.some((other) => other.id === id)) return state;
  const change = difference(before, text);
  const move = (said: Said): Said => ({
    ...said,
    marks: said.marks.flatMap((mark) => {
      if (mark.text !== id || mark.end <= change.from) return [mark];
      if (mark.start >= change.to)
        return [{ ...mark, start: mark.start + change.shift, end: mark.end + change.shift }];
      return [];
    }),
  });
  const found = findIn(text, state.context, state.ledger);
  const known = new Set((state.finds[id] ?? []).filter((find) => find.certain).map(questionKey));
  const news = found.finds.some((find) => find.certain && !known.has(questionKey(find)));
  const said = move(state.said);
  return {
    ...state,
    texts: state.texts.map((other) => (other.id === id ? { id, text } : other)),
    finds: { ...state.finds, [id]: found.finds },
    ledger: found.ledger,
    said: { ...said, accepted: said.accepted && !news },
    past: state.past.map(move),
  };
};
