import type { Actor, CommandKind } from '../command.ts';
import type { Id } from '../ids.ts';
import { err, ok } from '../result.ts';
import type { DoneRow } from '../rows.ts';
import { questionOf } from '../segments.ts';

/** One is through with an answer, or not after all. */
export interface DoneSet {
  readonly answer: string;
  readonly round: Id | null;
  readonly done: boolean;
}

export const doneIdOf = (answer: string, coder: Id, round: Id | null): string =>
  `${answer}/${coder}/${round ?? '-'}`;
const idOf = ({ answer, round }: DoneSet, actor: Actor): string => doneIdOf(answer, actor.id, round);

export const doneSet: CommandKind<DoneSet> = {
  kind: 'done.set',
  stream: 'coding',
  check: (view, { payload }, actor) => {
    if (actor.role === 'interviewer') return err({ type: 'refused', reason: 'not_allowed' });
    if (payload.round && view.get('round', payload.round)?.state === 'closed')
      return err({ type: 'refused', reason: 'round_closed' });
    return (view.get('done', idOf(payload, actor)) !== undefined) === payload.done
      ? err({ type: 'refused', reason: 'no_change' })
      : ok(null);
  },
  apply: (_view, { payload }, actor) => {
    const { answer, round } = payload;
    const id = idOf(payload, actor);
    const interview = answer.slice(0, answer.indexOf('/'));
    const row: DoneRow = { id, interview, question: questionOf(answer), coder: actor.id, round };
    return [{ table: 'done', id, row: payload.done ? row : null }];
  },
  inverse: (_view, { payload }): DoneSet => ({ ...payload, done: !payload.done }),
};
