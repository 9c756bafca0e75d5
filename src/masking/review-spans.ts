import { applyReplacements, type Replacement, toMasked, toRaw } from './apply.ts';
import { guardAll } from './guard.ts';
import { labelOf } from './ledger.ts';
import type { Mark, Progress, Question, ReviewState, Span, SpanStatus } from './review-state.ts';
import type { Find, FindKind, Range } from './types.ts';

export const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;
export const questionKey = (find: Pick<Find, 'kind' | 'text'>): string =>
  `${find.kind}|${find.text.normalize('NFC')}`;

export const textOf = (state: ReviewState, id: string): string =>
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
export const decidedSpans = (state: ReviewState, id: string): readonly Span[] => {
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
