import { useMemo } from 'react';
import type { Engine } from '../../engine/types.ts';
import type { Judgement } from '../../study/claims.ts';
import type { RoundRow } from '../../study/rows.ts';
import { combine } from '../../study/source.ts';
import { useSource } from '../../ui/use-source.ts';
import { type DeskItem, roundAt } from './items.ts';
import type { Judged } from './side-panel.tsx';

const NONE: readonly Judgement[] = [];

/** The judgements that rest on this answer's question, with one's own value for this interview. */
export const useJudging = (
  engine: Engine,
  all: readonly Judgement[],
  item: DeskItem | undefined,
  rounds: readonly RoundRow[],
): readonly Judged[] => {
  const question = item?.question.id;
  const mine = useMemo(
    () => (question ? all.filter(({ questions }) => questions.includes(question)) : NONE),
    [all, question],
  );
  const ids = mine.map(({ id }) => id).join(' ');
  const source = useMemo(
    () => combine((ids === '' ? [] : ids.split(' ')).map((id) => engine.judgements(id))),
    [engine, ids],
  );
  const lists = useSource(source);
  return mine.map((judgement, at) => {
    const round = item ? (roundAt(rounds, item, judgement.id)?.id ?? null) : null;
    const row = lists[at]?.rows?.find(
      (one) => one.coder === engine.me.id && one.interview === item?.interview.id && one.round === round,
    );
    return { judgement, value: row?.value ?? null };
  });
};
