import type { Actor, CommandKind } from '../command.ts';
import type { Id } from '../ids.ts';
import { err, ok } from '../result.ts';
import type { JudgementRow } from '../rows.ts';

/** What an interview says to a claim's question; `value` null takes the judgement away. */
export interface JudgementSet {
  readonly interview: Id;
  readonly judgement: string;
  readonly round: Id | null;
  readonly value: string | null;
}

export const judgementIdOf = (interview: Id, judgement: string, coder: Id, round: Id | null): string =>
  `${interview}/${judgement}/${coder}/${round ?? '-'}`;
const idOf = ({ interview, judgement, round }: JudgementSet, actor: Actor): string =>
  judgementIdOf(interview, judgement, actor.id, round);

export const judgementSet: CommandKind<JudgementSet> = {
  kind: 'judgement.set',
  stream: 'coding',
  check: (view, { payload }, actor) => {
    if (actor.role === 'interviewer') return err({ type: 'refused', reason: 'not_allowed' });
    if (payload.round && view.get('round', payload.round)?.state === 'closed')
      return err({ type: 'refused', reason: 'round_closed' });
    if (payload.value !== null && !/^[a-z][a-z0-9_]*$/.test(payload.value))
      return err({ type: 'refused', reason: 'malformed' });
    return (view.get('judgement', idOf(payload, actor))?.value ?? null) === payload.value
      ? err({ type: 'refused', reason: 'no_change' })
      : ok(null);
  },
  apply: (_view, { payload }, actor) => {
    const { interview, judgement, round, value } = payload;
    const id = idOf(payload, actor);
    const row: JudgementRow | null =
      value === null ? null : { id, interview, judgement, coder: actor.id, round, value };
    return [{ table: 'judgement', id, row }];
  },
  inverse: (view, { payload }, actor): JudgementSet => ({
    ...payload,
    value: view.get('judgement', idOf(payload, actor))?.value ?? null,
  }),
};
