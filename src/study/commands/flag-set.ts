import type { Actor, CommandKind, View } from '../command.ts';
import { err, ok } from '../result.ts';

/** "Discuss", a flag of one's own on an answer. */
export interface FlagSet {
  readonly answer: string;
  readonly on: boolean;
}

const idOf = ({ answer }: FlagSet, actor: Actor): string => `${answer}/${actor.id}`;
const stands = (view: View, payload: FlagSet, actor: Actor): boolean =>
  view.get('flag', idOf(payload, actor)) !== undefined;

export const flagSet: CommandKind<FlagSet> = {
  kind: 'flag.set',
  stream: 'coding',
  check: (view, { payload }, actor) => {
    if (actor.role === 'interviewer') return err({ type: 'refused', reason: 'not_allowed' });
    return stands(view, payload, actor) === payload.on
      ? err({ type: 'refused', reason: 'no_change' })
      : ok(null);
  },
  apply: (_view, { payload }, actor) => {
    const id = idOf(payload, actor);
    const row = payload.on ? { id, answer: payload.answer, by: actor.id } : null;
    return [{ table: 'flag', id, row }];
  },
  inverse: (_view, { payload }): FlagSet => ({ ...payload, on: !payload.on }),
};
