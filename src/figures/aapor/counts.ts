import { err, ok, type Result } from '../../study/result.ts';

/**
 * Cases by their one final disposition, in the groups of AAPOR's Standard Definitions. Weighted counts may be
 * fractions. In a frame where every unit is known to exist, UH and UO are 0.
 */
export interface DispositionCounts {
  /** Complete interviews (1.1). */
  readonly I: number;
  /** Partial interviews (1.2). */
  readonly P: number;
  /** Refusals and break-offs (2.1). An open appointment is none. */
  readonly R: number;
  /** Non-contacts (2.2). */
  readonly NC: number;
  /** Other eligible non-interviews (2.3). */
  readonly O: number;
  /** Unknown whether the unit exists (3.1). */
  readonly UH: number;
  /** Unknown for another cause (3.2 to 3.9). */
  readonly UO: number;
  /** Not eligible (4.x). */
  readonly NE: number;
  /** The share of the unknown that is taken to be eligible; estimated from the known where it is left out. */
  readonly e?: number;
}

export type CountName = Exclude<keyof DispositionCounts, 'e'>;
export const COUNT_NAMES: readonly CountName[] = ['I', 'P', 'R', 'NC', 'O', 'UH', 'UO', 'NE'];

export interface BadCounts {
  readonly type: 'bad_counts';
  readonly reason: string;
}
const bad = (reason: string) => err<BadCounts>({ type: 'bad_counts', reason });

/** Reads counts from outside. A missing or misspelt count is refused: taken as 0 it would raise a rate unseen. */
export const readCounts = (value: unknown): Result<DispositionCounts, BadCounts> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return bad('is not a JSON object');
  const given = new Map<string, unknown>(Object.entries(value));
  const known: readonly string[] = [...COUNT_NAMES, 'e'];
  const strange = [...given.keys()].find((name) => !known.includes(name));
  if (strange !== undefined) return bad(`there is no count named "${strange}"`);
  const counts = { I: 0, P: 0, R: 0, NC: 0, O: 0, UH: 0, UO: 0, NE: 0 };
  for (const name of COUNT_NAMES) {
    const count = given.get(name);
    if (count === undefined) return bad(`"${name}" is missing`);
    if (typeof count !== 'number' || !Number.isFinite(count) || count < 0) {
      return bad(`"${name}" must be a number that is 0 or more`);
    }
    counts[name] = count;
  }
  const e = given.get('e');
  if (e === undefined || e === null) return ok(counts);
  if (typeof e !== 'number' || !(e >= 0 && e <= 1)) return bad('"e" must be a number from 0 to 1');
  return ok({ ...counts, e });
};
