import { whisker } from './bars.ts';
import { type Draw, fitText, type Mark, TEXT, textWidth, ticksTo } from './scene.ts';

/** One line of a dot plot; several estimates stand under one another (weighted and not, one year and the next). */
export interface DotRow {
  readonly label: string;
  readonly dots: readonly {
    readonly value: number;
    readonly low?: number;
    readonly high?: number;
    /** Hollow ones are told apart without colour. */
    readonly hollow?: boolean;
    readonly text: string;
  }[];
}

const STEP = 18;
const GAP = 14;
const FOOT = 26;
const NARROW = 460;

/** Estimates with their intervals on one scale from 0 to `max`, with lines at round values. */
export const dots =
  (
    rows: readonly DotRow[],
    options: { readonly max: number; readonly format: (value: number) => string },
  ): Draw =>
  (width) => {
    const narrow = width < NARROW;
    const longest = Math.max(0, ...rows.map(({ label }) => textWidth(label)));
    const left = narrow ? 8 : Math.min(longest + 16, width * 0.4);
    const right = Math.max(24, ...rows.flatMap((row) => row.dots.map(({ text }) => textWidth(text) + 10)));
    const ticks = ticksTo(options.max, narrow ? 3 : 5).filter((tick) => tick <= options.max * 1.0001);
    const x = (value: number): number =>
      left + (Math.max(0, width - left - right) * Math.min(Math.max(value, 0), options.max)) / options.max;
    const marks: Mark[] = [];
    let y = 4;
    for (const row of rows) {
      const top = y;
      if (narrow) {
        marks.push({ kind: 'text', x: 0, y: y + TEXT, text: row.label, tone: 'ink' });
        y += STEP;
      }
      for (const { value, low, high, hollow, text } of row.dots) {
        const middle = y + STEP / 2;
        if (low !== undefined && high !== undefined) marks.push(...whisker(x(low), x(high), middle));
        marks.push({
          kind: 'dot',
          x: x(value),
          y: middle,
          r: 5,
          tone: 'accent',
          ...(hollow ? { hollow } : {}),
        });
        marks.push({
          kind: 'text',
          x: width,
          y: middle + TEXT * 0.36,
          text,
          tone: 'muted',
          anchor: 'end',
        });
        y += STEP;
      }
      if (!narrow)
        marks.push({
          kind: 'text',
          x: 0,
          y: (top + y) / 2 + TEXT * 0.36,
          text: fitText(row.label, left - 12),
          tone: 'ink',
        });
      y += GAP;
    }
    const foot = Math.max(0, y - GAP);
    const grid = ticks.flatMap((tick): readonly Mark[] => [
      {
        kind: 'line',
        points: [
          [x(tick), 0],
          [x(tick), foot + GAP / 2],
        ],
        tone: 'line',
      },
      {
        kind: 'text',
        x: x(tick),
        y: foot + 22,
        text: options.format(tick),
        tone: 'muted',
        anchor: 'middle',
        size: 11,
      },
    ]);
    return { width, height: foot + FOOT, marks: [...grid, ...marks] };
  };
