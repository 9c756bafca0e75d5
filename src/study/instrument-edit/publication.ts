import type { Bilingual } from '../instrument.ts';
import { wordingOf } from '../instrument-versions.ts';
import type { Json } from '../json.ts';
import type { InstrumentConcordance, InstrumentRow, WaveRow } from '../rows.ts';
import { type Difference, diffInstruments } from './diff.ts';
import { outlineOf, questionsIn } from './outline.ts';

/** A question that stands in both versions and is asked in another way: do answers before and after count as one? */
export interface Decision {
  readonly question: string;
  readonly before: Bilingual;
  readonly after: Bilingual;
  readonly changes: readonly Difference[];
  /** Every version that asked it had the words that go now; else only some of the interviews did. */
  readonly always: boolean;
}
export type Word = 'same' | 'different';
export type Words = Readonly<Record<string, Word>>;

/** What may change an answer. A probe is asked only where it is needed, and order within a page is on the screen alone. */
const CHANGES_ANSWERS: readonly Difference['type'][] = [
  'wording',
  'routing',
  'many',
  'code_added',
  'code_removed',
  'code_changed',
];

type Version = Pick<InstrumentRow, 'hash' | 'definition'>;

export interface Publication {
  /** The version in force until now; null for the first. */
  readonly before: string | null;
  readonly differences: readonly Difference[];
  readonly decisions: readonly Decision[];
  /** The opening says something else under the same name: a consent names the text that was read. */
  readonly consentUnnamed: boolean;
}

/** What publishing this definition into the wave would change. `versions`: those of the wave. */
export const publicationOf = (
  versions: readonly Version[],
  inForce: string | null,
  definition: Json,
): Publication => {
  const current = versions.find(({ hash }) => hash === inForce);
  if (!current) return { before: null, differences: [], decisions: [], consentUnnamed: false };
  const differences = diffInstruments(current.definition, definition);
  const old = new Map(questionsIn(outlineOf(current.definition)).map((one) => [one.id, one.text]));
  const decisions = questionsIn(outlineOf(definition)).flatMap(({ id, text }): readonly Decision[] => {
    const before = old.get(id);
    const changes = differences.filter(
      (one) => 'question' in one && one.question === id && CHANGES_ANSWERS.includes(one.type),
    );
    if (!before || changes.length === 0) return [];
    const words = wordingOf(current.definition, id);
    const always = versions.every(({ definition: asked }) => [words, null].includes(wordingOf(asked, id)));
    return [{ question: id, before, after: text, changes, always }];
  });
  const isOpening = (one: Difference): boolean => one.type === 'script' && one.part === 'opening';
  const consentUnnamed =
    differences.some(isOpening) && !differences.some(({ type }) => type === 'consent_version');
  return { before: current.hash, differences, decisions, consentUnnamed };
};

/** Answers are there, or may be begun on a device, once the wave is open: before that, nobody needs to decide. */
export const asksToDecide = (wave: Pick<WaveRow, 'status'>): boolean => wave.status === 'open';

export const concordanceOf = (
  { before, decisions }: Publication,
  words: Words,
): InstrumentConcordance | null => {
  if (before === null) return null;
  const said = decisions.map(({ question }) => [question, words[question] ?? 'same'] as const);
  return { before, questions: Object.fromEntries(said) };
};
