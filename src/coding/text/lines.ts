import type { Range } from '../marks.ts';
import { lanesOf } from './lanes.ts';
import type { Look } from './look.ts';

export interface PaintedSpan extends Range {
  readonly look: Look;
}

/** The box of a piece of text on one line, within the box of the whole text; CSS pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}
export type BoxesOf = (range: Range) => readonly Box[];

/** Lines that look the same, as the `d` of one SVG path. */
export interface Painted {
  readonly look: Look;
  readonly d: string;
}

/** From one line under the text to the next, the first below the letters, and what is left free where a span begins. */
const PITCH = 3.5;
const FIRST = 2;
const GAP = 3;
const round = (value: number): string => String(Math.round(value * 10) / 10);

/**
 * Draws spans as lines under their text, one SVG path a look. The text itself stays untouched, so that painting one
 * span more costs the measuring of one. A span that finds no free line is left out here; the tags below name it.
 */
export const createPainter = (boxesOf: BoxesOf): ((spans: readonly PaintedSpan[]) => readonly Painted[]) => {
  const measured = new Map<string, readonly Box[]>();
  const boxes = (span: Range): readonly Box[] => {
    const key = `${span.start}-${span.end}`;
    const known = measured.get(key) ?? boxesOf(span);
    measured.set(key, known);
    return known;
  };
  return (spans) => {
    const lanes = lanesOf(spans);
    const byLook = new Map<string, { look: Look; d: string }>();
    spans.forEach((span, index) => {
      const lane = lanes[index] ?? -1;
      if (lane === -1) return;
      const key = `${span.look.hue}${span.look.pattern}`;
      const path = byLook.get(key) ?? { look: span.look, d: '' };
      boxes(span).forEach(({ left, right, bottom }, line) => {
        const gap = line === 0 ? GAP : 0;
        const width = Math.max(2, right - left - gap);
        path.d += `M${round(left + gap)} ${round(bottom + FIRST + lane * PITCH)}h${round(width)}`;
      });
      byLook.set(key, path);
    });
    return [...byLook.values()];
  };
};
