import { type Chance, seeded } from '../study/seeded.ts';
import type { PracticeInterview } from './interview.ts';

/** A stretch of an answer's notes and a code (its lasting name) that somebody gave it. */
export interface PracticeSegment {
  readonly start: number;
  readonly end: number;
  readonly code: string;
}
/** What two invented coders made of one answer, found again by its text. */
export interface CodedAnswer {
  readonly question: string;
  readonly notes: string;
  readonly byCoder: readonly [readonly PracticeSegment[], readonly PracticeSegment[]];
}

/** How one codes: how much is missed, taken for a neighbour, or marked shorter. */
interface Manner {
  readonly misses: number;
  readonly mistakes: number;
  readonly shortens: number;
}
const MANNERS: readonly [Manner, Manner] = [
  { misses: 0.06, mistakes: 0.05, shortens: 0.1 },
  { misses: 0.12, mistakes: 0.1, shortens: 0.25 },
];

/** To the end of the first clause, where there is one. */
const shorter = (text: string, start: number, end: number): number => {
  const clause = text.slice(start, end).search(/[,.;:]/);
  return clause > 12 ? start + clause : end;
};

const codeAnswer = (
  notes: string,
  right: readonly PracticeSegment[],
  manner: Manner,
  neighbours: (code: string) => readonly string[],
  chance: Chance,
): readonly PracticeSegment[] =>
  right.flatMap(({ start, end, code }) => {
    if (chance.happens(manner.misses)) return [];
    const near = neighbours(code);
    const given = near.length > 0 && chance.happens(manner.mistakes) ? chance.pick(near) : code;
    const to = chance.happens(manner.shortens) ? shorter(notes, start, end) : end;
    return [{ start, end: to, code: given }];
  });

/**
 * Two people's coding of the first interviews' answers to some questions: mostly alike, so that there is something to
 * agree on, and unlike here and there, so that there is something to settle. The same seed gives the same.
 */
export const codePractice = (options: {
  readonly seed: string;
  readonly interviews: readonly PracticeInterview[];
  readonly questions: readonly string[];
  /** Lasting names of all codes, `theme.code`. */
  readonly codes: readonly string[];
}): readonly CodedAnswer[] => {
  const { seed, interviews, questions, codes } = options;
  const themeOf = (code: string): string => code.split('.')[0] ?? '';
  const neighbours = (code: string): readonly string[] =>
    codes.filter((other) => other !== code && other.includes('.') && themeOf(other) === themeOf(code));
  return interviews.flatMap(({ answers, coded }, index) =>
    answers
      .filter(({ question, notes }) => questions.includes(question) && notes !== '')
      .map(({ question, notes }): CodedAnswer => {
        const [a, b] = MANNERS.map((manner, coder) =>
          codeAnswer(
            notes,
            coded[question] ?? [],
            manner,
            neighbours,
            seeded(`${seed}/${index}/${question}/${coder}`),
          ),
        );
        return { question, notes, byCoder: [a ?? [], b ?? []] };
      }),
  );
};
