import type { Passage, WaveData } from './wave-data.ts';

/** Two codes that lie over a common piece of text, and in how many interviews they do. */
export interface CoOccurrence {
  readonly one: string;
  readonly other: string;
  readonly interviews: number;
  /** Pairs of passages. */
  readonly passages: number;
}

/** Most frequent first; pairs that never meet are not listed. */
export const coOccurrences = (wave: WaveData): readonly CoOccurrence[] => {
  const found = new Map<string, { one: string; other: string; in: Set<number>; passages: number }>();
  for (const passages of byAnswer(wave.passages))
    for (const [at, one] of passages.entries())
      for (let next = at + 1; next < passages.length; next++) {
        const other = passages[next];
        // Sorted by start, so nothing further on can reach back.
        if (!other || other.start >= one.end) break;
        if (other.code === one.code) continue;
        const [a, b] = one.code < other.code ? [one.code, other.code] : [other.code, one.code];
        const key = `${a}\n${b}`;
        const pair = found.get(key) ?? { one: a, other: b, in: new Set<number>(), passages: 0 };
        pair.in.add(one.interview);
        pair.passages++;
        found.set(key, pair);
      }
  return [...found.values()]
    .map(({ one, other, in: interviews, passages }) => ({
      one,
      other,
      interviews: interviews.size,
      passages,
    }))
    .sort(
      (a, b) =>
        b.interviews - a.interviews ||
        b.passages - a.passages ||
        (a.one + a.other < b.one + b.other ? -1 : 1),
    );
};

const byAnswer = (passages: readonly Passage[]): Iterable<readonly Passage[]> => {
  const answers = new Map<string, Passage[]>();
  for (const passage of passages) {
    const key = `${passage.interview}/${passage.question}`;
    const there = answers.get(key);
    if (there) there.push(passage);
    else answers.set(key, [passage]);
  }
  for (const list of answers.values()) list.sort((a, b) => a.start - b.start || a.end - b.end);
  return answers.values();
};

/**
 * Saturation: how many codes had been met after each interview, in the order given, and how many each brought new
 * (Guest, Bunce & Johnson 2006, Field Methods 18:59). The order is the caller's: of release, or drawn by a seed.
 */
export const saturation = (
  wave: WaveData,
  order: readonly number[],
): readonly { met: number; fresh: number }[] => {
  const codes = new Map<number, Set<string>>();
  for (const { interview, code } of wave.passages)
    codes.set(interview, (codes.get(interview) ?? new Set()).add(code));
  const met = new Set<string>();
  return order.map((interview) => {
    const before = met.size;
    for (const code of codes.get(interview) ?? []) met.add(code);
    return { met: met.size, fresh: met.size - before };
  });
};
