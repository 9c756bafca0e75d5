import type { SegmentRow } from './rows.ts';

/** Ids of segments and answers name their question behind the slash. */
export const questionOf = (id: string): string => id.slice(id.indexOf('/') + 1);
export const answerOf = ({ id, interview }: Pick<SegmentRow, 'id' | 'interview'>): string =>
  `${interview}/${questionOf(id)}`;

/** In order of reading: by start, the longer first, then by id, the same on every device. */
export const byPlace = (a: SegmentRow, b: SegmentRow): number =>
  a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1);

/** Where an offset lands when [start, end) is replaced by `length` characters; inside, it goes to the near edge. */
export const shiftOffset = (
  offset: number,
  start: number,
  end: number,
  length: number,
  edge: 'start' | 'end',
): number => {
  if (offset <= start) return offset;
  if (offset >= end) return offset - (end - start) + length;
  return edge === 'start' ? start : start + length;
};
