import { useMemo } from 'react';
import type { Engine, QuestionCoding } from '../../engine/types.ts';
import { covers, frozenFor } from '../../study/codes.ts';
import type { View } from '../../study/command.ts';
import type { Id } from '../../study/ids.ts';
import type { Question } from '../../study/instrument.ts';
import type { AnswerRow, InterviewRow, RoundRow, SegmentRow } from '../../study/rows.ts';
import { combine } from '../../study/source.ts';
import { useSource } from '../../ui/use-source.ts';

/** An answer on the desk: one question across interviews, or one interview as a whole, give the same list of these. */
export interface DeskItem {
  readonly answer: AnswerRow;
  readonly interview: InterviewRow;
  readonly question: Question;
  readonly coding: QuestionCoding;
}

export const useCodings = (engine: Engine, questions: readonly Question[]): readonly QuestionCoding[] => {
  // By their names: another source would let go of what it shows and read it anew.
  const ids = questions.map(({ id }) => id).join(' ');
  const source = useMemo(
    () => combine((ids === '' ? [] : ids.split(' ')).map((id) => engine.coding(id))),
    [engine, ids],
  );
  return useSource(source);
};

/** null while the device still reads its pages. By the interview's random id: an order that says nothing, and stays. */
export const useItems = (
  engine: Engine,
  questions: readonly Question[],
  interview: Id | null,
): readonly DeskItem[] | null => {
  const codings = useCodings(engine, questions);
  return useMemo(() => {
    if (codings.some(({ rows }) => rows === null)) return null;
    return codings.flatMap((coding, at) => {
      const question = questions[at];
      if (!question) return [];
      return (coding.rows ?? [])
        .filter((row) => interview === null || row.interview.id === interview)
        .toSorted((a, b) => (a.interview.id < b.interview.id ? -1 : 1))
        .map((row) => ({ ...row, question, coding }));
    });
  }, [codings, questions, interview]);
};

/** What there is to code: a question that was not asked has no answer. */
export const isCodable = ({ answer }: DeskItem): boolean => answer.notes.trim() !== '';

/** Open rounds in which somebody codes, blind ones first: what is blind must not be coded outside it by mistake. */
export const openRoundsOf = (view: View, person: Id): readonly RoundRow[] =>
  [...view.all('round')]
    .filter((round) => round.state === 'open' && round.coders.includes(person))
    .sort((a, b) => Number(b.blind) - Number(a.blind) || (a.id < b.id ? -1 : 1));

/** The round that an answer, or a judgement of an interview, is coded in by this person; null: outside any. */
export const roundAt = (
  rounds: readonly RoundRow[],
  { answer }: Pick<DeskItem, 'answer'>,
  what: string = answer.question,
): RoundRow | null => rounds.find((round) => covers(round, answer.wave, answer.interview, what)) ?? null;

export const isFrozen = frozenFor;

/** The version of the codebook as this device sees it. */
export const codebookVersion = (view: View): number => {
  let version = 0;
  for (const row of view.all('code_version')) version = Math.max(version, row.version);
  return version;
};

export const LAYERS = ['mine', 'all', 'settled'] as const;
export type Layer = (typeof LAYERS)[number];

export const inLayer = (layer: Layer, me: Id, { coder, settled }: SegmentRow): boolean =>
  layer === 'all' || (layer === 'settled' ? settled === true : coder === me && !settled);
