import { type Draw, type Mark, type Tone, textWidth, ticksTo } from './scene.ts';

/** Upright bars side by side, their parts inside one another from the foot: what a day held, and what came of it. */
export interface Column {
  readonly label: string;
  readonly parts: readonly { readonly value: number; readonly tone: Tone }[];
}

const HEIGHT = 200;
const FOOT = 22;
const HEAD = 8;
const WIDEST = 34;

/** Parts overlap, the largest first: each is counted from the foot. */
export const columns =
  (list: readonly Column[], options: { readonly format: (value: number) => string }): Draw =>
  (width) => {
    const steps = ticksTo(Math.max(1, ...list.flatMap(({ parts }) => parts.map(({ value }) => value))), 4);
    const top = steps.at(-1) ?? 1;
    const left = Math.max(...steps.map((step) => textWidth(options.format(step), 11))) + 8;
    const step = (width - left) / Math.max(1, list.length);
    const thick = Math.max(1, Math.min(step - Math.min(4, step / 4), WIDEST));
    const y = (value: number): number => HEIGHT - FOOT - ((HEIGHT - FOOT - HEAD) * value) / top;
    const every = Math.ceil(Math.max(1, ...list.map(({ label }) => textWidth(label, 11) + 8)) / step);
    return {
      width,
      height: HEIGHT,
      marks: [
        ...steps.flatMap((one): readonly Mark[] => [
          {
            kind: 'line',
            points: [
              [left, y(one)],
              [width, y(one)],
            ],
            tone: 'line',
          },
          {
            kind: 'text',
            x: left - 6,
            y: y(one) + 4,
            text: options.format(one),
            tone: 'muted',
            anchor: 'end',
            size: 11,
          },
        ]),
        ...list.flatMap(({ label, parts }, index): readonly Mark[] => {
          const x = left + index * step;
          return [
            ...parts.map(
              ({ value, tone }): Mark => ({
                kind: 'rect',
                x,
                y: y(value),
                width: thick,
                height: HEIGHT - FOOT - y(value),
                tone,
              }),
            ),
            ...(index % every === 0
              ? ([{ kind: 'text', x, y: HEIGHT - 6, text: label, tone: 'muted', size: 11 }] as const)
              : []),
          ];
        }),
      ],
    };
  };
