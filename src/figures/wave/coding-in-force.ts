import type { Id } from '../../study/ids.ts';
import type { DecisionRow, SegmentRow } from '../../study/rows.ts';
import { questionOf } from '../../study/segments.ts';
import type { Passage } from './wave-data.ts';

/** Which coding counts, and of how many answers it stems from where. */
export interface CodingInForce {
  readonly passages: readonly Passage[];
  readonly from: {
    /** Settled in adjudication. */
    readonly settled: number;
    /** One coder alone. */
    readonly single: number;
    /** Several coders, not settled: only codes that all of them laid count. */
    readonly agreed: number;
  };
}

/**
 * The settled layer where an answer was settled; one coder's where only one has coded it; else what all who coded it
 * agree on, with the passages of the first. So no share grows by what somebody has not yet looked at.
 */
export const codingInForce = (
  rows: { readonly segments: readonly SegmentRow[]; readonly decisions: readonly DecisionRow[] },
  placeOf: ReadonlyMap<Id, number>,
  nameOf: (code: Id) => string,
): CodingInForce => {
  const answers = new Map<string, SegmentRow[]>();
  for (const segment of rows.segments) {
    if (!placeOf.has(segment.interview)) continue;
    const key = `${segment.interview}/${questionOf(segment.id)}`;
    const there = answers.get(key);
    if (there) there.push(segment);
    else answers.set(key, [segment]);
  }
  const settled = new Set(rows.decisions.map(({ interview, question }) => `${interview}/${question}`));
  for (const [key, segments] of answers) if (segments.some((segment) => segment.settled)) settled.add(key);
  const from = { settled: 0, single: 0, agreed: 0 };
  const passages: Passage[] = [];
  for (const [key, segments] of answers) {
    const [kind, chosen] = settled.has(key)
      ? (['settled', segments.filter((segment) => segment.settled)] as const)
      : unsettled(segments, nameOf);
    from[kind]++;
    for (const { id, interview, start, end, code } of chosen)
      passages.push({
        interview: placeOf.get(interview) ?? 0,
        question: questionOf(id),
        start,
        end,
        code: nameOf(code),
      });
  }
  return { passages, from };
};

const unsettled = (
  segments: readonly SegmentRow[],
  nameOf: (code: Id) => string,
): readonly ['single' | 'agreed', readonly SegmentRow[]] => {
  const coders = [...new Set(segments.map(({ coder }) => coder))].sort();
  const [first] = coders;
  if (coders.length === 1) return ['single', segments];
  const codesOf = coders.map(
    (coder) => new Set(segments.filter((each) => each.coder === coder).map(({ code }) => nameOf(code))),
  );
  return [
    'agreed',
    segments.filter(
      ({ coder, code }) => coder === first && codesOf.every((codes) => codes.has(nameOf(code))),
    ),
  ];
};
