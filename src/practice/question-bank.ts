import type { PreCodeList, Question } from '../study/instrument.ts';
import { BANK } from './bank/index.ts';
import type { Passage } from './bank/passage.ts';

/** The passages of one question, sorted by where in an answer they can stand. */
export interface QuestionBank {
  /** Take a stand; the first thing said. */
  readonly openers: readonly Passage[];
  /** Can come after: no stand of their own, or one of several that may stand together. */
  readonly follow: readonly Passage[];
  /** From the other questions of the area: talk wanders. */
  readonly wander: readonly Passage[];
  /** No list of pre-codes would have to hold what it cannot. */
  readonly fits: (chosen: readonly Passage[], passage: Passage) => boolean;
}

const made = new WeakMap<Question, QuestionBank>();

export const bankOf = (question: Question): QuestionBank => {
  const known = made.get(question);
  if (known !== undefined) return known;
  const bank = make(question);
  made.set(question, bank);
  return bank;
};

const make = (question: Question): QuestionBank => {
  const listOf = new Map<string, PreCodeList>();
  const exclusive = new Set<string>();
  for (const list of question.preCodeLists) {
    for (const code of list.preCodes) {
      listOf.set(code.value, list);
      if (code.exclusive) exclusive.add(code.value);
    }
  }
  const own = BANK[question.id] ?? [];
  const others = Object.entries(BANK)
    .filter(([id]) => id !== question.id && id.startsWith(`${question.section}.`))
    .flatMap(([, passages]) => passages);
  const free = (passage: Passage) => passage.pre.length === 0;
  const openers = own.filter((passage) => !free(passage));
  return {
    openers: openers.length > 0 ? openers : own,
    follow: own.filter(
      (passage) =>
        free(passage) || passage.pre.every((value) => listOf.get(value)?.many && !exclusive.has(value)),
    ),
    wander: others.filter(free),
    fits: (chosen, passage) =>
      free(passage) ||
      chosen.every((other) =>
        other.pre.every(
          (value) =>
            !exclusive.has(value) || !passage.pre.some((own) => listOf.get(own) === listOf.get(value)),
        ),
      ),
  };
};
