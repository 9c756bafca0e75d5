/**
 * How a code looks: one of eight colours and one of three patterns, so that codes are told apart without colour too.
 * Children of a theme get looks of their own, in the order they stand.
 */
export const HUES = 8;
export const PATTERNS = ['line', 'dash', 'dots'] as const;
export interface Look {
  /** 1 to 8: `--c1` to `--c8`. */
  readonly hue: number;
  readonly pattern: (typeof PATTERNS)[number];
}

/** The look at a place of a list; 24 in a row differ. */
export const lookAt = (place: number): Look => ({
  hue: (place % HUES) + 1,
  pattern: PATTERNS[Math.floor(place / HUES) % PATTERNS.length] ?? 'line',
});
