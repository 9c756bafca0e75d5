import { placeholdersIn, type Range } from './marks.ts';

/** Selecting a passage without a mouse: by sentences and by words. Offsets are UTF-16, end exclusive. */
const SENTENCE = /[^.!?…\n]+(?:[.!?…]+["”'’)]*|\n|$)/gu;
const WORD = /\S+/gu;

const rangesOf = (text: string, pattern: RegExp): readonly Range[] =>
  Array.from(text.matchAll(pattern), (match) => {
    const lead = match[0].length - match[0].trimStart().length;
    const start = match.index + lead;
    return { start, end: start + match[0].trim().length };
  }).filter((range) => range.end > range.start);

/** The sentence after the one selected, around to the first. */
export const nextSentence = (text: string, selected: Range | null): Range | null => {
  const sentences = rangesOf(text, SENTENCE);
  if (!selected) return sentences[0] ?? null;
  return sentences.find((sentence) => sentence.start > selected.start) ?? sentences[0] ?? null;
};

/** One word on or back; with nothing selected the first or the last. */
export const moveWord = (text: string, selected: Range | null, step: 1 | -1): Range | null => {
  const words = rangesOf(text, WORD);
  if (!selected) return (step === 1 ? words[0] : words.at(-1)) ?? null;
  if (step === 1) return words.find((word) => word.start > selected.start) ?? selected;
  return words.filter((word) => word.start < selected.start).at(-1) ?? selected;
};

/** One word more or less at the end; at least one stays. */
export const growWord = (text: string, selected: Range | null, step: 1 | -1): Range | null => {
  const words = rangesOf(text, WORD);
  if (!selected) return words[0] ?? null;
  if (step === 1) {
    const next = words.find((word) => word.end > selected.end);
    return next ? { start: selected.start, end: next.end } : selected;
  }
  const before = words.filter((word) => word.end < selected.end && word.end > selected.start).at(-1);
  return before ? { start: selected.start, end: before.end } : selected;
};

/** Without the spaces at its edges; null if nothing is left. A placeholder is taken whole or not at all. */
export const tidy = (text: string, range: Range): Range | null => {
  let { start, end } = range;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  for (const placeholder of placeholdersIn(text)) {
    if (start > placeholder.start && start < placeholder.end) start = placeholder.start;
    if (end > placeholder.start && end < placeholder.end) end = placeholder.end;
  }
  return end > start ? { start, end } : null;
};

export const KINDS = ['KOMMUN', 'PERSON', 'LEVERANTÖR', 'SAMVERKAN', 'ORT', 'ANTAL', 'INCIDENT'] as const;
export type PlaceholderKind = (typeof KINDS)[number];
const NUMBERED: ReadonlySet<PlaceholderKind> = new Set(['PERSON', 'LEVERANTÖR', 'KOMMUN']);

/**
 * What may stand instead: the placeholders of that kind that the interview has (the same thing keeps its number), and
 * the next one.
 */
export const offered = (kind: PlaceholderKind, texts: readonly string[]): readonly string[] => {
  if (!NUMBERED.has(kind)) return [`[${kind}]`];
  const used = texts
    .flatMap(placeholdersIn)
    .map(({ text }) => new RegExp(`^\\[${kind}(?: (\\d+))?\\]$`, 'u').exec(text))
    .filter((match) => match !== null);
  // Masked texts write the own municipality without a number; the first other is number 2.
  const numbers = used.map((match) => Number(match[1] ?? 1));
  const next = Math.max(0, ...numbers) + 1;
  const fresh = kind === 'KOMMUN' && next === 1 ? '[KOMMUN]' : `[${kind} ${next}]`;
  return [...new Set([...used.map((match) => match[0]).sort(), fresh])];
};
