import { readCounts } from '../figures/aapor/counts.ts';
import { outcomeRates, rateValues } from '../figures/aapor/rates.ts';
import { ok } from '../study/result.ts';
import { eachJsonLine } from './json-line.ts';
import type { Tool } from './tool.ts';

/** Outcome rates as the progress page shows them. */
export const rates: Tool = {
  summary: 'AAPOR response, cooperation, refusal and contact rates from counts',
  help: `Reads JSON lines: {"I", "P", "R", "NC", "O", "UH", "UO", "NE", "e"}, all counts given, e optional (else estimated from
the known). Writes one line for each: {"RR1" … "RR6", "COOP1" … "COOP4", "REF1" … "REF3", "CON1" … "CON3", "e"}.
null is "not defined" (0/0). Formulas and their source: docs/figures.md.`,
  options: {},
  run: (input) =>
    eachJsonLine(input, (value) => {
      const counts = readCounts(value);
      return counts.ok ? ok(rateValues(outcomeRates(counts.value))) : counts;
    }),
};
