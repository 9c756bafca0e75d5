import { isObject } from './definition-reader.ts';
import type { Bilingual, Instrument } from './instrument.ts';
import { canonicalJson, type Json } from './json.ts';
import type { InstrumentRow } from './rows.ts';

/**
 * Which answers to one question count as answers to one question. Publishing a new version says so for each question it
 * words anew (`concordance`); one that it leaves as it was goes on as the same.
 */

const pageOf = (definition: Json, question: string): Json | undefined => {
  const pages = isObject(definition) ? definition.pages : undefined;
  const list: readonly Json[] = Array.isArray(pages) ? pages : [];
  return list.find((page) => isObject(page) && page.questionId === question);
};

export const asks = (row: Pick<InstrumentRow, 'definition'>, question: string): boolean =>
  pageOf(row.definition, question) !== undefined;

export const wordingOf = (definition: Json, question: string): string | null => {
  const page = pageOf(definition, question);
  return page === undefined || !isObject(page) ? null : canonicalJson(page.title ?? null);
};

type Version = Pick<InstrumentRow, 'wave' | 'version' | 'hash' | 'definition' | 'concordance'>;

/**
 * By hash of the version: the number of its group among those that asked the question, from 1 in the order of versions.
 * Versions of one number count as one question. One that was published without a word on it counts with the last that
 * worded it so.
 */
export const questionGroups = (
  versions: readonly Version[],
  question: string,
): ReadonlyMap<string, number> => {
  const groups = new Map<string, number>();
  const ordered = versions.filter((row) => asks(row, question)).sort((a, b) => a.version - b.version);
  ordered.forEach((row, index) => {
    const before = row.concordance
      ? row.concordance.before
      : ordered.slice(0, index).findLast((other) => worded(other, question) === worded(row, question))?.hash;
    const same =
      before !== undefined && row.concordance?.questions[question] !== 'different'
        ? groups.get(before)
        : undefined;
    groups.set(row.hash, same ?? 1 + Math.max(0, ...groups.values()));
  });
  return groups;
};

const worded = (row: Version, question: string): string | null => wordingOf(row.definition, question);

/**
 * The group of a released interview. A cell that was merged at the close bears several hashes, joined by `+`; null where
 * they are of different groups, or the version is not here.
 */
export const groupOf = (groups: ReadonlyMap<string, number>, instrument: string): number | null => {
  const found = new Set(instrument.split('+').map((hash) => groups.get(hash) ?? null));
  const [only] = found;
  return found.size === 1 ? (only ?? null) : null;
};

export interface WordingMark {
  /** Which of the wordings that are kept apart; null: one of several, it cannot be said which. */
  readonly number: number | null;
  readonly of: number;
  /** As it was read aloud; null where it cannot be said. */
  readonly text: Bilingual | null;
}

/**
 * What tells an answer's wording from others that do not count as the same question; null where there are none, and for
 * an interview of another wave. `versions`: those of one wave.
 */
export const wordingMark = (
  versions: readonly Version[],
  question: string,
  instrument: string,
): WordingMark | null => {
  const groups = questionGroups(versions, question);
  const of = new Set(groups.values()).size;
  if (of < 2) return null;
  const number = groupOf(groups, instrument);
  const row = versions.find(({ hash }) => instrument.split('+').includes(hash));
  if (!row) return null;
  const page = number === null ? undefined : pageOf(row.definition, question);
  const title = isObject(page) ? page.title : undefined;
  if (!isObject(title)) return { number, of, text: null };
  return { number, of, text: { sv: String(title.default ?? ''), en: String(title.en ?? '') } };
};

/** The newest version with the questions that only earlier ones asked, each at the end of its area: they have answers too. */
export const withEarlierQuestions = (newest: Instrument, earlier: readonly Instrument[]): Instrument => {
  const seen = new Set(newest.sections.flatMap(({ questions }) => questions.map(({ id }) => id)));
  let sections = newest.sections;
  for (const { sections: older } of earlier) {
    for (const section of older) {
      const missing = section.questions.filter(({ id }) => !seen.has(id));
      if (missing.length === 0) continue;
      for (const { id } of missing) seen.add(id);
      sections = sections.some(({ id }) => id === section.id)
        ? sections.map((one) =>
            one.id === section.id ? { ...one, questions: [...one.questions, ...missing] } : one,
          )
        : [...sections, { ...section, questions: missing }];
    }
  }
  return { ...newest, sections };
};
