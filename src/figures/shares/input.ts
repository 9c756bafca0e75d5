import { err, ok, type Result } from '../../study/result.ts';

/** A number that cannot be: more than all, below none, no number. Said before anything is computed from it. */
export interface BadInput {
  readonly type: 'bad_input';
  readonly reason: string;
}
export const badInput = (reason: string) => err<BadInput>({ type: 'bad_input', reason });

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

export const checkLevel = (level: number): Result<number, BadInput> =>
  level > 0 && level < 1 ? ok(level) : badInput('the level must lie between 0 and 1');

/** `x` of `n`. */
export const checkShare = (x: number, n: number): Result<null, BadInput> => {
  if (!isCount(x) || !isCount(n)) return badInput('x and n must be whole numbers that are 0 or more');
  return x > n ? badInput('x is more than n') : ok(null);
};

export type Table = readonly (readonly number[])[];

export const checkTable = (table: Table): Result<null, BadInput> => {
  const columns = table[0]?.length ?? 0;
  if (table.length < 2 || columns < 2) return badInput('the table needs two rows and two columns');
  if (table.some((row) => row.length !== columns)) return badInput('the rows of the table differ in length');
  if (!table.flat().every(isCount)) return badInput('the table must hold whole numbers that are 0 or more');
  return ok(null);
};

/** A table of two by two as its four counts. */
export const fourOf = (table: Table): Result<readonly [number, number, number, number], BadInput> => {
  const sound = checkTable(table);
  if (!sound.ok) return sound;
  const [a, b, c, d, ...more] = table.flat();
  if (a === undefined || b === undefined || c === undefined || d === undefined || more.length > 0) {
    return badInput('the table must be two by two');
  }
  return ok([a, b, c, d]);
};
