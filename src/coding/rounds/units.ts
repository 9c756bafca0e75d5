import type { QuestionCoding } from '../../engine/types.ts';
import { covers } from '../../study/codes.ts';
import type { Id } from '../../study/ids.ts';
import type { AnswerRow, RoundRow, SegmentRow } from '../../study/rows.ts';

/** An answer of a round, as its coders coded it. */
export interface CodedUnit {
  readonly answer: AnswerRow;
  /** Own segments of each coder of the round, in its order; null: not through with it, which is missing, not "none". */
  readonly by: readonly (readonly SegmentRow[] | null)[];
  /** The settled layer. */
  readonly settled: readonly SegmentRow[];
}

/** Answers with something written in them that the round covers, and what its coders made of them in the round. */
export const unitsOf = (round: RoundRow, codings: readonly QuestionCoding[]): readonly CodedUnit[] =>
  codings.flatMap((coding) =>
    (coding.rows ?? [])
      .filter(
        ({ answer }) =>
          answer.notes.trim() !== '' && covers(round, answer.wave, answer.interview, answer.question),
      )
      .toSorted((a, b) => (a.answer.id < b.answer.id ? -1 : 1))
      .map(({ answer }) => {
        const there = coding.segmentsOn(answer.id);
        const rows = there.filter((row) => row.round === round.id);
        return {
          answer,
          settled: there.filter(({ settled }) => settled),
          by: round.coders.map((coder) => {
            const own = rows.filter((row) => row.coder === coder && !row.settled);
            return own.length > 0 || coding.isDone(answer.id, coder, round.id) ? own : null;
          }),
        };
      }),
  );

/** Passages that overlap, whoever marked them: what is settled in one go. */
export interface Cluster {
  readonly start: number;
  readonly end: number;
  readonly by: readonly (readonly SegmentRow[])[];
  /** The same codes from both; the ends may differ. */
  readonly agreed: boolean;
}

const sameCodes = (a: readonly SegmentRow[], b: readonly SegmentRow[], code: (id: Id) => Id): boolean => {
  const [one, other] = [new Set(a.map((row) => code(row.code))), new Set(b.map((row) => code(row.code)))];
  return one.size === other.size && [...one].every((id) => other.has(id));
};

/** The passages of two coders on one answer, cut where nobody marked anything. `code` leads through mergers. */
export const clustersOf = (
  a: readonly SegmentRow[],
  b: readonly SegmentRow[],
  code: (id: Id) => Id,
): readonly Cluster[] => {
  const all = [...a.map((row) => ({ row, coder: 0 })), ...b.map((row) => ({ row, coder: 1 }))].sort(
    (one, other) => one.row.start - other.row.start || one.row.end - other.row.end,
  );
  const clusters: { start: number; end: number; by: [SegmentRow[], SegmentRow[]] }[] = [];
  for (const { row, coder } of all) {
    const last = clusters.at(-1);
    const cluster =
      last && row.start < last.end
        ? last
        : { start: row.start, end: row.end, by: [[], []] as [SegmentRow[], SegmentRow[]] };
    if (cluster !== last) clusters.push(cluster);
    cluster.end = Math.max(cluster.end, row.end);
    cluster.by[coder === 0 ? 0 : 1].push(row);
  }
  return clusters.map((cluster) => ({ ...cluster, agreed: sameCodes(cluster.by[0], cluster.by[1], code) }));
};

/** Which code of the one met which of the other where they differ, most often first. */
export const confusions = (
  clusters: readonly Cluster[],
  code: (id: Id) => Id,
): readonly { readonly a: Id | null; readonly b: Id | null; readonly count: number }[] => {
  const counts = new Map<string, { a: Id | null; b: Id | null; count: number }>();
  for (const { by, agreed } of clusters) {
    if (agreed) continue;
    const [a, b] = [
      new Set(by[0]?.map((row) => code(row.code))),
      new Set(by[1]?.map((row) => code(row.code))),
    ];
    const [onlyA, onlyB] = [[...a].filter((id) => !b.has(id)), [...b].filter((id) => !a.has(id))];
    for (const one of onlyA.length > 0 ? onlyA : [null])
      for (const other of onlyB.length > 0 ? onlyB : [null]) {
        const key = `${one} ${other}`;
        const seen = counts.get(key) ?? { a: one, b: other, count: 0 };
        counts.set(key, { ...seen, count: seen.count + 1 });
      }
  }
  return [...counts.values()].sort((x, y) => y.count - x.count);
};
