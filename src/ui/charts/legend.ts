import { type Draw, type Mark, type Tone, textWidth } from './scene.ts';

export type Legend = readonly { readonly tone: Tone; readonly label: string }[];

const ROW = 20;
const SQUARE = 12;
const GAP = 20;

/** The key inside the picture: on a screen it stands beside the chart, in a file it must go along. */
export const withLegend =
  (draw: Draw, legend: Legend): Draw =>
  (width) => {
    const scene = draw(width);
    if (legend.length === 0) return scene;
    let x = 0;
    let y = scene.height + 8;
    const marks = legend.flatMap(({ tone, label }): readonly Mark[] => {
      const wide = SQUARE + 6 + textWidth(label);
      if (x > 0 && x + wide > width) {
        x = 0;
        y += ROW;
      }
      const at = x;
      x += wide + GAP;
      return [
        { kind: 'rect', x: at, y, width: SQUARE, height: SQUARE, tone },
        { kind: 'text', x: at + SQUARE + 6, y: y + 10, text: label, tone: 'muted' },
      ];
    });
    return { width, height: y + ROW, marks: [...scene.marks, ...marks] };
  };
