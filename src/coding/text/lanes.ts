import type { Range } from '../marks.ts';

/** How many lines fit under a line of text; what overlaps beyond is counted, not drawn. */
export const LANES = 5;

/**
 * The line under the text on which each span is drawn: the first that is free where it stands, in the order given. With
 * the oldest first a new span moves no other. Spans beyond the lines get -1.
 */
export const lanesOf = (spans: readonly Range[], lanes = LANES): readonly number[] => {
  const taken: Range[][] = Array.from({ length: lanes }, () => []);
  return spans.map((span) => {
    const lane = taken.findIndex((others) =>
      others.every((other) => other.end <= span.start || other.start >= span.end),
    );
    taken[lane]?.push(span);
    return lane;
  });
};
