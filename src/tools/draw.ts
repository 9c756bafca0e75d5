import { fullMap } from '../exchange/frame/columns.ts';
import { lookAtFrame } from '../exchange/frame/look.ts';
import { readFrame } from '../exchange/frame/read-frame.ts';
import {
  type Merge,
  mergeFrame,
  mergeSizes,
  proposeDraw,
  type StratumSize,
  sizesOf,
} from '../study/allocation.ts';
import type { FrameUnit } from '../study/frame.ts';
import { cutReserve } from '../study/replicates.ts';
import { err, ok, type Result } from '../study/result.ts';
import { drawSample } from '../study/sample.ts';
import { failure, type Tool, type ToolFailure } from './tool.ts';

/** The draw of the sample's screen, for anybody who holds frame and seed. */
export const draw: Tool = {
  summary: 'draws a sample again from its frame and seed',
  help: `Reads a frame (CSV with columns code, name, stratum, as the screen does) and writes JSON lines
{"code", "name", "stratum", "replicate"}: first the sample (replicate 0), then the reserve in the order of its release.
  --seed        as the report says
  --target      interviews wanted, and
  --response    expected response as a percentage: as much is drawn as gives them
  --allocation  proportional (default) or equal
  --sizes       instead of target and response, what was drawn: {"stratum": n}
  --merges      strata drawn as one, in order: [["smaller", "larger"]]`,
  options: {
    seed: { type: 'string' },
    target: { type: 'string' },
    response: { type: 'string' },
    allocation: { type: 'string' },
    sizes: { type: 'string' },
    merges: { type: 'string' },
  },
  async *run({ options, text }) {
    const plan = readPlan(options);
    if (!plan.ok) {
      yield plan;
      return;
    }
    const frame = readUnits(await text());
    if (!frame.ok) {
      yield* frame.error.map((fault) => err(fault));
      return;
    }
    const strata = mergeSizes(sizesOf(frame.value), plan.value.merges);
    const drawn = drawSample(mergeFrame(frame.value, strata), {
      seed: plan.value.seed,
      allocation: 'by_size',
      sizes: plan.value.sizes(strata),
    });
    if (!drawn.ok) {
      yield err(failure(`cannot be drawn: ${JSON.stringify(drawn.error)}`));
      return;
    }
    const lines = (units: readonly FrameUnit[], replicate: number) =>
      units.map(({ code, name, stratum }) => ok(JSON.stringify({ code, name, stratum, replicate })));
    for (const stratum of drawn.value.strata) yield* lines(stratum.drawn, 0);
    for (const { units, number } of drawn.value.strata.flatMap(cutReserve)) yield* lines(units, number);
  },
};

interface Plan {
  readonly seed: string;
  readonly merges: readonly Merge[];
  readonly sizes: (strata: readonly StratumSize[]) => ReadonlyMap<string, number>;
}

const readPlan = (options: Readonly<Record<string, string>>): Result<Plan, ToolFailure> => {
  const { seed, allocation = 'proportional' } = options;
  if (seed === undefined) return err(failure('--seed is needed'));
  const merges = json(options.merges ?? '[]');
  if (!isMerges(merges)) return err(failure('--merges must be a list of pairs of names'));
  if (options.sizes !== undefined) {
    const sizes = json(options.sizes);
    if (!isSizes(sizes)) return err(failure('--sizes must be {"stratum": n}'));
    return ok({ seed, merges, sizes: () => new Map(Object.entries(sizes)) });
  }
  const [target, response] = [Number(options.target), Number(options.response)];
  if (
    !(Number.isInteger(target) && target > 0 && Number.isInteger(response) && response > 0 && response <= 100)
  )
    return err(failure('--target and --response (1 to 100), whole numbers, or --sizes are needed'));
  if (allocation !== 'proportional' && allocation !== 'equal')
    return err(failure('--allocation is proportional or equal'));
  const sizes: Plan['sizes'] = (strata) =>
    new Map(proposeDraw(strata, { target, response, allocation }).map((one) => [one.stratum, one.draw]));
  return ok({ seed, merges, sizes });
};

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
};
const isMerges = (value: unknown): value is readonly Merge[] =>
  Array.isArray(value) &&
  value.every(
    (pair) => Array.isArray(pair) && pair.length === 2 && pair.every((one) => typeof one === 'string'),
  );
const isSizes = (value: unknown): value is Readonly<Record<string, number>> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((one) => typeof one === 'number');

type Faults = readonly ToolFailure[];
/** A frame with a bad row draws another sample, so nothing is drawn of it. */
const readUnits = (
  text: string,
):
  | { readonly ok: true; readonly value: readonly FrameUnit[] }
  | { readonly ok: false; readonly error: Faults } => {
  const looked = lookAtFrame(new TextEncoder().encode(text));
  if (!looked.ok) return { ok: false, error: [failure(`not a frame: ${looked.error.type}`)] };
  const { look } = looked.value;
  const columns = fullMap(look.columns);
  if (columns === null) return { ok: false, error: [failure('the heading lacks code, name or stratum', 1)] };
  const units: FrameUnit[] = [];
  const faults: ToolFailure[] = [];
  readFrame(looked.value.text, look.delimiter, columns, (chunk) => {
    units.push(...chunk.units);
    faults.push(...chunk.bad.map(({ line, problem }) => failure(JSON.stringify(problem), line)));
  });
  return faults.length > 0 ? { ok: false, error: faults } : { ok: true, value: units };
};
