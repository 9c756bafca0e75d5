import { ok, type Result } from '../../study/result.ts';
import type { Estimate, Interval } from './estimate.ts';
import { logChoose } from './factorials.ts';
import { manyCells } from './fisher-many.ts';
import { type BadInput, checkLevel, checkTable, type Table } from './input.ts';

/** R's allowance: a table counts as no likelier than the observed one in spite of rounding. */
const ALLOWANCE = 1 + 1e-7;

/**
 * Fisher's exact test. Two by two with the conditional odds ratio and its exact interval, as R gives them; larger
 * tables with p alone.
 */
export const fisher = (table: Table, level = 0.95, seed: string | number = 1): Result<Estimate, BadInput> => {
  for (const sound of [checkTable(table), checkLevel(level)]) if (!sound.ok) return sound;
  const [a, b, c, d, ...more] = table.flat();
  if (a === undefined || b === undefined || c === undefined || d === undefined || more.length > 0) {
    return ok(manyCells(table, seed));
  }
  const base = {
    p: fisherTwoSided(a, b, c, d),
    method: "Fisher's exact test, two-sided by probability; conditional odds ratio with exact interval",
    source: 'Fisher 1935; Cornfield 1956 for the interval; as fisher.test in R',
  };
  const draws = new Draws(a, b, c, d);
  if (draws.least === draws.most) {
    return ok({
      ...base,
      estimate: null,
      interval: null,
      reason: 'A row or a column of the table is empty.',
    });
  }
  const estimate = draws.likeliestOdds();
  return ok({
    ...base,
    estimate,
    interval: draws.oddsInterval(level),
    ...(estimate === Number.POSITIVE_INFINITY
      ? { reason: 'The odds ratio is endless, since a cell is 0.' }
      : {}),
  });
};

/** The sum of the probabilities of all tables that are no likelier than this one, their margins given. */
export const fisherTwoSided = (a: number, b: number, c: number, d: number): number => {
  const draws = new Draws(a, b, c, d);
  const chances = draws.chances(0);
  const here = (chances[a - draws.least] ?? 0) * ALLOWANCE;
  return Math.min(
    1,
    chances.reduce((so, chance) => so + (chance <= here ? chance : 0), 0),
  );
};

/** What the first cell can be when the margins are given, and how likely each is. */
class Draws {
  readonly least: number;
  readonly most: number;
  readonly #seen: number;
  readonly #logs: readonly number[];

  constructor(a: number, b: number, c: number, d: number) {
    this.#seen = a;
    this.least = Math.max(0, a - d);
    this.most = Math.min(a + b, a + c);
    this.#logs = Array.from({ length: this.most - this.least + 1 }, (_, at) => {
      const first = this.least + at;
      return logChoose(a + b, first) + logChoose(c + d, a + c - first);
    });
  }

  chances(logOdds: number): readonly number[] {
    const logs = this.#logs.map((log, at) => log + logOdds * at);
    const highest = Math.max(...logs);
    const heights = logs.map((log) => Math.exp(log - highest));
    const all = heights.reduce((so, height) => so + height, 0);
    return heights.map((height) => height / all);
  }

  /** The odds ratio under which the seen count is the mean. */
  likeliestOdds(): number {
    if (this.#seen === this.least) return 0;
    if (this.#seen === this.most) return Number.POSITIVE_INFINITY;
    const mean = (logOdds: number) =>
      this.chances(logOdds).reduce((so, chance, at) => so + chance * (this.least + at), 0);
    return Math.exp(rising((logOdds) => mean(logOdds) - this.#seen));
  }

  oddsInterval(level: number): Interval {
    const outside = (1 - level) / 2;
    const at = this.#seen - this.least;
    const sum = (chances: readonly number[]) => chances.reduce((so, chance) => so + chance, 0);
    const atLeast = (logOdds: number) => sum(this.chances(logOdds).slice(at));
    const atMost = (logOdds: number) => sum(this.chances(logOdds).slice(0, at + 1));
    return [
      this.#seen === this.least ? 0 : Math.exp(rising((logOdds) => atLeast(logOdds) - outside)),
      this.#seen === this.most
        ? Number.POSITIVE_INFINITY
        : Math.exp(rising((logOdds) => outside - atMost(logOdds))),
    ];
  }
}

/** Where a rising function is 0, by halving. The ends are the logs of what a double can hold. */
const rising = (height: (x: number) => number): number => {
  let low = -700;
  let high = 700;
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (height(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};
