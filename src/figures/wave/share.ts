import type { Estimate } from '../shares/estimate.ts';
import { type StratumShare, weightedProportion } from '../shares/weighted.ts';
import { type Denominator, type Indicator, OUTSIDE, YES } from './indicator.ts';
import type { Design } from './wave-data.ts';

/** A share with everything a table prints beside it. */
export interface Share {
  readonly x: number;
  readonly n: number;
  readonly denominator: Denominator;
  /** Interviews outside the denominator. */
  readonly outside: number;
  /** Weighted by stratum; null where the sample was not drawn by chance. */
  readonly weighted: Estimate | null;
  /** As the sample is; without interval where it was not drawn by chance. */
  readonly unweighted: Estimate;
  /** Strata joined since one had no interview. */
  readonly joined: readonly (readonly string[])[];
}

const NO_CHANCE: Pick<Estimate, 'interval' | 'method' | 'source' | 'reason'> = {
  interval: null,
  method: 'share of the interviews made',
  source: '',
  reason: 'The sample was not drawn by chance, so no interval can be given.',
};

export const shareOf = (indicator: Indicator, design: Design, level = 0.95): Share => {
  const strata = countByStratum(indicator, design);
  let [x, n] = [0, 0];
  for (const stratum of strata) {
    x += stratum.x;
    n += stratum.n;
  }
  const counts = { x, n, denominator: indicator.denominator, outside: indicator.of.length - n };
  const { shares, joined } = joinEmpty(strata, design);
  if (shares === null)
    return {
      ...counts,
      joined,
      weighted: null,
      unweighted: { ...NO_CHANCE, estimate: n === 0 ? null : x / n },
    };
  const got = weightedProportion(shares, level);
  if (!got.ok) throw new Error(got.error.reason);
  const { unweighted, size: _, ...weighted } = got.value;
  return { ...counts, joined, weighted, unweighted };
};

interface Counted {
  interviewed: number;
  n: number;
  x: number;
}

const countByStratum = (indicator: Indicator, design: Design): readonly Counted[] => {
  const strata = design.strata.map((): Counted => ({ interviewed: 0, n: 0, x: 0 }));
  for (const [at, value] of indicator.of.entries()) {
    const stratum = strata[design.of[at] ?? -1];
    if (!stratum) throw new RangeError('an interview of no stratum');
    stratum.interviewed++;
    if (value !== OUTSIDE) stratum.n++;
    if (value === YES) stratum.x++;
  }
  return strata;
};

/** A stratum without interviews has no weight: its units are counted to the next one that has, else the one before. */
const joinEmpty = (
  strata: readonly Counted[],
  design: Design,
): { readonly shares: readonly StratumShare[] | null; readonly joined: readonly (readonly string[])[] } => {
  const populations = design.strata.map(({ population }) => population);
  if (
    populations.some((population) => population === null) ||
    strata.every(({ interviewed }) => interviewed === 0)
  )
    return { shares: null, joined: [] };
  const groups: { N: number; interviewed: number; n: number; x: number; names: string[] }[] = [];
  let waiting: { N: number; names: string[] } = { N: 0, names: [] };
  for (const [at, counted] of strata.entries()) {
    const name = design.strata[at]?.name ?? '';
    const N = populations[at] ?? 0;
    if (counted.interviewed === 0) {
      waiting = { N: waiting.N + N, names: [...waiting.names, name] };
      continue;
    }
    groups.push({ ...counted, N: N + waiting.N, names: [...waiting.names, name] });
    waiting = { N: 0, names: [] };
  }
  const last = groups.at(-1);
  if (last) {
    last.N += waiting.N;
    last.names.push(...waiting.names);
  }
  return {
    shares: groups.map(({ names: _, ...share }) => share),
    joined: groups.map(({ names }) => names).filter((names) => names.length > 1),
  };
};

/** One share less another of the same interviews: the table `paired` takes. Outside either: outside. */
export const pairTable = (
  one: Indicator,
  other: Indicator,
): readonly [[number, number], [number, number]] => {
  const table: [[number, number], [number, number]] = [
    [0, 0],
    [0, 0],
  ];
  for (const [at, first] of one.of.entries()) {
    const second = other.of[at] ?? OUTSIDE;
    if (first === OUTSIDE || second === OUTSIDE) continue;
    const row = table[first === YES ? 0 : 1];
    const column = second === YES ? 0 : 1;
    row[column]++;
  }
  return table;
};
