import { type Distances, interval, nominal, ordinal, ratio } from '../figures/agreement/distances.ts';
import { type Ratings, ratingsOf } from '../figures/agreement/ratings.ts';
import { REASONS } from '../figures/agreement/reasons.ts';
import { err, ok, type Result } from '../study/result.ts';
import type { CsvRow } from './csv.ts';
import { failure, type ToolFailure } from './tool.ts';

export const LEVELS = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
export type Level = (typeof LEVELS)[number];
export const isLevel = (text: string): text is Level => LEVELS.some((level) => level === text);

export interface Rated {
  readonly ratings: Ratings<string | number>;
  readonly distances: Distances;
}

const HEADER = ['unit', 'coder', 'value'];

/** Ratings from rows of unit, coder and value; every fault is told, since a rating left out would change the figure. */
export const rated = (rows: readonly CsvRow[], level: Level): Result<Rated, ToolFailures> => {
  const [header, ...body] = rows;
  if (
    header === undefined ||
    !HEADER.every((name, at) => header.values[at] === name) ||
    header.values.length !== 3
  ) {
    return failed([failure('the header must be unit,coder,value', header?.line ?? 1)]);
  }
  const faults: ToolFailure[] = [];
  const coders = new Map<string, number>();
  const units = new Map<string, (string | number | null)[]>();
  const seen = new Map<string, number>();
  for (const { line, values } of body) {
    const [unit = '', coder = '', text = ''] = values;
    const key = JSON.stringify([unit, coder]);
    const before = seen.get(key);
    const value = text === '' ? null : level === 'nominal' ? text : numberOf(text);
    if (values.length !== 3) faults.push(failure(`has ${values.length} values where the header has 3`, line));
    else if (unit === '' || coder === '')
      faults.push(failure(`has no ${unit === '' ? 'unit' : 'coder'}`, line));
    else if (before !== undefined)
      faults.push(failure(`unit ${unit} by coder ${coder} stands on line ${before} already`, line));
    else if (value === undefined)
      faults.push(failure(`"${text}" is not a number, which level ${level} needs`, line));
    else if (level === 'ratio' && typeof value === 'number' && value < 0)
      faults.push(failure(REASONS.negativeRatio, line));
    else {
      seen.set(key, line);
      // Who never gave a value is no coder, or an empty column would end Cohen's kappa.
      if (value === null) continue;
      const row = units.get(unit) ?? [];
      row[placeOf(coders, coder)] = value;
      units.set(unit, row);
    }
  }
  if (faults.length > 0) return failed(faults);
  const cells = [...units.values()].map((row) =>
    Array.from({ length: coders.size }, (_, coder) => row[coder] ?? null),
  );
  const ratings = ratingsOf(
    cells,
    (value) => value,
    (a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : 0),
  );
  return ok({ ratings, distances: distancesFor(level, ratings.values) });
};

export interface ToolFailures {
  readonly type: 'tool_failures';
  readonly faults: readonly ToolFailure[];
}
const failed = (faults: readonly ToolFailure[]) => err<ToolFailures>({ type: 'tool_failures', faults });

const placeOf = (places: Map<string, number>, name: string): number => {
  const place = places.get(name) ?? places.size;
  places.set(name, place);
  return place;
};

/** A decimal number with a point; undefined where it is none. `Number` alone would take "0x10" and "Infinity". */
const numberOf = (text: string): number | undefined =>
  /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined;

const distancesFor = (level: Level, values: readonly (string | number)[]): Distances => {
  const numbers = values.map(Number);
  switch (level) {
    case 'nominal':
      return nominal(values);
    case 'ordinal':
      return ordinal;
    case 'interval':
      return interval(numbers);
    case 'ratio':
      return ratio(numbers);
  }
};
