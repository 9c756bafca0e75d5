import { alpha } from '../../figures/agreement/alpha.ts';
import { type BootstrapInterval, bootstrap } from '../../figures/agreement/bootstrap.ts';
import { jaccard, masi, nominal, setKey } from '../../figures/agreement/distances.ts';
import { byRow, distinctRows } from '../../figures/agreement/distinct.ts';
import { type Ratings, ratingsOf, tallyOf } from '../../figures/agreement/ratings.ts';
import { type Agreement, agreementOf } from '../../figures/agreement/summary.ts';
import type { Figure } from '../../figures/figure.ts';

/** What the agreement of a round is computed from; plain values, so that a worker can take it. */
export interface AgreementTask {
  readonly coders: number;
  readonly seed: string;
  readonly units: readonly {
    readonly question: string;
    /** Codes each coder gave it; null: missing. */
    readonly sets: readonly (readonly string[] | null)[];
  }[];
  readonly codes: readonly {
    readonly id: string;
    readonly theme: string | null;
    readonly questions: readonly string[];
  }[];
  /** Values of each judgement by interview and coder. */
  readonly judgements: readonly {
    readonly id: string;
    readonly rows: readonly (readonly (string | null)[])[];
  }[];
}

export interface AgreementRow {
  readonly key: string;
  /** Units with a value from two coders at least. */
  readonly units: number;
  /** Units where somebody gave the code; null where it is not about one code. */
  readonly positives: number | null;
  readonly figures: Agreement['figures'];
  readonly alpha: Figure;
  readonly interval: BootstrapInterval;
}
export interface AgreementTables {
  /** Sets of codes as wholes, by the distance named. */
  readonly sets: readonly AgreementRow[];
  readonly codes: readonly AgreementRow[];
  readonly themes: readonly AgreementRow[];
  readonly questions: readonly AgreementRow[];
  /** `0 1`: the coders' places. */
  readonly pairs: readonly AgreementRow[];
  readonly judgements: readonly AgreementRow[];
}

/** Fewer are too few for a figure to say anything of a code. */
export const FEWEST_POSITIVES = 10;
const DRAWS = 1000;

type Sets = readonly (readonly (readonly string[] | null)[])[];

const rowOf = <Value>(
  key: string,
  ratings: Ratings<Value>,
  distances: Parameters<typeof alpha>[1],
  seed: string,
  positives: number | null = null,
  scheme?: number,
): AgreementRow => {
  const summary = agreementOf(ratings, { distances, ...(scheme === undefined ? {} : { scheme }) });
  const distinct = distinctRows(ratings);
  const tally = tallyOf(distinct.ratings);
  const interval = bootstrap(
    ratings.units,
    (weights) =>
      ratings.coders < 2 ? summary.figures.alpha : alpha(tally, distances, byRow(distinct, weights)),
    { seed: `${seed}/${key}`, draws: DRAWS },
  );
  return {
    key,
    units: summary.units,
    positives,
    figures: summary.figures,
    alpha: summary.figures.alpha,
    interval,
  };
};

const setsRow = (key: string, sets: Sets, distance: 'masi' | 'jaccard', seed: string): AgreementRow => {
  const ratings = ratingsOf<ReadonlySet<string>>(
    sets.map((row) => row.map((set) => set && new Set(set))),
    setKey,
  );
  const distances = distance === 'masi' ? masi(ratings.values) : jaccard(ratings.values);
  return rowOf(key, ratings, distances, seed);
};

const presence = (key: string, sets: Sets, isIt: (code: string) => boolean, seed: string): AgreementRow => {
  const rows = sets.map((row) => row.map((set) => (set ? set.some(isIt) : null)));
  const positives = rows.filter((row) => row.includes(true)).length;
  const ratings = ratingsOf(rows);
  return rowOf(key, ratings, nominal(ratings.values), seed, positives, 2);
};

/** All tables of a round. The same seed gives the same intervals on every device. */
export const agreementTables = ({
  units,
  codes,
  coders,
  judgements,
  seed,
}: AgreementTask): AgreementTables => {
  const all = units.map(({ sets }) => sets);
  const used = new Map<string, Set<string>>();
  for (const { question, sets } of units)
    for (const set of sets)
      for (const code of set ?? []) used.set(code, (used.get(code) ?? new Set()).add(question));
  /** A code's universe: the questions that offer it first, and those where any coder used it. */
  const universe = (ids: readonly (typeof codes)[number][]): Sets => {
    const asked = new Set(ids.flatMap(({ id, questions }) => [...questions, ...(used.get(id) ?? [])]));
    return units.filter(({ question }) => asked.has(question)).map(({ sets }) => sets);
  };
  const themes = new Map<string, (typeof codes)[number][]>();
  for (const code of codes) if (code.theme) themes.set(code.theme, [...(themes.get(code.theme) ?? []), code]);
  const questions = [...new Set(units.map(({ question }) => question))].sort();
  const pairs = Array.from({ length: coders }, (_, a) =>
    Array.from({ length: coders - a - 1 }, (__, b) => [a, a + b + 1] as const),
  ).flat();
  return {
    sets: [setsRow('masi', all, 'masi', seed), setsRow('jaccard', all, 'jaccard', seed)],
    codes: codes
      .filter(({ id }) => used.has(id))
      .map((code) => presence(code.id, universe([code]), (id) => id === code.id, seed)),
    themes: [...themes].flatMap(([theme, of]) => {
      const ids = new Set(of.map(({ id }) => id));
      return of.some(({ id }) => used.has(id))
        ? [presence(theme, universe(of), (id) => ids.has(id), seed)]
        : [];
    }),
    questions: questions.map((question) =>
      setsRow(
        question,
        units.filter((unit) => unit.question === question).map(({ sets }) => sets),
        'masi',
        seed,
      ),
    ),
    pairs: pairs.map(([a, b]) =>
      setsRow(
        `${a} ${b}`,
        all.map((sets) => [sets[a] ?? null, sets[b] ?? null]),
        'masi',
        seed,
      ),
    ),
    judgements: judgements.map(({ id, rows }) => {
      const ratings = ratingsOf(rows);
      return rowOf(id, ratings, nominal(ratings.values), seed);
    }),
  };
};
