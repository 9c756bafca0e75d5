import { applyReplacements, type Replacement, toMasked, toRaw } from './apply.ts';
import { findIn } from './find.ts';
import { guardAll } from './guard.ts';
import { labelOf } from './ledger.ts';
import {
  emptyLedger,
  type Find,
  type FindKind,
  type Ledger,
  type MaskingContext,
  type Range,
} from './types.ts';

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

const UNDO_DEPTH = 200;
const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;
export const questionKey = (find: Pick<Find, 'kind' | 'text'>): string =>
  `${find.kind}|${find.text.normalize('NFC')}`;

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

const textOf = (state: ReviewState, id: string): string =>
  state.texts.find((text) => text.id === id)?.text ?? '';

const statusOf = (state: ReviewState, find: Find): SpanStatus => {
  const verdict = state.said.strings[questionKey(find)];
  if (verdict !== undefined) return verdict === 'mask' ? 'masked' : 'kept';
  return find.certain ? 'masked' : 'open';
};

const markSpan = (mark: Mark, full: string): Span => ({
  start: mark.start,
  end: mark.end,
  in: mark.text,
  text: full.slice(mark.start, mark.end),
  kind: mark.kind,
  placeholder: mark.placeholder,
  status: mark.verdict === 'mask' ? 'masked' : 'kept',
  certain: true,
  by: 'hand',
  lean: mark.verdict,
  reason: 'by_hand',
  question: '',
});
const findSpan = (state: ReviewState, id: string, find: Find): Span => ({
  start: find.start,
  end: find.end,
  in: id,
  text: find.text,
  kind: find.kind,
  placeholder: find.placeholder,
  status: statusOf(state, find),
  certain: find.certain,
  by: 'finder',
  lean: find.lean,
  reason: find.reason,
  question: questionKey(find),
});

/** Spans as decided, before the guard has its say. A mark outranks the finds it touches. */
const decidedSpans = (state: ReviewState, id: string): readonly Span[] => {
  const full = textOf(state, id);
  const marks = state.said.marks.filter((mark) => mark.text === id);
  const finds = (state.finds[id] ?? []).filter((find) => !marks.some((mark) => overlaps(mark, find)));
  return [
    ...marks.map((mark) => markSpan(mark, full)),
    ...finds.map((find) => findSpan(state, id, find)),
  ].sort((a, b) => a.start - b.start);
};

const replacementsOf = (spans: readonly Span[]): readonly Replacement[] =>
  spans.filter((span) => span.status === 'masked');

const GUARD_KIND = { personnummer: 'personal_id', email: 'email', phone: 'phone', url: 'url' } as const;

/** Spans of a state, which never changes: a screen asks for them several times over. */
const painted = new WeakMap<ReviewState, Map<string, readonly Span[]>>();

/** What the screen paints over one text, in order and apart. */
export const spansOf = (state: ReviewState, id: string): readonly Span[] => {
  const spans = painted.get(state) ?? new Map<string, readonly Span[]>();
  painted.set(state, spans);
  const known = spans.get(id) ?? paint(state, id);
  spans.set(id, known);
  return known;
};

const paint = (state: ReviewState, id: string): readonly Span[] => {
  const spans = decidedSpans(state, id);
  const full = textOf(state, id);
  const replacements = replacementsOf(spans);
  const refusals = guardAll(applyReplacements(full, replacements)).map((find) => ({
    ...toRaw(find, replacements),
    kind: GUARD_KIND[find.kind],
  }));
  if (refusals.length === 0) return spans;
  const refused = refusals.map(
    (range): Span => ({
      start: range.start,
      end: range.end,
      in: id,
      text: full.slice(range.start, range.end),
      kind: range.kind,
      placeholder: `[${labelOf(range.kind)}]`,
      status: 'refused',
      certain: true,
      by: 'guard',
      lean: 'mask',
      reason: 'form',
      question: '',
    }),
  );
  return [...spans.filter((span) => !refused.some((other) => overlaps(span, other))), ...refused].sort(
    (a, b) => a.start - b.start,
  );
};

export const allSpans = (state: ReviewState): readonly Span[] =>
  state.texts.flatMap((text) => spansOf(state, text.id));

/** What is still to be asked, in the order of the texts; answered questions are left out. */
export const questionsOf = (state: ReviewState): readonly Question[] => {
  const questions = new Map<string, Question>();
  for (const span of allSpans(state)) {
    if (span.status !== 'open') continue;
    const known = questions.get(span.question);
    questions.set(
      span.question,
      known === undefined
        ? {
            key: span.question,
            text: span.text,
            kind: span.kind,
            placeholder: span.placeholder,
            lean: span.lean,
            reason: span.reason,
            places: [span],
          }
        : { ...known, places: [...known.places, span] },
    );
  }
  return [...questions.values()];
};

export interface Progress {
  /** Stretches replaced as things stand, by kind. */
  readonly masked: Readonly<Partial<Record<FindKind, number>>>;
  readonly open: number;
  readonly refused: number;
  readonly accepted: boolean;
}
export const progressOf = (state: ReviewState): Progress => {
  const masked: Partial<Record<FindKind, number>> = {};
  let refused = 0;
  for (const span of allSpans(state)) {
    if (span.status === 'masked') masked[span.kind] = (masked[span.kind] ?? 0) + 1;
    if (span.status === 'refused') refused += 1;
  }
  return { masked, open: questionsOf(state).length, refused, accepted: state.said.accepted };
};

/** Every find is decided and the guard would let all of it pass. */
export const isComplete = (state: ReviewState): boolean =>
  state.said.accepted && allSpans(state).every((span) => span.status === 'masked' || span.status === 'kept');

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

export interface MaskedText {
  readonly id: string;
  readonly text: string;
  /** What was replaced, in raw offsets, for mapping quote marks with `toMasked`. */
  readonly replacements: readonly Replacement[];
}

/** The texts as they would leave. Open questions are masked here, so that a preview never shows more than needed. */
export const maskedTexts = (state: ReviewState): readonly MaskedText[] =>
  state.texts.map(({ id, text }) => {
    const replacements = spansOf(state, id)
      .filter(
        (span) =>
          span.status === 'masked' ||
          span.status === 'refused' ||
          (span.status === 'open' && span.kind !== 'security_detail'),
      )
      .map(({ start, end, placeholder }) => ({ start, end, placeholder }));
    return { id, text: applyReplacements(text, replacements), replacements };
  });

/** Maps quote marks (or any ranges with more to them) of a raw text to its masked one. */
export const mapRanges = <T extends Range>(ranges: readonly T[], masked: MaskedText): readonly T[] =>
  ranges.map((range) => ({ ...range, ...toMasked(range, masked.replacements) }));
