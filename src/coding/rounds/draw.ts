import type { Id } from '../../study/ids.ts';
import type { InterviewRow } from '../../study/rows.ts';
import { seeded } from '../../study/seeded.ts';

/** So many interviews at random; the same seed draws the same again. In the order of their ids, which says nothing. */
export const drawInterviews = (
  interviews: readonly InterviewRow[],
  count: number,
  seed: string,
): readonly Id[] => {
  const chance = seeded(`${seed}/round`);
  const left = interviews.map(({ id }) => id).sort();
  const drawn: Id[] = [];
  while (drawn.length < count && left.length > 0) {
    const [one] = left.splice(chance.below(left.length), 1);
    if (one) drawn.push(one);
  }
  return drawn.sort();
};

/** The same, each stratum with its share (largest remainders), so that none is missing by chance. */
export const drawByStratum = (
  interviews: readonly InterviewRow[],
  count: number,
  seed: string,
): readonly Id[] => {
  const wanted = Math.min(count, interviews.length);
  const strata = new Map<string, InterviewRow[]>();
  for (const row of interviews) strata.set(row.stratum, [...(strata.get(row.stratum) ?? []), row]);
  const exact = [...strata].map(([stratum, rows]) => {
    const share = (wanted * rows.length) / Math.max(1, interviews.length);
    return { stratum, rows, whole: Math.floor(share), rest: share - Math.floor(share) };
  });
  let open = wanted - exact.reduce((sum, { whole }) => sum + whole, 0);
  const byRest = exact.toSorted((a, b) => b.rest - a.rest || (a.stratum < b.stratum ? -1 : 1));
  return byRest
    .flatMap(({ stratum, rows, whole }) => {
      const more = open > 0 ? 1 : 0;
      open -= more;
      return drawInterviews(rows, whole + more, `${seed}/${stratum}`);
    })
    .sort();
};
