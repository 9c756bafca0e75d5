import type { CommandKind } from '../command.ts';
import type { Id } from '../ids.ts';
import { err } from '../result.ts';
import type { DecisionRow } from '../rows.ts';
import { applySegments, checkSegments, invertSegments, type SegmentChange } from './segment-change.ts';

/**
 * Settles a difference of a closed round: who was right, why, and what the settled layer says of it, all in one.
 * `row` null takes the decision away. The coders' own segments stay untouched.
 */
export interface DecisionPut extends SegmentChange {
  readonly decision: Id;
  readonly row: Omit<DecisionRow, 'id' | 'by'> | null;
}

const fieldsOf = ({ id: _, by: __, ...row }: DecisionRow): Omit<DecisionRow, 'id' | 'by'> => row;

export const decisionPut: CommandKind<DecisionPut> = {
  kind: 'decision.put',
  stream: 'coding',
  check: (view, { payload }, actor) => {
    const { row, add, remove } = payload;
    const own = add.some(({ settled }) => !settled) || remove.some((id) => !view.get('segment', id)?.settled);
    if (own) return err({ type: 'refused', reason: 'malformed' });
    const round = row && view.get('round', row.round);
    if (row && !round) return err({ type: 'refused', reason: 'unknown_reference' });
    if (round && round.state !== 'closed') return err({ type: 'refused', reason: 'not_allowed' });
    return checkSegments(view, { add, remove }, actor);
  },
  apply: (view, { payload }, actor) => {
    const { decision: id, row, add, remove } = payload;
    return [
      { table: 'decision', id, row: row && { id, by: actor.id, ...row } },
      ...applySegments(view, { add, remove }, actor),
    ];
  },
  inverse: (view, { payload }): DecisionPut => {
    const before = view.get('decision', payload.decision);
    return {
      decision: payload.decision,
      row: before ? fieldsOf(before) : null,
      ...invertSegments(view, payload),
    };
  },
};
