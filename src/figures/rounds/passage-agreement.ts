import type { Id } from '../../study/ids.ts';
import { type UnitizingAlphas, unitizingAlphas } from '../agreement/unitizing/alpha-2016.ts';
import { flattened, type Unitization } from '../agreement/unitizing/spans.ts';
import { type RoundData, withDescendants } from './round-data.ts';

/**
 * The answers that all coders of the round have been through, one after the other, as one continuum. Between two there
 * is one character that nobody can mark, so that no passage runs from one answer into the next.
 */
export interface Continuum {
  readonly length: number;
  readonly answers: number;
  readonly coders: readonly Unitization[];
}

/** Codes to count, and what each counts as; null: not at all. */
type ValueOf = (code: Id) => string | null;

export const continuumOf = (data: RoundData, codeAs: ValueOf): Continuum => {
  let length = 0;
  let answers = 0;
  const coders: Unitization[] = data.coders.map(() => []);
  for (const [at, answer] of data.answers.entries()) {
    const sets = data.sets[at] ?? [];
    if (sets.some((set) => set === null)) continue;
    for (const [nth, segments] of (data.passages[at] ?? []).entries()) {
      const spans = segments.flatMap(({ start, end, code }) => {
        const value = codeAs(code);
        return value === null ? [] : [{ start: start + length, end: end + length, value }];
      });
      coders[nth] = [...(coders[nth] ?? []), ...flattened(spans)];
    }
    length += answer.notes.length + 1;
    answers += 1;
  }
  return { length, answers, coders };
};

/** All codes: where and what, where alone, what alone. Overlapping codes count as sets. */
export const passageAgreement = (data: RoundData): UnitizingAlphas & { readonly answers: number } => {
  const { coders, length, answers } = continuumOf(data, (code) => code);
  return { ...unitizingAlphas(coders, length), answers };
};

/** Where one code (or theme) was marked: its `binary`. */
export const codePassageAgreement = (
  data: RoundData,
  code: Id,
): UnitizingAlphas & { readonly answers: number } => {
  const ids = withDescendants(data.codes, code);
  const { coders, length, answers } = continuumOf(data, (one) => (ids.has(one) ? code : null));
  return { ...unitizingAlphas(coders, length), answers };
};
