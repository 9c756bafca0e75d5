/** Calling hours of a day as people write them: "8.30–11.30, 13–16"; minutes from midnight in the program. */
type Span = readonly [number, number];

const clock = (minute: number): string =>
  minute % 60 === 0
    ? String(minute / 60)
    : `${Math.floor(minute / 60)}.${String(minute % 60).padStart(2, '0')}`;

export const hoursText = (spans: readonly Span[]): string =>
  spans.map(([from, to]) => `${clock(from)}–${clock(to)}`).join(', ');

const minuteOf = (hour: string, minute: string | undefined): number =>
  Number(hour) * 60 + Number(minute ?? 0);
const SPAN = /^(\d{1,2})(?:[.:](\d{2}))?\s*[-–]\s*(\d{1,2})(?:[.:](\d{2}))?$/;

/** Spans in order and apart from each other, none for an empty text; null where it cannot be read. */
export const readHours = (text: string): readonly Span[] | null => {
  if (text.trim() === '') return [];
  const spans: Span[] = [];
  for (const part of text.split(/[,;]/)) {
    const [, hour, minute, toHour, toMinute] = SPAN.exec(part.trim()) ?? [];
    if (hour === undefined || toHour === undefined) return null;
    if (Number(minute ?? 0) > 59 || Number(toMinute ?? 0) > 59) return null;
    const [from, to] = [minuteOf(hour, minute), minuteOf(toHour, toMinute)];
    const before = spans.at(-1)?.[1] ?? -1;
    if (from >= to || to > 24 * 60 || from < before) return null;
    spans.push([from, to]);
  }
  return spans;
};
