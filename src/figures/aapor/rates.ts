import type { DispositionCounts } from './counts.ts';

/**
 * The sixteen outcome rates of AAPOR's Standard Definitions and the eligibility e, as fractions whose parts can be
 * shown. Source: AAPOR, Standard Definitions, 10th edition (2023), with e estimated by the proportional method (CASRO).
 */
export const RATE_NAMES = [
  'RR1',
  'RR2',
  'RR3',
  'RR4',
  'RR5',
  'RR6',
  'COOP1',
  'COOP2',
  'COOP3',
  'COOP4',
  'REF1',
  'REF2',
  'REF3',
  'CON1',
  'CON2',
  'CON3',
] as const;
export type RateName = (typeof RATE_NAMES)[number];

export interface Rate {
  /** As printed beside the rate. */
  readonly formula: string;
  readonly numerator: number;
  /** Null where it needs an e that cannot be had. */
  readonly denominator: number | null;
  /** Null is "not defined" (0/0), which is not 0. */
  readonly value: number | null;
}
export type OutcomeRates = Readonly<Record<RateName | 'e', Rate>>;

/** Of what: all eligible and unknown; the unknown weighted by e; the eligible alone; those who could answer. */
const DENOMINATORS = {
  all: 'I + P + R + NC + O + UH + UO',
  weighted: 'I + P + R + NC + O + e(UH + UO)',
  eligible: 'I + P + R + NC + O',
  contacted: 'I + P + R + O',
  able: 'I + P + R',
} as const;
type Denominator = keyof typeof DENOMINATORS;

const NUMERATORS = { I: 'I', IP: 'I + P', R: 'R', contacted: 'I + P + R + O' } as const;
type Numerator = keyof typeof NUMERATORS;

const PARTS: Readonly<Record<RateName, readonly [Numerator, Denominator]>> = {
  RR1: ['I', 'all'],
  RR2: ['IP', 'all'],
  RR3: ['I', 'weighted'],
  RR4: ['IP', 'weighted'],
  RR5: ['I', 'eligible'],
  RR6: ['IP', 'eligible'],
  COOP1: ['I', 'contacted'],
  COOP2: ['IP', 'contacted'],
  COOP3: ['I', 'able'],
  COOP4: ['IP', 'able'],
  REF1: ['R', 'all'],
  REF2: ['R', 'weighted'],
  REF3: ['R', 'eligible'],
  CON1: ['contacted', 'all'],
  CON2: ['contacted', 'weighted'],
  CON3: ['contacted', 'eligible'],
};

export const outcomeRates = (counts: DispositionCounts): OutcomeRates => {
  const { I, P, R, NC, O, UH, UO } = counts;
  const eligible = I + P + R + NC + O;
  const unknown = UH + UO;
  const e = eligibility(counts, eligible);
  const numerators: Record<Numerator, number> = { I, IP: I + P, R, contacted: I + P + R + O };
  const denominators: Record<Denominator, number | null> = {
    all: eligible + unknown,
    // With nobody unknown e does not matter, so that its lack takes nothing away.
    weighted: unknown === 0 ? eligible : e.value === null ? null : eligible + e.value * unknown,
    eligible,
    contacted: I + P + R + O,
    able: I + P + R,
  };
  const rate = (name: RateName): Rate => {
    const [above, below] = PARTS[name];
    return {
      formula: `${parenthesised(NUMERATORS[above])} / (${DENOMINATORS[below]})`,
      ...fraction(numerators[above], denominators[below]),
    };
  };
  return {
    RR1: rate('RR1'),
    RR2: rate('RR2'),
    RR3: rate('RR3'),
    RR4: rate('RR4'),
    RR5: rate('RR5'),
    RR6: rate('RR6'),
    COOP1: rate('COOP1'),
    COOP2: rate('COOP2'),
    COOP3: rate('COOP3'),
    COOP4: rate('COOP4'),
    REF1: rate('REF1'),
    REF2: rate('REF2'),
    REF3: rate('REF3'),
    CON1: rate('CON1'),
    CON2: rate('CON2'),
    CON3: rate('CON3'),
    e,
  };
};

/** The values alone, as the command line prints them. */
export const rateValues = (rates: OutcomeRates): Readonly<Record<string, number | null>> =>
  Object.fromEntries([...RATE_NAMES, 'e' as const].map((name) => [name, rates[name].value]));

const eligibility = (counts: DispositionCounts, eligible: number): Rate =>
  counts.e === undefined
    ? {
        formula: '(I + P + R + NC + O) / (I + P + R + NC + O + NE)',
        ...fraction(eligible, eligible + counts.NE),
      }
    : { formula: 'given', numerator: counts.e, denominator: 1, value: counts.e };

const fraction = (numerator: number, denominator: number | null) => ({
  numerator,
  denominator,
  value: denominator === null || denominator === 0 ? null : numerator / denominator,
});

const parenthesised = (sum: string): string => (sum.includes('+') ? `(${sum})` : sum);
