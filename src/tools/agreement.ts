import { type Agreement, agreementIntervals, agreementOf } from '../figures/agreement/summary.ts';
import { err, ok } from '../study/result.ts';
import { isLevel, LEVELS, type Rated, rated } from './agreement-rows.ts';
import { readCsv } from './csv.ts';
import { failure, type Tool } from './tool.ts';

/** Agreement between coders, as the agreement page shows it. */
export const agreement: Tool = {
  summary: 'agreement between coders: percent, kappas, alpha, AC1',
  help: `Reads CSV with the header unit,coder,value (an empty value is missing) and writes one JSON object:
{"percent", "cohen", "light", "scott", "fleiss", "alpha", "ac1", "brennanPrediger", "coders", "units", "pairable",
"level", "reasons": {}}. A figure that is not defined is null and says why under its name in reasons. units counts those
with values from two coders or more, pairable their values. Formulas and sources: docs/figures.md.

--level <level>   ${LEVELS.join(', ')}; nominal unless told. Only alpha uses it; all but nominal need numbers
--draws <count>   adds "intervals": {name: [low, high]} at 95 %, from so many bootstrap draws of units
--seed <text>     the same seed draws the same units; 1 unless told`,
  options: { level: { type: 'string' }, draws: { type: 'string' }, seed: { type: 'string' } },
  async *run({ options, text }) {
    const level = options.level ?? 'nominal';
    if (!isLevel(level)) {
      yield err(failure(`--level must be one of ${LEVELS.join(', ')}`));
      return;
    }
    const draws = Number(options.draws ?? '0');
    if (!Number.isInteger(draws) || draws < 0) {
      yield err(failure('--draws must be a whole number'));
      return;
    }
    const rows = readCsv(await text());
    if (!rows.ok) {
      yield rows;
      return;
    }
    const read = rated(rows.value, level);
    if (!read.ok) {
      for (const fault of read.error.faults) yield err(fault);
      return;
    }
    const found = agreementOf(read.value.ratings, read.value);
    const more = draws === 0 ? {} : intervalsOf(read.value, draws, options.seed ?? '1');
    yield ok(JSON.stringify({ ...printed(found), level, ...more, reasons: reasonsOf(found) }));
  },
};

const printed = ({ figures, coders, units, pairable }: Agreement) => ({
  ...Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value])),
  coders,
  units,
  pairable,
});

const reasonsOf = ({ figures }: Agreement) =>
  Object.fromEntries(
    Object.entries(figures).flatMap(([name, { reason }]) => (reason === undefined ? [] : [[name, reason]])),
  );

const intervalsOf = ({ ratings, distances }: Rated, draws: number, seed: string) => ({
  intervals: Object.fromEntries(
    Object.entries(agreementIntervals(ratings, { distances }, { seed, draws })).map(
      ([name, { interval }]) => [name, interval],
    ),
  ),
});
