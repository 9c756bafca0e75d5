export type Interval = readonly [low: number, high: number];

/** A figure with what is needed to print and to trust it. */
export interface Estimate {
  readonly estimate: number | null;
  readonly interval: Interval | null;
  readonly p?: number;
  /** In words, for the table's note. */
  readonly method: string;
  /** Where the method was published. */
  readonly source: string;
  /** Why estimate or interval is null. */
  readonly reason?: string;
}

export const clamped = (low: number, high: number, least = -1, most = 1): Interval => [
  Math.max(least, low),
  Math.min(most, high),
];
