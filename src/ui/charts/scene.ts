/**
 * A chart as plain shapes: made by pure functions from data and a width, painted by React on screen (colours of the
 * theme) and written as a file (colours of paper). Lengths are CSS pixels.
 */
export type Tone = 'accent' | 'soft' | 'strong' | 'line' | 'heat' | 'warn' | 'ink' | 'muted';

export type Mark =
  | {
      readonly kind: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly tone: Tone;
      /** Shares of heat; 1 where left out. */
      readonly opacity?: number;
    }
  | {
      readonly kind: 'line';
      readonly points: readonly (readonly [number, number])[];
      readonly tone: Tone;
      readonly weight?: number;
      readonly dashed?: boolean;
    }
  | {
      readonly kind: 'dot';
      readonly x: number;
      readonly y: number;
      readonly r: number;
      readonly tone: Tone;
      readonly hollow?: boolean;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Of the base line. */
      readonly y: number;
      readonly text: string;
      readonly tone: Tone;
      readonly anchor?: 'start' | 'middle' | 'end';
      readonly size?: number;
      readonly bold?: boolean;
    };

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}
export type Draw = (width: number) => Scene;

export const TEXT = 12;
/** A guess good enough to keep labels apart; what is measured would need a page. */
export const textWidth = (text: string, size = TEXT): number => text.length * size * 0.56;

/** Shortens what would run into its neighbour; the table has it in full. */
export const fitText = (text: string, width: number, size = TEXT): string => {
  const most = Math.floor(width / (size * 0.56));
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
};

/** Round steps from 0 to at least `max`, about `count` of them: the nearest of 1, 2, 5 and 10 times a power of ten. */
export const ticksTo = (max: number, count: number): readonly number[] => {
  if (max <= 0) return [0, 1];
  const rough = max / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  // Half way between two factors on a scale of ratios.
  const over = (rough / power) ** 2;
  const step = power * (over < 2 ? 1 : over < 10 ? 2 : over < 50 ? 5 : 10);
  const steps = Math.ceil(max / step - 1e-9);
  // Multiplied, not added up: sums of tenths drift.
  return Array.from({ length: steps + 1 }, (_, index) => Number((index * step).toPrecision(12)));
};

/** Moves labels that would overlap apart, in their order, and back up where they would fall below `bottom`. */
export const spread = (places: readonly number[], gap: number, bottom: number): readonly number[] => {
  const order = places.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  let last = Number.NEGATIVE_INFINITY;
  for (const one of order) {
    one.y = Math.max(one.y, last + gap);
    last = one.y;
  }
  let next = bottom + gap;
  for (const one of order.toReversed()) {
    one.y = Math.min(one.y, next - gap);
    next = one.y;
  }
  return order.toSorted((a, b) => a.index - b.index).map(({ y }) => y);
};
