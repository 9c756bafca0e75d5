import { ok, type Result } from '../../study/result.ts';
import { type BadInput, badInput } from './input.ts';

/**
 * Holm's step-down correction (Holm 1979): each p raised so that the chance of even one false find among all stays
 * below the level. In the order given; null stands for a test that could not be made and is not counted.
 */
export const holm = (values: readonly (number | null)[]): Result<readonly (number | null)[], BadInput> => {
  if (values.some((p) => p !== null && !(p >= 0 && p <= 1)))
    return badInput('each p must lie between 0 and 1');
  const tested = values.flatMap((p, index) => (p === null ? [] : [{ p, index }])).sort((a, b) => a.p - b.p);
  const adjusted: (number | null)[] = values.map(() => null);
  let before = 0;
  for (const [rank, { p, index }] of tested.entries()) {
    before = Math.max(before, Math.min(1, (tested.length - rank) * p));
    adjusted[index] = before;
  }
  return ok(adjusted);
};
