import { type Draw, type Mark, textWidth } from './scene.ts';

/** One square of a heat table: the fuller its colour, the larger its share; the figures stand in it. */
export interface HeatCell {
  readonly row: number;
  readonly column: number;
  /** 0 to 1; null where too little is known: no colour, the figures alone. */
  readonly share: number | null;
  readonly text: string;
  readonly small?: string;
}

/** `short` stands where there is no room for the label. */
export interface HeatColumn {
  readonly label: string;
  readonly short?: string;
}

const ROW = 40;
const HEAD = 22;
const WIDEST = 84;
const PALEST = 0.08;

export const heat =
  (rows: readonly string[], columns: readonly HeatColumn[], cells: readonly HeatCell[]): Draw =>
  (width) => {
    const left = Math.max(0, ...rows.map((row) => textWidth(row))) + 10;
    const step = Math.min(WIDEST, (width - left) / Math.max(1, columns.length));
    const middle = (column: number): number => left + (column + 0.5) * step;
    return {
      width,
      height: HEAD + rows.length * ROW,
      marks: [
        ...columns.map(
          ({ label, short }, column): Mark => ({
            kind: 'text',
            x: middle(column),
            y: HEAD - 8,
            text: short !== undefined && textWidth(label) > step - 6 ? short : label,
            tone: 'muted',
            anchor: 'middle',
          }),
        ),
        ...rows.map(
          (text, row): Mark => ({ kind: 'text', x: 0, y: HEAD + row * ROW + 24, text, tone: 'ink' }),
        ),
        ...cells.flatMap(({ row, column, share, text, small }): readonly Mark[] => {
          const y = HEAD + row * ROW;
          const fits = textWidth(text) <= step;
          return [
            {
              kind: 'rect',
              x: left + column * step + 1,
              y: y + 1,
              width: step - 2,
              height: ROW - 2,
              tone: share === null ? 'line' : 'heat',
              opacity: share === null ? 0.35 : PALEST + (1 - PALEST) * share,
            },
            ...(fits
              ? ([
                  {
                    kind: 'text',
                    x: middle(column),
                    y: y + (small ? 18 : 24),
                    text,
                    tone: 'ink',
                    anchor: 'middle',
                  },
                ] as const)
              : []),
            ...(small
              ? ([
                  {
                    kind: 'text',
                    x: middle(column),
                    y: y + 32,
                    text: small,
                    tone: 'ink',
                    anchor: 'middle',
                    size: 10,
                  },
                ] as const)
              : []),
          ];
        }),
      ],
    };
  };
