import type { Id } from '../study/ids.ts';
import type { CaseRow } from '../study/rows.ts';

/**
 * Gives each case without an interviewer to the one with the fewest, stratum by stratum, so that everybody gets some
 * of each sort and no stratum hangs on one voice.
 */
export const shareEvenly = (
  cases: readonly CaseRow[],
  interviewers: readonly Id[],
): readonly { readonly case: Id; readonly assignee: Id }[] => {
  const load = new Map<Id, number>(interviewers.map((id) => [id, 0]));
  const ofStratum = new Map<string, number>();
  const count = (stratum: string, id: Id): number => ofStratum.get(`${stratum}/${id}`) ?? 0;
  const give = (row: CaseRow, id: Id): void => {
    load.set(id, (load.get(id) ?? 0) + 1);
    ofStratum.set(`${row.stratum}/${id}`, count(row.stratum, id) + 1);
  };
  for (const row of cases) if (row.assignee !== null && load.has(row.assignee)) give(row, row.assignee);
  const free = cases
    .filter((row) => row.assignee === null && row.status !== 'closed')
    .sort((a, b) => a.stratum.localeCompare(b.stratum) || a.name.localeCompare(b.name));
  const given: { readonly case: Id; readonly assignee: Id }[] = [];
  for (const row of free) {
    const [assignee] = [...interviewers].sort(
      (a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0) || count(row.stratum, a) - count(row.stratum, b),
    );
    if (assignee === undefined) break;
    give(row, assignee);
    given.push({ case: row.id, assignee });
  }
  return given;
};
