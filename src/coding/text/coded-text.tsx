import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { cx } from '../../ui/cx.ts';
import type { Range } from '../marks.ts';
import { offsetIn, selectedIn } from '../selected.ts';
import css from './coded-text.module.css';
import { type Box, createPainter, type Painted, type PaintedSpan } from './lines.ts';

export interface Stroke extends Range {
  readonly className: string;
}

/** Pieces of the text between the edges of what is marked in it; joined they are the text, to the character. */
const piecesOf = (text: string, strokes: readonly Stroke[]): readonly Stroke[] => {
  const at = (offset: number): number => Math.min(Math.max(0, offset), text.length);
  const cuts = [
    ...new Set([0, text.length, ...strokes.flatMap(({ start, end }) => [at(start), at(end)])]),
  ].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => ({
    start,
    end: cuts[index + 1] ?? text.length,
    className: cx(
      ...strokes.filter((one) => one.start <= start && start < one.end).map((one) => one.className),
    ),
  }));
};

/** The place of an offset in the text nodes below an element that holds the text and nothing else. */
const placeIn = (element: HTMLElement, offset: number, isEnd: boolean): readonly [Node, number] => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let passed = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    // At a seam an end belongs to the piece before and a start to the piece after: else an empty box comes along.
    if (offset < passed + length || (isEnd && offset === passed + length)) return [node, offset - passed];
    passed += length;
  }
  return [element, element.childNodes.length];
};

const boxesIn = (element: HTMLElement, { start, end }: Range): readonly Box[] => {
  const range = document.createRange();
  range.setStart(...placeIn(element, start, false));
  range.setEnd(...placeIn(element, end, true));
  const { left, top } = element.getBoundingClientRect();
  const lines: { left: number; right: number; bottom: number }[] = [];
  for (const box of range.getClientRects()) {
    if (box.width === 0) continue;
    const bottom = box.bottom - top;
    const last = lines.at(-1);
    // Pieces of one line of text are one line under it.
    if (last && Math.abs(last.bottom - bottom) < box.height / 2)
      last.right = Math.max(last.right, box.right - left);
    else lines.push({ left: box.left - left, right: box.right - left, bottom });
  }
  return lines;
};

/**
 * A text with lines under its coded passages. The lines are drawn beside the text, not into it: offsets in the element
 * are offsets in the text, and a passage more touches no letter.
 */
export const CodedText = ({
  text,
  spans,
  strokes,
  className,
  onSelect,
  onPoint,
}: {
  readonly text: string;
  /** The oldest first: a new one then moves no other. */
  readonly spans: readonly PaintedSpan[];
  /** What else is marked in the text, with its class. */
  readonly strokes: readonly Stroke[];
  readonly className?: string | undefined;
  /** Selected by mouse or finger. */
  readonly onSelect?: (range: Range) => void;
  /** Pressed without selecting: the offset pressed. */
  readonly onPoint?: (offset: number) => void;
}) => {
  const element = useRef<HTMLParagraphElement>(null);
  const [layout, setLayout] = useState(0);
  const pieces = useMemo(() => piecesOf(text, strokes), [text, strokes]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: in another layout or text everything is measured anew
  const painter = useMemo(
    () => createPainter((range) => (element.current ? boxesIn(element.current, range) : [])),
    [text, layout],
  );
  const [painted, setPainted] = useState<readonly Painted[]>([]);
  useLayoutEffect(() => setPainted(painter(spans)), [painter, spans]);
  useEffect(() => {
    const own = element.current;
    if (!own) return undefined;
    let width = own.clientWidth;
    const observer = new ResizeObserver(() => {
      if (own.clientWidth === width) return;
      width = own.clientWidth;
      setLayout((n) => n + 1);
    });
    observer.observe(own);
    return () => observer.disconnect();
  }, []);
  /** What the mouse selected becomes ours and is drawn by us: it survives a redraw. */
  const take = (x: number, y: number): void => {
    const own = element.current;
    if (!own) return;
    const range = selectedIn(own);
    if (range && onSelect) {
      window.getSelection()?.removeAllRanges();
      onSelect(range);
      return;
    }
    const place = document.caretPositionFromPoint?.(x, y);
    if (place && onPoint && own.contains(place.offsetNode))
      onPoint(offsetIn(own, place.offsetNode, place.offset));
  };
  return (
    <div className={css.around}>
      <p
        ref={element}
        className={cx(css.text, className)}
        onMouseUp={(event) => take(event.clientX, event.clientY)}
        onTouchEnd={() => {
          const range = element.current && selectedIn(element.current);
          if (range) onSelect?.(range);
        }}
      >
        {pieces.map((piece) =>
          piece.className === '' ? (
            text.slice(piece.start, piece.end)
          ) : (
            <span key={piece.start} className={piece.className}>
              {text.slice(piece.start, piece.end)}
            </span>
          ),
        )}
      </p>
      <svg className={css.lines} aria-hidden="true">
        {painted.map(({ look, d }) => (
          <path
            key={`${look.hue}${look.pattern}`}
            className={cx(css[`hue${look.hue}`], css[look.pattern])}
            d={d}
          />
        ))}
      </svg>
    </div>
  );
};
