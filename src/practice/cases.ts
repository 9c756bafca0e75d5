import type { Outcome } from '../study/rows.ts';
import type { Chance } from '../study/seeded.ts';

/** An invented municipality. Its code begins with P, which no official code does, so it can never be a real case. */
export interface PracticeCase {
  readonly code: string;
  readonly name: string;
  readonly stratum: string;
  /** Outcomes of the calls so far, oldest first; `interviewed` ends them. */
  readonly attempts: readonly Outcome[];
}

const FIRST =
  'Björk Al Lind Ek Tall Gran Ask Rönn Hassel Äng Sten Sjö Hed Dal Berg Kvarn Lund Vik Ström Skog'.split(' ');
const LAST = 'fallet vallen nässet mossen tjärn backa holmen sätra gärdet viksås'.split(' ');

/** Names are joined from parts so that none is the name of a real municipality (a test compares). */
const nameOf = (number: number): string => {
  const first = FIRST[number % FIRST.length] ?? '';
  const last = LAST[Math.floor(number / FIRST.length) % LAST.length] ?? ''; // 7 and 200 share no factor
  const again = Math.floor(number / 7 / (FIRST.length * LAST.length));
  const joined = first.endsWith(last.charAt(0)) ? first.slice(0, -1) + last : first + last;
  return `${joined}${again === 0 ? '' : ` ${again + 1}`} (påhittad)`;
};

const BEFORE: readonly Outcome[] = ['no_answer', 'busy', 'call_back', 'referred', 'appointment'];

/** One case for each interview, and others still to be reached or refused. */
export const makeCases = (
  interviewStrata: readonly string[],
  strata: readonly string[],
  chance: Chance,
): readonly PracticeCase[] => {
  const others = Math.ceil(interviewStrata.length * 0.6);
  const wanted = [
    ...interviewStrata.map((stratum) => ({ stratum, done: true })),
    ...Array.from({ length: others }, (_, index) => ({
      stratum: strata[index % strata.length] ?? '',
      done: false,
    })),
  ];
  return chance.shuffle(wanted).map(({ stratum, done }, index) => {
    const before = Array.from({ length: chance.below(4) }, () => chance.pick(BEFORE));
    const last: readonly Outcome[] = done ? ['interviewed'] : chance.happens(0.2) ? ['refusal'] : [];
    return {
      code: `P${String(index + 1).padStart(3, '0')}`,
      name: nameOf(index * 7),
      stratum,
      attempts: [...before, ...last],
    };
  });
};
