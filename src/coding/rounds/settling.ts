import type { DecisionPut } from '../../study/commands/decision-put.ts';
import type { Id } from '../../study/ids.ts';
import type { AnswerRow, DecisionRow, RoundRow, SegmentRow, VERDICTS } from '../../study/rows.ts';
import type { Cluster } from './units.ts';

export type Verdict = (typeof VERDICTS)[number];

/** A place where two coders differ, or agree, with what was settled of it. */
export interface Difference {
  readonly answer: AnswerRow;
  readonly cluster: Cluster;
  readonly decision: DecisionRow | undefined;
  /** How much the answer costs: share of the codes that only one of the two gave it. */
  readonly cost: number;
}

export const decisionOn = (
  decisions: Iterable<DecisionRow>,
  round: Id,
  answer: AnswerRow,
  { start, end }: Pick<Cluster, 'start' | 'end'>,
): DecisionRow | undefined => {
  for (const row of decisions)
    if (
      row.round === round &&
      row.interview === answer.interview &&
      row.question === answer.question &&
      row.span &&
      row.span.start < end &&
      row.span.end > start
    )
      return row;
  return undefined;
};

/** Codes that only one of two gave, as a share of all they gave: 0 the same, 1 nothing in common. */
export const costOf = (a: readonly SegmentRow[], b: readonly SegmentRow[], code: (id: Id) => Id): number => {
  const [one, other] = [new Set(a.map((row) => code(row.code))), new Set(b.map((row) => code(row.code)))];
  const all = new Set([...one, ...other]);
  const common = [...all].filter((id) => one.has(id) && other.has(id)).length;
  return all.size === 0 ? 0 : 1 - common / all.size;
};

/** What goes into the settled layer; the coders' own stays as it is. Earlier settled passages of the place give way. */
export const settle = (input: {
  readonly round: RoundRow;
  readonly answer: AnswerRow;
  readonly cluster: Cluster;
  readonly coders: readonly [Id, Id];
  readonly verdict: Verdict;
  /** The right code, where it is neither's. */
  readonly other: Id | null;
  readonly note: string;
  readonly codebook: number;
  readonly decision: DecisionRow | undefined;
  readonly settled: readonly SegmentRow[];
  readonly newId: () => Id;
}): DecisionPut => {
  const { round, answer, cluster, coders, verdict, other, note, codebook, decision, settled, newId } = input;
  const [a = [], b = []] = cluster.by;
  const kept: readonly SegmentRow[] =
    verdict === 'a' ? a : verdict === 'b' ? b : verdict === 'both' ? [...a, ...b] : [];
  // Both gave the same code: one passage over both.
  const merged = new Map<Id, { start: number; end: number }>();
  for (const { code, start, end } of kept) {
    const seen = merged.get(code);
    merged.set(
      code,
      seen ? { start: Math.min(seen.start, start), end: Math.max(seen.end, end) } : { start, end },
    );
  }
  if (verdict === 'other' && other) merged.set(other, { start: cluster.start, end: cluster.end });
  return {
    decision: decision?.id ?? newId(),
    row: {
      round: round.id,
      interview: answer.interview,
      question: answer.question,
      span: { start: cluster.start, end: cluster.end, revision: answer.revision },
      coders,
      verdict,
      value: null,
      note,
    },
    remove: settled
      .filter(({ start, end }) => start < cluster.end && end > cluster.start)
      .map(({ id }) => id),
    add: [...merged].map(([code, range]) => ({
      id: `${newId()}/${answer.question}`,
      interview: answer.interview,
      ...range,
      revision: answer.revision,
      code,
      codebook,
      // Of no round: the round is closed, and the decision says which it was.
      settled: true as const,
    })),
  };
};
