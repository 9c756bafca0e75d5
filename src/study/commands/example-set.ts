import type { CommandKind } from '../command.ts';
import type { Id } from '../ids.ts';
import { err, ok } from '../result.ts';

/** A passage shows what a code means, or no longer does. */
export interface ExampleSet {
  readonly code: Id;
  readonly segment: string;
  readonly on: boolean;
}

const idOf = ({ code, segment }: ExampleSet): string => `${code}/${segment}`;

export const exampleSet: CommandKind<ExampleSet> = {
  kind: 'example.set',
  stream: 'coding',
  check: (view, { payload }, actor) => {
    if (actor.role === 'interviewer') return err({ type: 'refused', reason: 'not_allowed' });
    if (!view.get('code', payload.code)) return err({ type: 'refused', reason: 'unknown_reference' });
    return (view.get('example', idOf(payload)) !== undefined) === payload.on
      ? err({ type: 'refused', reason: 'no_change' })
      : ok(null);
  },
  apply: (_view, { payload }, actor) => {
    const { code, segment, on } = payload;
    const id = idOf(payload);
    return [{ table: 'example', id, row: on ? { id, code, segment, by: actor.id } : null }];
  },
  inverse: (_view, { payload }): ExampleSet => ({ ...payload, on: !payload.on }),
};
