import type { Span } from '../../masking/index.ts';
import type { Range } from '../../masking/types.ts';
import css from './masking.module.css';

interface Piece extends Range {
  readonly span: Span | null;
}

/** The text cut at its spans: what is between them is plain. */
const piecesOf = (text: string, spans: readonly Span[]): readonly Piece[] => {
  const pieces: Piece[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.start > at) pieces.push({ start: at, end: span.start, span: null });
    pieces.push({ start: span.start, end: span.end, span });
    at = span.end;
  }
  if (at < text.length) pieces.push({ start: at, end: text.length, span: null });
  return pieces;
};

/** One text with its spans to press, and the stretch being chosen. `data-start` tells where in the raw text a piece stands. */
export const MaskedText = ({
  id,
  text,
  spans,
  lit,
  stretch,
  originals,
  onSpan,
}: {
  readonly id: string;
  readonly text: string;
  readonly spans: readonly Span[];
  /** Starts of the spans that the card is about. */
  readonly lit: ReadonlySet<number>;
  readonly stretch: Range | null;
  readonly originals: boolean;
  readonly onSpan: (span: Span) => void;
}) => (
  <p className={css.text} data-text={id}>
    {piecesOf(text, spans).map((piece) =>
      piece.span ? (
        <SpanButton
          key={piece.start}
          span={piece.span}
          lit={lit.has(piece.start)}
          inStretch={stretch !== null && stretch.start < piece.end && piece.start < stretch.end}
          originals={originals}
          onPress={onSpan}
        />
      ) : (
        <Plain key={piece.start} text={text} piece={piece} stretch={stretch} />
      ),
    )}
  </p>
);

const SpanButton = ({
  span,
  lit,
  inStretch,
  originals,
  onPress,
}: {
  readonly span: Span;
  readonly lit: boolean;
  readonly inStretch: boolean;
  readonly originals: boolean;
  readonly onPress: (span: Span) => void;
}) => (
  // biome-ignore lint/a11y/useSemanticElements: a button is a box of its own and would break lines where the text does not
  <span
    role="button"
    tabIndex={0}
    className={css.span}
    data-status={span.status}
    data-lit={lit || undefined}
    data-stretch={inStretch || undefined}
    data-start={span.start}
    data-end={span.end}
    onClick={() => onPress(span)}
    onKeyDown={(event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onPress(span);
    }}
  >
    {span.status === 'masked' ? (
      <>
        <span className={css.placeholder}>{span.placeholder}</span>
        {originals ? <s>{span.text}</s> : null}
      </>
    ) : (
      span.text
    )}
  </span>
);

/** Plain text, with the part of it that is being chosen. */
const Plain = ({
  text,
  piece,
  stretch,
}: {
  readonly text: string;
  readonly piece: Range;
  readonly stretch: Range | null;
}) => {
  const from = Math.min(Math.max(stretch?.start ?? piece.end, piece.start), piece.end);
  const to = Math.min(Math.max(stretch?.end ?? piece.end, from), piece.end);
  const parts = [
    { start: piece.start, end: from, chosen: false },
    { start: from, end: to, chosen: true },
    { start: to, end: piece.end, chosen: false },
  ].filter((part) => part.start < part.end);
  return parts.map((part) => (
    <span key={part.start} data-start={part.start} data-plain="" data-stretch={part.chosen || undefined}>
      {text.slice(part.start, part.end)}
    </span>
  ));
};
