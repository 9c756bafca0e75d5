import { type Draw, fitText, type Mark, TEXT, type Tone, textWidth } from './scene.ts';

/** One line of a bar chart. Several parts are laid end to end. */
export interface Bar {
  readonly label: string;
  readonly parts: readonly { readonly value: number; readonly tone: Tone }[];
  /** Stands at the bar's end. */
  readonly text: string;
  /** Of the whole bar, on the same scale. */
  readonly interval?: { readonly low: number; readonly high: number };
}

const ROW = 30;
const THICK = 16;
/** Under this width a label stands above its bar. */
const NARROW = 460;

/** Horizontal bars on one scale from 0 to `max` (the longest bar where it is left out). */
export const bars =
  (list: readonly Bar[], options: { readonly max?: number } = {}): Draw =>
  (width) => {
    const narrow = width < NARROW;
    const longest = Math.max(0, ...list.map(({ label }) => textWidth(label)));
    const left = narrow ? 0 : Math.min(longest + 12, width * 0.38);
    const right = Math.max(0, ...list.map(({ text }) => textWidth(text))) + 10;
    const row = narrow ? ROW + 18 : ROW;
    const total = (bar: Bar): number => bar.parts.reduce((sum, { value }) => sum + value, 0);
    const max = options.max ?? Math.max(1e-9, ...list.map((bar) => bar.interval?.high ?? total(bar)));
    const scale = (value: number): number => (Math.max(0, width - left - right) * Math.min(value, max)) / max;
    const marks = list.flatMap((bar, index): readonly Mark[] => {
      const top = index * row + (narrow ? 20 : (ROW - THICK) / 2);
      const middle = top + THICK / 2;
      const base = middle + TEXT * 0.36;
      const reach = bar.interval ? Math.max(total(bar), bar.interval.high) : total(bar);
      let from = 0;
      return [
        narrow
          ? { kind: 'text', x: 0, y: top - 6, text: bar.label, tone: 'ink' }
          : { kind: 'text', x: 0, y: base, text: fitText(bar.label, left - 8), tone: 'ink' },
        ...bar.parts.map(({ value, tone }): Mark => {
          const x = left + scale(from);
          from += value;
          return { kind: 'rect', x, y: top, width: left + scale(from) - x, height: THICK, tone };
        }),
        ...(bar.interval
          ? whisker(left + scale(bar.interval.low), left + scale(bar.interval.high), middle)
          : []),
        { kind: 'text', x: left + scale(reach) + 6, y: base, text: bar.text, tone: 'muted' },
      ];
    });
    return { width, height: list.length * row + 2, marks };
  };

export const whisker = (low: number, high: number, y: number): readonly Mark[] => [
  {
    kind: 'line',
    points: [
      [low, y],
      [high, y],
    ],
    tone: 'ink',
    weight: 1.5,
  },
  {
    kind: 'line',
    points: [
      [low, y - 4],
      [low, y + 4],
    ],
    tone: 'ink',
    weight: 1.5,
  },
  {
    kind: 'line',
    points: [
      [high, y - 4],
      [high, y + 4],
    ],
    tone: 'ink',
    weight: 1.5,
  },
];
