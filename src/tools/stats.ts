import { difference } from '../figures/shares/difference.ts';
import { fisher } from '../figures/shares/fisher.ts';
import { holm } from '../figures/shares/holm.ts';
import { type BadInput, badInput } from '../figures/shares/input.ts';
import { paired } from '../figures/shares/paired.ts';
import { permutation } from '../figures/shares/permutation.ts';
import { proportion } from '../figures/shares/proportion.ts';
import { weightedProportion } from '../figures/shares/weighted.ts';
import { ok, type Result } from '../study/result.ts';
import { eachJsonLine } from './json-line.ts';
import { isRecord, list, members, number, optional, probability, type Read, seed } from './stats-members.ts';
import type { Tool } from './tool.ts';

/** Shares, differences and tests as the tables and trends show them. */
export const stats: Tool = {
  summary: 'shares, differences and tests, with interval, method and source',
  help: `Reads JSON lines and writes for each {"estimate", "interval": [low, high], "p", "method", "source"}; p where there is a
test, "reason" where something is null. An end of an interval that is null is endless. "level" is 0.95 unless given.

{"kind": "proportion", "x": 34, "n": 98, "N": 290}        N: population; "interviewed" of it where n is a subset
{"kind": "weighted", "strata": [{"N": 200, "n": 60, "x": 20}, …]}   also "interviewed"; adds "unweighted" and "size"
{"kind": "difference", "x1": 56, "n1": 70, "x2": 48, "n2": 80}      two groups or waves
{"kind": "paired", "table": [[a, b], [c, d]]}             rows yes and no to the first, columns to the second
{"kind": "fisher", "table": [[a, b], [c, d]]}             or larger; "seed" for tables too many to count
{"kind": "permutation", "groups": [[1, 2], [3]]}          "draws" 10 000 and "seed" 1 unless given
{"kind": "holm", "p": [0.01, 0.04]}                       writes {"p": [adjusted], "method", "source"}`,
  options: {},
  run: (input) => eachJsonLine(input, answer),
};

const level = optional(number);

/** Reads the members of a kind and answers with its figure. */
const kind =
  <Members>(read: Read<Members>, figure: (members: Members) => Result<unknown, BadInput>) =>
  (value: unknown): Result<unknown, BadInput> => {
    const asked = read(value, '');
    return asked.ok ? figure(asked.value) : asked;
  };

const KINDS: Readonly<Record<string, (value: unknown) => Result<unknown, BadInput>>> = {
  proportion: kind(
    members({ x: number, n: number, N: optional(number), interviewed: optional(number), level }),
    proportion,
  ),
  weighted: kind(
    members({
      strata: list(members({ N: number, n: number, x: number, interviewed: optional(number) })),
      level,
    }),
    (asked) => weightedProportion(asked.strata, asked.level),
  ),
  difference: kind(members({ x1: number, n1: number, x2: number, n2: number, level }), difference),
  paired: kind(members({ table: list(list(number)), level }), (asked) => paired(asked.table, asked.level)),
  fisher: kind(members({ table: list(list(number)), level, seed: optional(seed) }), (asked) =>
    fisher(asked.table, asked.level, asked.seed),
  ),
  permutation: kind(
    members({ groups: list(list(number)), seed: optional(seed), draws: optional(number) }),
    permutation,
  ),
  holm: kind(members({ p: list(probability) }), ({ p }) => {
    const adjusted = holm(p);
    return adjusted.ok
      ? ok({ p: adjusted.value, method: "Holm's step-down correction", source: 'Holm 1979' })
      : adjusted;
  }),
};

const answer = (value: unknown): Result<unknown, BadInput> => {
  if (!isRecord(value)) return badInput('is not a JSON object');
  const { kind: name, ...rest } = value;
  const answered = typeof name === 'string' && Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
  return answered === undefined
    ? badInput(`"kind" must be one of ${Object.keys(KINDS).join(', ')}`)
    : answered(rest);
};
