import {
  allSpans,
  isComplete,
  type Question,
  questionsOf,
  type ReviewState,
  type Span,
} from '../../masking/index.ts';
import type { Range } from '../../masking/types.ts';

/** A stretch chosen by hand: to be marked, or a span that is made longer. */
export interface Stretch extends Range {
  readonly in: string;
  readonly extends: Span | null;
}

/** What the person is at, beside what the review asks for by itself. */
export type Focus =
  | { readonly kind: 'none' }
  | { readonly kind: 'span'; readonly in: string; readonly start: number }
  | { readonly kind: 'stretch'; readonly stretch: Stretch }
  /** The stretch is chosen; what is it? */
  | { readonly kind: 'kind'; readonly stretch: Stretch };

export type Step =
  | { readonly kind: 'chosen'; readonly span: Span }
  | { readonly kind: 'stretch'; readonly stretch: Stretch }
  | { readonly kind: 'kind'; readonly stretch: Stretch }
  | { readonly kind: 'refused'; readonly span: Span }
  | { readonly kind: 'accept'; readonly count: number }
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'done' };

/** A verdict on a string holds wherever it stands, also where the program was certain: all of that is shown. */
const asked = (spans: readonly Span[], question: Question): Step => ({
  kind: 'question',
  question: { ...question, places: spans.filter((span) => span.question === question.key) },
});

/** One card at a time: what the person took up, else what must not leave, the certain ones, the open questions. */
export const stepOf = (state: ReviewState, focus: Focus): Step => {
  if (focus.kind === 'stretch' || focus.kind === 'kind') return focus;
  const spans = allSpans(state);
  if (focus.kind === 'span') {
    const span = spans.find((other) => other.in === focus.in && other.start === focus.start);
    const question =
      span?.status === 'open' ? questionsOf(state).find((q) => q.key === span.question) : undefined;
    if (question) return asked(spans, question);
    if (span?.status === 'refused') return { kind: 'refused', span };
    if (span) return { kind: 'chosen', span };
  }
  const refused = spans.find((span) => span.status === 'refused');
  if (refused) return { kind: 'refused', span: refused };
  if (!state.said.accepted)
    return { kind: 'accept', count: spans.filter((span) => span.status === 'masked').length };
  const [question] = questionsOf(state);
  if (question) return asked(spans, question);
  return isComplete(state) ? { kind: 'done' } : { kind: 'accept', count: 0 };
};

/** Where the card points: these places light up in the texts. */
export const placesOf = (step: Step): readonly { readonly in: string; readonly start: number }[] => {
  switch (step.kind) {
    case 'chosen':
    case 'refused':
      return [step.span];
    case 'question':
      return step.question.places;
    case 'stretch':
    case 'kind':
    case 'accept':
    case 'done':
      return [];
  }
};

/** The span before or after the one in focus, over all texts, around the ends. */
export const nextSpan = (state: ReviewState, focus: Focus, by: 1 | -1): Focus => {
  const spans = allSpans(state);
  if (spans.length === 0) return { kind: 'none' };
  const at =
    focus.kind === 'span'
      ? spans.findIndex((span) => span.in === focus.in && span.start === focus.start)
      : -1;
  const span = spans[(at < 0 ? (by > 0 ? 0 : spans.length - 1) : at + by + spans.length) % spans.length];
  return span ? { kind: 'span', in: span.in, start: span.start } : { kind: 'none' };
};
