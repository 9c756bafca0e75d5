import { type Draw, type Mark, spread, TEXT, type Tone, textWidth, ticksTo } from './scene.ts';

/** A line through time, named at its end so that no legend is needed. */
export interface Series {
  readonly label: string;
  readonly tone: Tone;
  readonly dashed?: boolean;
  readonly points: readonly (readonly [number, number])[];
}

export interface LinesOptions {
  readonly from: number;
  readonly to: number;
  /** Where there is room for them; the first and the last are kept. */
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly format: (value: number) => string;
  /** A value to reach. */
  readonly level?: { readonly value: number; readonly label: string };
}

const HEIGHT = 260;
const FOOT = 24;
const HEAD = 12;
/** Bold letters are wider. */
const BOLD = 1.12;

export const lines =
  (series: readonly Series[], { from, to, ticks, format, level }: LinesOptions): Draw =>
  (width) => {
    const highest = Math.max(
      1,
      level?.value ?? 0,
      ...series.flatMap(({ points }) => points.map(([, y]) => y)),
    );
    const steps = ticksTo(highest, 4);
    const top = steps.at(-1) ?? highest;
    const left = Math.max(...steps.map((step) => textWidth(format(step), 11))) + 8;
    const names = series.filter(({ points }) => points.length > 0);
    const right = Math.min(
      width * 0.3,
      Math.max(8, ...names.map(({ label }) => textWidth(label) * BOLD + 10)),
    );
    const x = (at: number): number =>
      left + ((width - left - right) * (at - from)) / Math.max(1e-9, to - from);
    const y = (value: number): number => HEIGHT - FOOT - ((HEIGHT - FOOT - HEAD) * value) / top;
    const ends = spread(
      names.map(({ points }) => y(points.at(-1)?.[1] ?? 0)),
      TEXT + 3,
      HEIGHT - FOOT,
    );
    return {
      width,
      height: HEIGHT,
      marks: [
        ...steps.flatMap((step): readonly Mark[] => [
          {
            kind: 'line',
            points: [
              [left, y(step)],
              [width - right, y(step)],
            ],
            tone: 'line',
          },
          {
            kind: 'text',
            x: left - 6,
            y: y(step) + 4,
            text: format(step),
            tone: 'muted',
            anchor: 'end',
            size: 11,
          },
        ]),
        ...apart(ticks, x, width - right).map(
          ({ at, label, anchor }): Mark => ({
            kind: 'text',
            x: x(at),
            y: HEIGHT - 6,
            text: label,
            tone: 'muted',
            anchor,
            size: 11,
          }),
        ),
        ...(level
          ? ([
              {
                kind: 'line',
                points: [
                  [left, y(level.value)],
                  [width - right, y(level.value)],
                ],
                tone: 'strong',
                dashed: true,
              },
              {
                kind: 'text',
                x: left + 4,
                y: y(level.value) - 5,
                text: level.label,
                tone: 'muted',
                size: 11,
              },
            ] as const)
          : []),
        ...series.map(
          ({ points, tone, dashed }): Mark => ({
            kind: 'line',
            points: points.map(([at, value]) => [x(at), y(value)]),
            tone,
            weight: 2,
            ...(dashed ? { dashed } : {}),
          }),
        ),
        ...names.map(({ label, points, tone }, index): Mark => {
          const end = x(points.at(-1)?.[0] ?? to);
          // A line that ends before the others has its name above its end, so that theirs do not run through it.
          const early = end < width - right - 2;
          return {
            kind: 'text',
            x: early ? end : end + 6,
            y: early ? Math.max(TEXT, y(points.at(-1)?.[1] ?? 0) - 8) : (ends[index] ?? 0) + TEXT * 0.36,
            text: label,
            tone: tone === 'accent' ? 'accent' : 'muted',
            bold: tone === 'accent',
            ...(early ? { anchor: 'end' } : {}),
          };
        }),
      ],
    };
  };

/** Leaves out labels that would touch; the first keeps its left edge on the axis. */
const apart = (
  ticks: LinesOptions['ticks'],
  x: (at: number) => number,
  end: number,
): readonly {
  readonly at: number;
  readonly label: string;
  readonly anchor: 'start' | 'middle' | 'end';
}[] => {
  let free = Number.NEGATIVE_INFINITY;
  return ticks.flatMap(({ at, label }, index) => {
    const half = textWidth(label, 11) / 2;
    const anchor = index === 0 ? 'start' : x(at) + half > end + 4 ? 'end' : 'middle';
    const begin = x(at) - (anchor === 'start' ? 0 : anchor === 'end' ? 2 * half : half);
    if (begin < free) return [];
    free = begin + 2 * half + 10;
    return [{ at, label, anchor }];
  });
};
