import type { FrameUnit } from '../study/frame.ts';
import { cutReserve, type Replicate } from '../study/replicates.ts';
import { drawSample } from '../study/sample.ts';
import { seeded } from '../study/seeded.ts';
import { makeCalls, type PracticeCall } from './calls.ts';
import { nameOf } from './names.ts';

/** An invented municipality. Its code begins with P, which no official code does, so it can never be a real case. */
export interface PracticeField {
  readonly seed: string;
  readonly target: number;
  /** A percentage. */
  readonly response: number;
  readonly strata: readonly { readonly stratum: string; readonly population: number }[];
  /** The sample, by code. */
  readonly drawn: readonly FrameUnit[];
  readonly reserve: readonly Replicate[];
  /** Released in mid-field, the first of their stratum. */
  readonly released: readonly {
    readonly stratum: string;
    readonly number: number;
    readonly reason: string;
  }[];
  /** Oldest first; as many of them end in an interview as there are interviews, stratum by stratum. */
  readonly calls: readonly PracticeCall[];
}

/** Wanted for each interview made, so that the field work is seen shortly before its end. */
const WANTED = 1.1;
const RESPONSE = 55;
const REASON = 'Färre svar än väntat i stratumet efter tre veckor (påhittat skäl).';

/**
 * A frame, a draw with its reserve, and some weeks of calls: all invented, and drawn by the same function as a real
 * sample, so that the seed on the screen gives the same again.
 */
export const makeField = (
  interviewStrata: readonly string[],
  strata: readonly string[],
  seed: string,
): PracticeField => {
  const done = (stratum: string): number => interviewStrata.filter((one) => one === stratum).length;
  const sizes = strata.map((stratum) => ({
    stratum,
    // Strata in which more was said are larger, so that none has fewer organisations than interviews.
    population: Math.ceil((1.9 * interviewStrata.length) / strata.length) + done(stratum) + 2,
  }));
  const codes = seeded(`${seed}/codes`).shuffle(
    sizes.flatMap(({ stratum, population }) => Array(population).fill(stratum)),
  );
  const frame = codes.map(
    (stratum: string, index): FrameUnit => ({
      code: `P${String(index + 1).padStart(3, '0')}`,
      name: nameOf(index * 7),
      stratum,
    }),
  );
  const target = Math.max(1, Math.round(WANTED * interviewStrata.length));
  const n = Math.max(strata.length, Math.ceil((target * 100) / RESPONSE));
  const sample = drawSample(frame, { seed, n, allocation: 'proportional' });
  if (!sample.ok) throw new Error(`the invented frame cannot be drawn: ${sample.error.type}`);
  const reserve = sample.value.strata.flatMap(cutReserve);
  // The stratum with the fewest interviews for its size is the one a lead would top up.
  const [behind] = sizes.toSorted((a, b) => done(a.stratum) / a.population - done(b.stratum) / b.population);
  const next = reserve.find(({ stratum, number }) => stratum === behind?.stratum && number === 1);
  const drawn = sample.value.strata.flatMap((one) => one.drawn).sort((a, b) => (a.code < b.code ? -1 : 1));
  return {
    seed,
    target,
    response: RESPONSE,
    strata: sizes,
    drawn,
    reserve,
    released: next ? [{ stratum: next.stratum, number: 1, reason: REASON }] : [],
    calls: makeCalls(drawn, next?.units ?? [], done, seeded(`${seed}/calls`)),
  };
};
