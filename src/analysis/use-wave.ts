import { useEffect, useState } from 'react';
import type { Engine } from '../engine/types.ts';
import { type MadeWave, makeWave } from '../figures/wave/from-rows.ts';
import type { ClaimSet } from '../study/claims.ts';
import type { View } from '../study/command.ts';
import type { Instrument } from '../study/instrument.ts';
import { parseClaims } from '../study/parse-claims.ts';
import { parseInstrument } from '../study/parse-instrument.ts';
import type { AnswerRow, ClaimsRow, CodeRow, JudgementRow, SegmentRow, WaveRow } from '../study/rows.ts';
import { useSource } from '../ui/use-source.ts';

/** A wave as its results are read from: counted anew whenever something of it changes. */
export interface Results {
  readonly wave: WaveRow;
  readonly instrument: Instrument;
  readonly claims: ClaimSet | null;
  readonly claimsRows: readonly ClaimsRow[];
  readonly codes: readonly CodeRow[];
  readonly made: MadeWave;
  readonly answers: readonly AnswerRow[];
}

/** Changes come in flocks while coding goes on; they are counted together. */
const PATIENCE_MS = 300;

/** undefined: being counted for the first time; null: nothing to count. */
export const useResults = (engine: Engine): Results | null | undefined => {
  const view = useSource(engine.view);
  const [results, setResults] = useState<Results | null | undefined>();
  const [bug, setBug] = useState<unknown>(null);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      count(engine, view).then(
        (counted) => {
          if (wanted) setResults(counted);
        },
        (cause: unknown) => {
          if (wanted) setBug(cause);
        },
      );
    }, PATIENCE_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [engine, view]);
  if (bug) throw bug;
  return results;
};

const newest = <T>(rows: Iterable<T>, rank: (row: T) => number): T | undefined =>
  [...rows].sort((a, b) => rank(b) - rank(a))[0];

const count = async (engine: Engine, view: View): Promise<Results | null> => {
  const wave = newest(view.all('wave'), ({ year }) => year);
  if (!wave) return null;
  const versions = [...view.all('instrument')].filter((row) => row.wave === wave.id);
  const instrument = parseInstrument(newest(versions, ({ version }) => version)?.definition ?? null);
  if (!instrument.ok) return null;
  const claimsRows = [...view.all('claims')]
    .filter((row) => row.wave === wave.id)
    .sort((a, b) => a.version - b.version);
  const claims = claimsRows.length === 0 ? null : parseClaims(claimsRows.at(-1)?.definition ?? null);
  const [answers, segments, judgements]: [AnswerRow[], SegmentRow[], JudgementRow[]] = [[], [], []];
  await engine.scan('answer', (row) => answers.push(row));
  await engine.scan('segment', (row) => segments.push(row));
  await engine.scan('judgement', (row) => judgements.push(row));
  const codes = [...view.all('code')];
  const parts = { wave, instrument: instrument.value, claims: claims?.ok ? claims.value : null };
  return {
    ...parts,
    claimsRows,
    codes,
    answers,
    made: makeWave({
      ...parts,
      draw: [...view.all('draw')].find((draw) => draw.wave === wave.id) ?? null,
      interviews: [...view.all('interview')],
      answers,
      codes,
      segments,
      judgements,
      decisions: [...view.all('decision')],
    }),
  };
};
