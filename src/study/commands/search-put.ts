import type { CommandKind } from '../command.ts';
import type { Id } from '../ids.ts';
import { err, ok } from '../result.ts';
import type { SearchRow } from '../rows.ts';

/** Keeps a search for oneself; `keep` null forgets it. */
export interface SearchPut {
  readonly search: Id;
  readonly keep: Omit<SearchRow, 'id'> | null;
}

export const searchPut: CommandKind<SearchPut> = {
  kind: 'search.put',
  stream: 'coding',
  check: (view, { payload }, actor) => {
    if (actor.role === 'interviewer') return err({ type: 'refused', reason: 'not_allowed' });
    return payload.keep || view.get('search', payload.search)
      ? ok(null)
      : err({ type: 'refused', reason: 'no_change' });
  },
  apply: (_view, { payload }) => {
    const { search: id, keep } = payload;
    return [{ table: 'search', id, row: keep && { id, ...keep } }];
  },
  inverse: (view, { payload }): SearchPut => {
    const before = view.get('search', payload.search);
    if (!before) return { search: payload.search, keep: null };
    const { id, ...keep } = before;
    return { search: id, keep };
  },
};
