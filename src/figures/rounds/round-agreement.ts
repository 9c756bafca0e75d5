import type { Id } from '../../study/ids.ts';
import { type BootstrapInterval, bootstrap } from '../agreement/bootstrap.ts';
import { type CodeSet, type Distances, jaccard, masi, nominal, setKey } from '../agreement/distances.ts';
import { type Ratings, ratingsOf } from '../agreement/ratings.ts';
import { type Agreement, agreementOf, statisticsOf } from '../agreement/summary.ts';
import { type RoundData, universeOf, withDescendants } from './round-data.ts';

/** Under so many units with a code a figure of it says little, and is said to. */
export const FEWEST_POSITIVES = 10;
/** A share is printed from the lower bound on, and unmarked from the upper (Krippendorff 2019); a lead may set others. */
export const BOUNDS = { print: 0.667, unmarked: 0.8 } as const;

export interface DrawOptions {
  readonly seed: string;
  readonly draws?: number;
}

/** What the figures of one thing rest on, beside them. */
export interface Measured extends Agreement {
  readonly alpha: BootstrapInterval;
  /** Units in which at least one coder has it; null where that has no meaning. */
  readonly positives: number | null;
  /** Questions in which it could have been given. */
  readonly universe: readonly string[];
}

/** Whether a share may be printed: by the lower limit of its alpha, unknown being too low. */
export const standingOf = (
  { alpha }: Measured,
  bounds: { readonly print: number; readonly unmarked: number } = BOUNDS,
): 'unmarked' | 'marked' | 'not_printed' => {
  const low = alpha.interval?.[0];
  if (low === undefined || low < bounds.print) return 'not_printed';
  return low >= bounds.unmarked ? 'unmarked' : 'marked';
};

const measure = <Value>(
  ratings: Ratings<Value>,
  distances: Distances,
  draw: DrawOptions,
  more: Pick<Measured, 'positives' | 'universe'>,
): Measured => {
  const options = { distances };
  const { alpha } = statisticsOf(ratings, options);
  return { ...agreementOf(ratings, options), alpha: bootstrap(ratings.units, alpha, draw), ...more };
};

/** Pairs of coders, for figures by pair. */
export const pairsOf = ({ coders }: RoundData): readonly (readonly [Id, Id])[] =>
  coders.flatMap((a, at) => coders.slice(at + 1).map((b) => [a, b] as const));

/** The round as only these coders, or these questions, would have made it. */
export const narrowed = (
  data: RoundData,
  to: { readonly coders?: readonly Id[]; readonly questions?: readonly string[] },
): RoundData => {
  const columns = data.coders.flatMap((coder, nth) => ((to.coders?.includes(coder) ?? true) ? [nth] : []));
  const rows = data.answers.flatMap(({ question }, at) =>
    (to.questions?.includes(question) ?? true) ? [at] : [],
  );
  const pick = <T>(table: readonly (readonly T[])[]): readonly (readonly T[])[] =>
    rows.map((at) => columns.map((nth) => table[at]?.[nth] as T));
  const coders = columns.map((nth) => data.coders[nth] as Id);
  return {
    ...data,
    coders,
    answers: rows.flatMap((at) => data.answers[at] ?? []),
    sets: pick(data.sets),
    passages: pick(data.passages),
    judgements: data.judgements.filter(({ coder }) => coders.includes(coder)),
  };
};

/** One code, or a theme with all under it, present or absent in each answer of its universe. */
export const codeAgreement = (data: RoundData, code: Id, draw: DrawOptions): Measured => {
  const ids = withDescendants(data.codes, code);
  const universe = universeOf(data, ids);
  const rows = data.answers.flatMap(({ question }, at) =>
    universe.has(question)
      ? [(data.sets[at] ?? []).map((set) => set && [...set].some((one) => ids.has(one)))]
      : [],
  );
  const ratings = ratingsOf<boolean>(rows);
  const positives = rows.filter((row) => row.some((there) => there === true)).length;
  return measure(ratings, nominal(ratings.values), draw, { positives, universe: [...universe].sort() });
};

/** The set of codes of an answer as one value. */
export const setAgreement = (
  data: RoundData,
  distance: 'masi' | 'jaccard' | 'nominal',
  draw: DrawOptions,
): Measured => {
  const ratings = ratingsOf<CodeSet>(data.sets, setKey);
  const distances = { masi, jaccard, nominal }[distance](ratings.values);
  return measure(ratings, distances, draw, { positives: null, universe: [...data.round.questions].sort() });
};

/** One judgement: an interview a unit, `framgar_ej` a value like the others. */
export const judgementAgreement = (data: RoundData, judgement: string, draw: DrawOptions): Measured => {
  const byInterview = new Map<Id, (string | null)[]>();
  for (const { interview, judgement: name, coder, value } of data.judgements) {
    if (name !== judgement) continue;
    const row = byInterview.get(interview) ?? data.coders.map(() => null);
    byInterview.set(interview, row);
    row[data.coders.indexOf(coder)] = value;
  }
  const ratings = ratingsOf<string>(
    [...byInterview].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row),
  );
  return measure(ratings, nominal(ratings.values), draw, { positives: null, universe: [judgement] });
};
