import { readFile } from 'node:fs/promises';
import { generatePractice } from '../practice/generate.ts';
import { generatePracticeRespondent } from '../practice/respondent.ts';
import { parseFrame, strataOf } from '../study/frame.ts';
import type { Json } from '../study/json.ts';
import { parseInstrument } from '../study/parse-instrument.ts';
import { err, ok } from '../study/result.ts';
import { failure, type Tool } from './tool.ts';

const WAVE = new URL('../../questionnaires/it-sakerhet-upphandling/2025/', import.meta.url);

/** Invented interviews of the practice study. */
export const generate: Tool = {
  summary: 'write invented interviews as JSON lines, the same for the same seed',
  help: `--interviews <n>  how many (100)
--seed <text>     the same seed gives the same interviews, byte for byte (1)
--cases           write the invented cases instead of the interviews
--raw <name>      write one interview before masking, with names and places in it, as if the municipality of this short
                  name were called
Reads nothing. Each line is what a hand-in holds: {"stratum", "background", "answers", "receipt"}.`,
  options: {
    interviews: { type: 'string' },
    seed: { type: 'string' },
    cases: { type: 'boolean' },
    raw: { type: 'string' },
  },
  async *run({ options }) {
    const count = Number(options.interviews ?? '100');
    if (!Number.isInteger(count) || count < 0) {
      yield err(failure('--interviews must be a whole number'));
      return;
    }
    const definition: Json = JSON.parse(await readFile(new URL('instrument.json', WAVE), 'utf8'));
    const instrument = parseInstrument(definition);
    const frame = parseFrame(await readFile(new URL('sample-frame.csv', WAVE), 'utf8'));
    if (!instrument.ok) {
      yield err(failure(`instrument.json${instrument.error.path}: ${instrument.error.reason}`));
      return;
    }
    if (!frame.ok) {
      yield err(failure(`sample-frame.csv: ${frame.error.reason}`, frame.error.line));
      return;
    }
    const seed = options.seed ?? '1';
    if (options.raw !== undefined) {
      yield ok(
        JSON.stringify(
          generatePracticeRespondent({ seed, instrument: instrument.value, municipality: options.raw }),
        ),
      );
      return;
    }
    const study = generatePractice({
      seed,
      interviews: count,
      instrument: instrument.value,
      strata: strataOf(frame.value),
    });
    for (const line of options.cases === undefined ? study.interviews : study.field.drawn)
      yield ok(JSON.stringify(line));
  },
};
