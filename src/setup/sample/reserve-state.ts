import type { View } from '../../study/command.ts';
import type { Id } from '../../study/ids.ts';
import { inclusionProbability } from '../../study/replicates.ts';
import type { DrawRow, ReplicateRow } from '../../study/rows.ts';

/** A stratum of the sample as it is now. */
export interface StratumNow {
  readonly stratum: string;
  readonly parts: readonly string[];
  readonly population: number;
  readonly drawn: number;
  readonly released: number;
  readonly probability: number | null;
  /** What can be released next; null where nothing is left. */
  readonly next: ReplicateRow | null;
  readonly left: { readonly replicates: number; readonly units: number };
}

export interface SampleNow {
  readonly draw: DrawRow;
  readonly strata: readonly StratumNow[];
  /** In the order of strata and numbers. */
  readonly released: readonly ReplicateRow[];
}

const unitsIn = (replicates: readonly ReplicateRow[]): number =>
  replicates.reduce((sum, { units }) => sum + units.length, 0);

/** undefined: the wave was drawn without a record of it, or is not drawn. */
export const readSample = (view: View, wave: Id): SampleNow | undefined => {
  const draw = [...view.all('draw')].find((row) => row.wave === wave);
  if (!draw) return undefined;
  const replicates = [...view.all('replicate')]
    .filter((row) => row.wave === wave)
    .sort((one, other) => one.number - other.number);
  const strata = draw.strata.map((stratum) => {
    const own = replicates.filter((row) => row.stratum === stratum.stratum);
    const left = own.filter(({ reason }) => reason === null);
    const released = unitsIn(own.filter(({ reason }) => reason !== null));
    return {
      ...stratum,
      released,
      probability: inclusionProbability(stratum.population, stratum.drawn, released),
      next: left[0] ?? null,
      left: { replicates: left.length, units: unitsIn(left) },
    };
  });
  return {
    draw,
    strata,
    released: draw.strata.flatMap(({ stratum }) =>
      replicates.filter((row) => row.stratum === stratum && row.reason !== null),
    ),
  };
};

/** The number that can be released in every stratum at once: where all that have a reserve left stand alike. */
export const commonNext = (strata: readonly StratumNow[]): number | null => {
  const numbers = new Set(strata.flatMap(({ next }) => (next ? [next.number] : [])));
  const [only] = numbers;
  return numbers.size === 1 && strata.filter(({ next }) => next).length > 1 ? (only ?? null) : null;
};
