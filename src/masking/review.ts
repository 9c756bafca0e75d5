import { findIn } from './find.ts';
import { labelOf } from './ledger.ts';
import { allSpans, decidedSpans, overlaps, textOf } from './review-spans.ts';
import type { Mark, ReviewError, ReviewState, ReviewText, Said, Span, Verdict } from './review-state.ts';
import {
  emptyLedger,
  type Find,
  type FindKind,
  type Ledger,
  type MaskingContext,
  type Range,
} from './types.ts';

/** How many decisions can be taken back. */
const UNDO_DEPTH = 200;
const read = (
  texts: readonly ReviewText[],
  context: MaskingContext,
  ledger: Ledger,
): { readonly finds: Record<string, readonly Find[]>; readonly ledger: Ledger } => {
  const finds: Record<string, readonly Find[]> = {};
  let current = ledger;
  for (const { id, text } of texts) {
    const found = findIn(text, context, current);
    finds[id] = found.finds;
    current = found.ledger;
  }
  return { finds, ledger: current };
};

export const startReview = (texts: readonly ReviewText[], context: MaskingContext): ReviewState => ({
  version: 1,
  context,
  texts,
  ...read(texts, context, emptyLedger),
  said: { strings: {}, marks: [], accepted: false },
  past: [],
});
const say = (state: ReviewState, said: Said): ReviewState => ({
  ...state,
  said,
  past: [...state.past, state.said].slice(-UNDO_DEPTH),
});
/** Takes all certain finds as they stand, with one key. */
export const accept = (state: ReviewState): ReviewState =>
  state.said.accepted ? state : say(state, { ...state.said, accepted: true });

type Outcome =
  | { readonly ok: true; readonly value: ReviewState }
  | { readonly ok: false; readonly error: ReviewError };

/** Refuses a step after which the guard would find more than before it. */
const guarded = (before: ReviewState, after: ReviewState): Outcome => {
  const had = new Set(
    allSpans(before)
      .filter((span) => span.status === 'refused')
      .map((span) => `${span.in} ${span.start}`),
  );
  const spans = allSpans(after).filter(
    (span) => span.status === 'refused' && !had.has(`${span.in} ${span.start}`),
  );
  return spans.length === 0
    ? { ok: true, value: after }
    : { ok: false, error: { type: 'guard_refuses', spans } };
};

/** Answers a question, or changes the verdict on a string, for all its places at once. */
export const decide = (state: ReviewState, question: string, verdict: Verdict): Outcome =>
  guarded(state, say(state, { ...state.said, strings: { ...state.said.strings, [question]: verdict } }));

const withMark = (state: ReviewState, mark: Mark): ReviewState =>
  say(state, {
    ...state.said,
    marks: [...state.said.marks.filter((other) => other.text !== mark.text || !overlaps(other, mark)), mark],
  });

/** A placeholder for something marked by hand: the one it has under this kind already, else the next free number. */
const handPlaceholder = (
  state: ReviewState,
  kind: FindKind,
  text: string,
): { readonly placeholder: string; readonly ledger: Ledger } => {
  const whole = findIn(text, state.context, state.ledger).finds.find(
    (find) => find.kind === kind && find.text === text,
  );
  if (whole !== undefined)
    return {
      placeholder: whole.placeholder,
      ledger: { given: { ...state.ledger.given, [whole.key]: whole.placeholder } },
    };
  const key = kind === 'person' ? `person:${text.toLowerCase()}|` : `${kind}:${text.toLowerCase()}`;
  const label = labelOf(kind);
  const numbered = ['person', 'municipality', 'company', 'supplier', 'product'].includes(kind);
  const met = state.ledger.given[key];
  if (met !== undefined) return { placeholder: met, ledger: state.ledger };
  if (!numbered) return { placeholder: `[${label}]`, ledger: state.ledger };
  const used = new Set(Object.values(state.ledger.given));
  let n = kind === 'municipality' ? 2 : 1;
  while (used.has(`[${label} ${n}]`)) n += 1;
  return {
    placeholder: `[${label} ${n}]`,
    ledger: { given: { ...state.ledger.given, [key]: `[${label} ${n}]` } },
  };
};

/** Masks any stretch by hand. It grows over whatever masked find or surrogate pair it cuts, so that nothing sticks out. */
export const markByHand = (state: ReviewState, id: string, range: Range, kind: FindKind): Outcome => {
  const full = textOf(state, id);
  if (range.start < 0 || range.end > full.length || range.start >= range.end)
    return { ok: false, error: { type: 'unknown_place' } };
  let { start, end } = range;
  if (/[\uDC00-\uDFFF]/u.test(full.charAt(start)) && start > 0) start -= 1;
  if (/[\uD800-\uDBFF]/u.test(full.charAt(end - 1)) && end < full.length) end += 1;
  for (const span of decidedSpans(state, id))
    if (span.status === 'masked' && overlaps(span, { start, end })) {
      start = Math.min(start, span.start);
      end = Math.max(end, span.end);
    }
  const named = handPlaceholder(state, kind, full.slice(start, end));
  return {
    ok: true,
    value: withMark(
      { ...state, ledger: named.ledger },
      { start, end, text: id, kind, verdict: 'mask', placeholder: named.placeholder },
    ),
  };
};

/** Stretches one find over more of its surroundings; it keeps its placeholder. */
export const extend = (state: ReviewState, span: Span, range: Range): Outcome => {
  const full = textOf(state, span.in);
  const start = Math.min(span.start, range.start);
  const end = Math.max(span.end, range.end);
  if (start < 0 || end > full.length) return { ok: false, error: { type: 'unknown_place' } };
  const touched = decidedSpans(state, span.in).filter(
    (other) => other.status === 'masked' && overlaps(other, { start, end }),
  );
  return {
    ok: true,
    value: withMark(state, {
      start: Math.min(start, ...touched.map((other) => other.start)),
      end: Math.max(end, ...touched.map((other) => other.end)),
      text: span.in,
      kind: span.kind,
      verdict: 'mask',
      placeholder: span.placeholder,
    }),
  };
};

/** Judges one place apart from its like: "this Mark is a person, the others are not". */
export const decideHere = (state: ReviewState, span: Span, verdict: Verdict): Outcome => {
  if (span.by === 'hand' && verdict === 'keep') {
    const marks = state.said.marks.filter(
      (mark) => mark.text !== span.in || mark.start !== span.start || mark.end !== span.end,
    );
    return guarded(state, say(state, { ...state.said, marks }));
  }
  return guarded(
    state,
    withMark(state, {
      start: span.start,
      end: span.end,
      text: span.in,
      kind: span.kind,
      verdict,
      placeholder: span.placeholder,
    }),
  );
};

export const canUndo = (state: ReviewState): boolean => state.past.length > 0;
/** Takes the last decision back, of whatever sort. Edits of a text are undone in the notes, not here. */
export const undo = (state: ReviewState): ReviewState => {
  const said = state.past.at(-1);
  return said === undefined ? state : { ...state, said, past: state.past.slice(0, -1) };
};
