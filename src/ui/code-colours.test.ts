import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/**
 * The palette of codes as it stands in tokens.css: readable on both grounds, and apart for everybody. Distance is
 * Euclidean in OKLab (Ottosson 2020), where 0.02 is about what an eye tells apart; colour blindness is simulated with
 * the matrices of Machado, Oliveira & Fernandes 2009 at full severity.
 */
type Colour = readonly [number, number, number];
const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split(':root[data-theme="dark"]');
const token = (theme: string, name: string): string => {
  const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(theme)?.[1];
  if (!found) throw new Error(`tokens.css has no --${name}`);
  return found;
};
const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const rgb = (hex: string): Colour => [
  linear(Number.parseInt(hex.slice(1, 3), 16) / 255),
  linear(Number.parseInt(hex.slice(3, 5), 16) / 255),
  linear(Number.parseInt(hex.slice(5, 7), 16) / 255),
];
const times = (rows: readonly Colour[], [r, g, b]: Colour): Colour => {
  const [x = 0, y = 0, z = 0] = rows.map(([a, c, d]) => a * r + c * g + d * b);
  return [x, y, z];
};
const clipped = ([r, g, b]: Colour): Colour => [
  Math.min(1, Math.max(0, r)),
  Math.min(1, Math.max(0, g)),
  Math.min(1, Math.max(0, b)),
];
const lab = (colour: Colour): Colour => {
  const [l, m, s] = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)],
  );
};
const EYES: Readonly<Record<string, readonly Colour[]>> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
const apart = (a: Colour, b: Colour): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
const luminance = ([r, g, b]: Colour): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const contrast = (a: Colour, b: Colour): number => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

test.each([
  ['light', light],
  ['dark', dark],
])('codes in %s are 0.09 apart for every eye, and 3:1 against the grounds they lie on', (_, theme) => {
  const colours = Array.from({ length: 8 }, (__, n) => rgb(token(theme, `c${n + 1}`)));
  for (const matrix of Object.values(EYES)) {
    const seen = colours.map((colour) => lab(clipped(times(matrix, colour))));
    seen.forEach((a, n) => {
      for (const b of seen.slice(0, n)) expect(apart(a, b)).toBeGreaterThan(0.09);
    });
  }
  for (const ground of ['paper', 'raised', 'mark'])
    for (const colour of colours) expect(contrast(colour, rgb(token(theme, ground)))).toBeGreaterThan(3);
});
