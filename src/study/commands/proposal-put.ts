import type { CommandKind } from '../command.ts';
import type { Id } from '../ids.ts';
import { err, ok } from '../result.ts';
import type { ProposalRow } from '../rows.ts';

/** A change that somebody wants in the codebook; a lead takes it (and edits the code) or declines it. */
export interface ProposalPut {
  readonly proposal: Id;
  readonly code: Id;
  readonly fields: ProposalRow['fields'];
  readonly note: string;
  readonly state: ProposalRow['state'];
}

export const proposalPut: CommandKind<ProposalPut> = {
  kind: 'proposal.put',
  stream: 'coding',
  check: (view, { payload }, actor) => {
    if (actor.role === 'interviewer') return err({ type: 'refused', reason: 'not_allowed' });
    if (!view.get('code', payload.code)) return err({ type: 'refused', reason: 'unknown_reference' });
    const row = view.get('proposal', payload.proposal);
    return row && row.by !== actor.id && actor.role !== 'lead'
      ? err({ type: 'refused', reason: 'not_allowed' })
      : ok(null);
  },
  apply: (view, { payload }, actor) => {
    const { proposal: id, ...rest } = payload;
    const by = view.get('proposal', id)?.by ?? actor.id;
    return [{ table: 'proposal', id, row: { id, by, ...rest } }];
  },
  inverse: (view, { payload }): ProposalPut => {
    const row = view.get('proposal', payload.proposal);
    if (!row) return { ...payload, state: 'declined' };
    const { id, by: _, ...rest } = row;
    return { proposal: id, ...rest };
  },
};
