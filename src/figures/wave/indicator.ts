import { type Column, NOT_ANSWERED, NOT_ASKED, type Passage, type WaveData } from './wave-data.ts';

/** For each interview: it counts, it does not, or it stands outside the denominator. */
export interface Indicator {
  readonly of: Uint8Array;
  readonly denominator: Denominator;
}
export const NO = 0;
export const YES = 1;
export const OUTSIDE = 2;

/**
 * Of whom a share is. `asked`: the question was put. `answered`: and it was answered. `judgeable`: and the notes tell.
 * `all`: every interview, for what is mentioned unasked.
 */
export type Denominator = 'all' | 'asked' | 'answered' | 'judgeable';

/** Interviews in one of some categories of a column. */
export const inCategories = (
  column: Column,
  categories: readonly string[],
  denominator: Exclude<Denominator, 'all'>,
): Indicator => {
  const counted = new Set(categories.map((category) => column.categories.indexOf(category)));
  const of = new Uint8Array(column.of.length);
  for (const [at, value] of column.of.entries())
    of[at] = counted.has(value) ? YES : inside(value, column, denominator) ? NO : OUTSIDE;
  return { of, denominator };
};

const inside = (value: number, column: Column, denominator: Denominator): boolean => {
  if (value < column.categories.length) return true;
  if (value === NOT_ASKED) return false;
  return denominator === 'asked' || (denominator === 'answered' && value !== NOT_ANSWERED);
};

/** Interviews with a passage under any of some codes and under none of others. What is not mentioned is no "no". */
export const mentioning = (
  wave: WaveData,
  anyOf: readonly string[],
  noneOf: readonly string[] = [],
): Indicator => {
  const of = new Uint8Array(wave.interviews);
  const wanted = withUnder(wave, anyOf);
  const unwanted = withUnder(wave, noneOf);
  for (const { code, interview } of wave.passages) if (wanted.has(code)) of[interview] = YES;
  for (const { code, interview } of wave.passages) if (unwanted.has(code)) of[interview] = NO;
  return { of, denominator: 'all' };
};

/** The same in the answers to one question, of those to whom it was put. */
export const mentioningIn = (wave: WaveData, question: string, anyOf: readonly string[]): Indicator => {
  const wanted = withUnder(wave, anyOf);
  const states = wave.states?.get(question);
  const of = Uint8Array.from({ length: wave.interviews }, (_, at) =>
    states?.[at] === NOT_ASKED ? OUTSIDE : NO,
  );
  for (const { code, interview, question: at } of wave.passages)
    if (at === question && wanted.has(code) && of[interview] === NO) of[interview] = YES;
  return { of, denominator: 'asked' };
};

/** A theme stands for itself and all under it. */
const withUnder = (wave: WaveData, codes: readonly string[]): ReadonlySet<string> =>
  new Set(codes.flatMap((code) => [code, ...(wave.under?.get(code) ?? [])]));

/** One code of each list somewhere in the interview. */
export const together = (wave: WaveData, all: readonly (readonly string[])[]): Indicator => {
  const parts = all.map((any) => mentioning(wave, any).of);
  const of = new Uint8Array(wave.interviews);
  for (let at = 0; at < wave.interviews; at++) of[at] = parts.every((part) => part[at] === YES) ? YES : NO;
  return { of, denominator: 'all' };
};

/** One code of each list over a common piece of one answer. */
export const overlapping = (wave: WaveData, all: readonly (readonly string[])[]): Indicator => {
  const lists = all.map((any) => withUnder(wave, any));
  const byAnswer = new Map<string, Passage[]>();
  for (const passage of wave.passages) {
    if (!lists.some((list) => list.has(passage.code))) continue;
    const key = `${passage.interview}/${passage.question}`;
    const there = byAnswer.get(key);
    if (there) there.push(passage);
    else byAnswer.set(key, [passage]);
  }
  const of = new Uint8Array(wave.interviews);
  for (const passages of byAnswer.values()) {
    const first = passages[0];
    if (first && meet(passages, lists, 0, 0, Number.POSITIVE_INFINITY)) of[first.interview] = YES;
  }
  return { of, denominator: 'all' };
};

/** Is there one passage a list from `at` on whose common piece within [start, end) is not empty? */
const meet = (
  passages: readonly Passage[],
  lists: readonly ReadonlySet<string>[],
  at: number,
  start: number,
  end: number,
): boolean => {
  const list = lists[at];
  if (!list) return true;
  return passages.some((passage) => {
    const [from, to] = [Math.max(start, passage.start), Math.min(end, passage.end)];
    return list.has(passage.code) && from < to && meet(passages, lists, at + 1, from, to);
  });
};

/** Counts where any part counts; outside only where all parts are. */
export const either = (parts: readonly Indicator[]): Indicator => {
  const length = parts[0]?.of.length ?? 0;
  const of = new Uint8Array(length);
  for (let at = 0; at < length; at++)
    of[at] = parts.some((part) => part.of[at] === YES)
      ? YES
      : parts.every((part) => part.of[at] === OUTSIDE)
        ? OUTSIDE
        : NO;
  return { of, denominator: parts[0]?.denominator ?? 'all' };
};
