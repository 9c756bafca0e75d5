import { readFile } from 'node:fs/promises';
import { datasetOf } from '../exchange/dataset/from-rows.ts';
import type { Dataset } from '../exchange/dataset/model.ts';
import { generatePractice, PRACTICE_STUDY_NAME, practiceWaveFields } from '../practice/generate.ts';
import { parseFrame, strataOf } from '../study/frame.ts';
import type { Json } from '../study/json.ts';
import { parseClaims } from '../study/parse-claims.ts';
import { parseInstrument } from '../study/parse-instrument.ts';
import { err, ok, type Result } from '../study/result.ts';
import { failure, type ToolFailure } from './tool.ts';

const WAVE = new URL('../../questionnaires/it-sakerhet-upphandling/2025/', import.meta.url);
const read = (name: string): Promise<string> => readFile(new URL(name, WAVE), 'utf8');

/** Invented interviews of the study's own questionnaire, not coded; the same every time. */
export const practiceDataset = async (count: string): Promise<Result<Dataset, ToolFailure>> => {
  const interviews = Number(count);
  if (!Number.isInteger(interviews) || interviews < 1)
    return err(failure('--practice must be a whole number, 1 or more'));
  const instrument = parseInstrument(JSON.parse(await read('instrument.json')) as Json);
  const claims = parseClaims(JSON.parse(await read('claims.json')) as Json);
  const frame = parseFrame(await read('sample-frame.csv'));
  if (!instrument.ok || !claims.ok || !frame.ok)
    return err(failure('the files of the questionnaire are broken'));
  const strata = strataOf(frame.value);
  const practice = generatePractice({ seed: 'export', interviews, instrument: instrument.value, strata });
  const population = new Map(
    strata.map((name) => [name, frame.value.filter(({ stratum }) => stratum === name).length]),
  );
  const year = 2025;
  const made = practice.interviews.map((interview, at) => ({ id: idOf(at), interview }));
  return ok(
    datasetOf(
      {
        study: { id: idOf(-1), name: PRACTICE_STUDY_NAME, practice: true },
        wave: {
          id: WAVE_ID,
          study: idOf(-1),
          label: `Övning ${year}`,
          year,
          status: 'closed',
          k: 1,
          instrument: 'practice',
          strata,
          fields: practiceWaveFields(year),
          rev: {},
        },
        instrument: instrument.value,
        interviews: made.map(({ id, interview: { stratum, background } }) => ({
          id,
          wave: WAVE_ID,
          stratum,
          instrument: 'practice',
          month: `${year}-11`,
          ...background,
        })),
        answers: made.flatMap(({ id, interview: { answers } }) =>
          answers.map((answer) => ({
            ...answer,
            id: `${id}/${answer.question}`,
            interview: id,
            wave: WAVE_ID,
            revision: 1,
          })),
        ),
        codes: [],
        judgements: claims.value.judgements,
      },
      { layer: 'none', codebookVersion: null, codesOn: () => null, judged: () => null, population },
    ),
  );
};

/** Invented interviews have invented ids. */
const idOf = (at: number): string => `00000000-0000-4000-8000-${String(at + 1).padStart(12, '0')}`;
const WAVE_ID = 'wave';
