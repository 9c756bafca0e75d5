import type { Json } from '../json.ts';
import { outlineOf } from './outline.ts';

/**
 * How long it takes to read a questionnaire aloud: words divided by a pace. The pace is a setting, not a finding: 140
 * words a minute is unhurried reading on the telephone. Answers, by far the most of an interview, are not in it.
 */
export const USUAL_PACE = 140;

export const wordsIn = (text: string): number =>
  text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’‑-]*/gu)?.length ?? 0;

export interface ReadingTime {
  /** Seconds. */
  readonly opening: number;
  readonly closing: number;
  readonly sections: readonly { readonly id: string; readonly seconds: number }[];
  readonly total: number;
}

/** What is always read: opening, questions, closing. Probes, objections and instructions are not. */
export const readingTime = (definition: Json, language: 'sv' | 'en', pace = USUAL_PACE): ReadingTime => {
  const outline = outlineOf(definition);
  const seconds = (texts: readonly string[]): number =>
    (texts.reduce((sum, text) => sum + wordsIn(text), 0) * 60) / pace;
  const opening = seconds(outline.opening.map(({ text }) => text[language]));
  const closing = seconds(outline.closing.map(({ text }) => text[language]));
  const sections = outline.sections.map(({ id, questions }) => ({
    id,
    seconds: seconds(questions.map(({ text }) => text[language])),
  }));
  const total = opening + closing + sections.reduce((sum, section) => sum + section.seconds, 0);
  return { opening, closing, sections, total };
};
