import type { Id } from '../study/ids.ts';
import type { CaseRow } from '../study/rows.ts';

/** Which cases change hands at once: of a stratum (null: of all), from one person, from nobody, or whoever has them. */
export interface GiveMany {
  readonly stratum: string | null;
  readonly from: Id | 'nobody' | 'anybody';
  /** null: into the pool, or to nobody yet. */
  readonly to: Id | null;
}

/** Those that are not over and are not with `to` already. */
export const casesToGive = (cases: readonly CaseRow[], { stratum, from, to }: GiveMany): readonly CaseRow[] =>
  cases.filter(
    (row) =>
      (row.status === 'new' || row.status === 'active') &&
      row.assignee !== to &&
      (stratum === null || row.stratum === stratum) &&
      (from === 'anybody' || row.assignee === (from === 'nobody' ? null : from)),
  );
