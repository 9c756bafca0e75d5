import type { CommandKind } from '../command.ts';
import { err, ok } from '../result.ts';

/** A passage becomes a quote candidate, or ceases to be one. */
export interface SegmentMark {
  readonly segment: string;
  readonly quote: boolean;
}

export const segmentMark: CommandKind<SegmentMark> = {
  kind: 'segment.mark',
  stream: 'coding',
  check: (view, { payload }, actor) => {
    if (actor.role === 'interviewer') return err({ type: 'refused', reason: 'not_allowed' });
    const row = view.get('segment', payload.segment);
    if (!row) return err({ type: 'refused', reason: 'unknown_reference' });
    if (!row.settled && row.coder !== actor.id) return err({ type: 'refused', reason: 'not_allowed' });
    return (row.quote === true) === payload.quote ? err({ type: 'refused', reason: 'no_change' }) : ok(null);
  },
  apply: (view, { payload }) => {
    const row = view.get('segment', payload.segment);
    if (!row) return [];
    const { quote: _, ...rest } = row;
    return [{ table: 'segment', id: row.id, row: payload.quote ? { ...rest, quote: true } : rest }];
  },
  inverse: (_view, { payload }): SegmentMark => ({ segment: payload.segment, quote: !payload.quote }),
};
