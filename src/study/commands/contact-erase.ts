import type { Change, CommandKind } from '../command.ts';
import type { Id } from '../ids.ts';
import { err, ok } from '../result.ts';

/** They asked to be deleted: every contact of the case goes, and none is taken again. The bare outcomes stay. */
export interface ContactErase {
  readonly case: Id;
  /** Id of the empty row that is left, so that everybody who has the case knows. */
  readonly marker: Id;
}

export const contactErase: CommandKind<ContactErase> = {
  kind: 'contact.erase',
  stream: 'cases',
  check: (view, { payload }, actor) => {
    if (actor.role === 'coder') return err({ type: 'refused', reason: 'not_allowed' });
    return view.get('case', payload.case) ? ok(null) : err({ type: 'refused', reason: 'unknown_reference' });
  },
  apply: (view, { payload }) => {
    const { case: caseId, marker } = payload;
    if (!view.get('case', caseId)) return [];
    const gone = [...view.all('contact')]
      .filter((row) => row.case === caseId)
      .map(({ id }): Change => ({ table: 'contact', id, row: null }));
    const row = { id: marker, case: caseId, generation: 0, box: '', rev: { box: 1 } };
    return [...gone, { table: 'contact', id: marker, row }];
  },
  inverse: () => null,
};
