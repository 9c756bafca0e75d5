import type { QuoteMark } from './answer.ts';
import { answerOf, type DraftAnswer, type InterviewDraft } from './draft.ts';

/**
 * Notes and the quote marks that lie on them. The screen knows only the text before and after a keystroke,
 * so the edit is found again as one replaced range; marks keep to the words they were set on.
 */
interface Edit {
  /** [from, to) of the old text became [from, from + length) of the new one. */
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** `caret` (where the caret stands afterwards) settles what a run of equal letters leaves open. */
export const findEdit = (before: string, after: string, caret = after.length): Edit => {
  const longest = Math.min(before.length, after.length);
  let suffix = Math.min(after.length - caret, longest);
  if (suffix < 0 || !before.endsWith(after.slice(after.length - suffix))) suffix = 0;
  let prefix = 0;
  while (prefix < longest - suffix && before[prefix] === after[prefix]) prefix += 1;
  while (suffix < longest - prefix && before[before.length - 1 - suffix] === after[after.length - 1 - suffix])
    suffix += 1;
  return { from: prefix, to: before.length - suffix, length: after.length - suffix - prefix };
};

/** Typing at either edge of a mark stays outside it; what is mended inside stays inside; an emptied mark goes. */
export const shiftMarks = (marks: readonly QuoteMark[], edit: Edit): readonly QuoteMark[] => {
  const { from, to, length } = edit;
  const delta = from + length - to;
  const startOf = (at: number): number => (at >= to ? at + delta : at <= from ? at : from + length);
  const endOf = (at: number): number => (at <= from ? at : at >= to ? at + delta : from);
  return marks
    .map((mark) => ({
      ...mark,
      // A replacement that begins with the mark is a mended word of it; an insertion there is not.
      start: mark.start === from && to > from && mark.end > to ? from : startOf(mark.start),
      end: endOf(mark.end),
    }))
    .filter((mark) => mark.start < mark.end);
};

export const putAnswer = (draft: InterviewDraft, question: string, answer: DraftAnswer): InterviewDraft => ({
  ...draft,
  answers: { ...draft.answers, [question]: answer },
});

/** What an answer is when nobody says otherwise: answered as soon as something stands there. */
export const plainState = (answer: Pick<DraftAnswer, 'notes' | 'pre'>): 'answered' | 'not_asked' =>
  answer.notes.trim() !== '' || Object.values(answer.pre).some((set) => set.length > 0)
    ? 'answered'
    : 'not_asked';

/** Notes typed into a question that was not asked make it answered; emptied again it is not asked. Other states stay. */
export const settle = (answer: DraftAnswer): DraftAnswer =>
  answer.state === 'answered' || answer.state === 'not_asked'
    ? { ...answer, state: plainState(answer) }
    : answer;

export const editNotes = (
  draft: InterviewDraft,
  question: string,
  notes: string,
  caret: number,
): InterviewDraft => {
  const before = answerOf(draft, question);
  const edit = findEdit(before.notes, notes, caret);
  const changed = settle({ ...before, notes, quotes: shiftMarks(before.quotes, edit) });
  return { ...putAnswer(draft, question, changed), position: { question, caret } };
};

/** The sentence around the caret: what a quote means while somebody talks and nothing is selected. */
export const sentenceAt = (text: string, caret: number): { readonly start: number; readonly end: number } => {
  const at = Math.min(Math.max(caret, 0), text.length);
  // Right after a sentence the one just written is meant.
  let inside = at;
  while (inside > 0 && /\s/u.test(text[inside - 1] ?? '')) inside -= 1;
  while (inside > 0 && /[.!?…”"]/u.test(text[inside - 1] ?? '')) inside -= 1;
  const before = text.slice(0, inside);
  const start = Math.max(...[...before.matchAll(/[.!?…][”"]?\s+|\n/gu)].map((m) => m.index + m[0].length), 0);
  const stop = /[.!?…]+[”"]?(?=\s|$)|\n|$/u.exec(text.slice(inside));
  const end = inside + (stop ? stop.index + (stop[0] === '\n' ? 0 : stop[0].length) : 0);
  return trimRange(text, start, end);
};

export const trimRange = (
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } => {
  let a = Math.max(0, Math.min(start, text.length));
  let b = Math.max(a, Math.min(end, text.length));
  while (a < b && /\s/u.test(text[a] ?? '')) a += 1;
  while (b > a && /\s/u.test(text[b - 1] ?? '')) b -= 1;
  return { start: a, end: b };
};

/** The mark that holds the whole range, or the caret: right after a sentence and its space, that sentence is meant. */
const holderOf = (
  quotes: readonly QuoteMark[],
  range: { readonly start: number; readonly end: number },
  caret: number | null,
): QuoteMark | undefined =>
  quotes.find((mark) => caret !== null && mark.start <= caret && caret <= mark.end) ??
  quotes.find((mark) => range.start < range.end && mark.start <= range.start && range.end <= mark.end);

const NEXT_KIND = { notes: 'verbatim', verbatim: null } as const;

/**
 * One key walks a passage through: worth quoting (in the interviewer's words), word for word, not marked.
 * A mark under the selection is walked on as it is; a selection that reaches outside grows it.
 */
export const cycleQuote = (
  draft: InterviewDraft,
  question: string,
  from: number,
  to: number,
): InterviewDraft => {
  const answer = answerOf(draft, question);
  const range = from === to ? sentenceAt(answer.notes, from) : trimRange(answer.notes, from, to);
  const holder = holderOf(answer.quotes, range, from === to ? from : null);
  const under = holder
    ? [holder]
    : answer.quotes.filter((mark) => mark.start < range.end && range.start < mark.end);
  const rest = answer.quotes.filter((mark) => !under.includes(mark));
  const put = (marks: readonly QuoteMark[]): InterviewDraft =>
    putAnswer(draft, question, {
      ...answer,
      quotes: [...rest, ...marks].sort((a, b) => a.start - b.start),
    });
  if (holder) {
    const kind = NEXT_KIND[holder.kind];
    return put(kind ? [{ ...holder, kind }] : []);
  }
  const start = Math.min(range.start, ...under.map((mark) => mark.start));
  const end = Math.max(range.end, ...under.map((mark) => mark.end));
  return start < end ? put([{ start, end, kind: under[0]?.kind ?? 'notes' }]) : draft;
};

/** The mark the caret stands at, or in whose sentence: the one C walks on. */
export const quoteAt = (draft: InterviewDraft, question: string): QuoteMark | undefined => {
  const { caret, question: here } = draft.position;
  const { notes, quotes } = answerOf(draft, question);
  if (here !== question || quotes.length === 0) return undefined;
  return holderOf(quotes, sentenceAt(notes, caret), caret);
};
