import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuoteMark } from './answer.ts';
import { answerOf, emptyDraftAnswer, type InterviewDraft } from './draft.ts';
import { cycleQuote, editNotes, findEdit, quoteAt, sentenceAt, shiftMarks } from './draft-notes.ts';

const draft = (notes = '', quotes: readonly QuoteMark[] = []): InterviewDraft => ({
  id: 'd',
  wave: 'w',
  case: 'c',
  caseName: 'Exempelkommunen',
  stratum: 's1',
  instrument: 'h',
  stage: 'asking',
  language: 'sv',
  mode: 'telephone',
  consent: '1',
  receipt: null,
  roles: {},
  answers: { 'A1.1': { ...emptyDraftAnswer, notes, quotes, state: notes ? 'answered' : 'not_asked' } },
  closing: '',
  position: { question: 'A1.1', caret: 0 },
  talked: 0,
  review: null,
});
const quotesOf = (d: InterviewDraft): readonly string[] =>
  answerOf(d, 'A1.1').quotes.map((q) => answerOf(d, 'A1.1').notes.slice(q.start, q.end));
const kindsOf = (d: InterviewDraft): readonly string[] => answerOf(d, 'A1.1').quotes.map((q) => q.kind);

describe('editing notes', () => {
  it('makes a question that was not asked answered, and not asked again when emptied', () => {
    const typed = editNotes(draft(), 'A1.1', 'Ja', 2);
    expect(answerOf(typed, 'A1.1').state).toBe('answered');
    expect(typed.position).toEqual({ question: 'A1.1', caret: 2 });
    expect(answerOf(editNotes(typed, 'A1.1', '', 0), 'A1.1').state).toBe('not_asked');
  });

  it('keeps another state when text is added to it', () => {
    const d = draft();
    const unknown = { ...d, answers: { 'A1.1': { ...emptyDraftAnswer, state: 'dont_know' as const } } };
    expect(answerOf(editNotes(unknown, 'A1.1', 'it-chefen vet', 13), 'A1.1').state).toBe('dont_know');
  });

  it('keeps a mark on its words when text comes before, inside or after', () => {
    const d = draft('ett två tre', [{ start: 4, end: 7, kind: 'notes' }]);
    expect(quotesOf(editNotes(d, 'A1.1', 'noll ett två tre', 5))).toEqual(['två']);
    expect(quotesOf(editNotes(d, 'A1.1', 'ett tvåå tre', 8))).toEqual(['två']);
    expect(quotesOf(editNotes(d, 'A1.1', 'ett tvNå tre', 7))).toEqual(['tvNå']);
    expect(quotesOf(editNotes(d, 'A1.1', 'ett två tre fyra', 16))).toEqual(['två']);
    expect(quotesOf(editNotes(d, 'A1.1', 'ett  tre', 4))).toEqual([]);
  });

  it('finds the edit where the caret is among equal letters', () => {
    expect(findEdit('aaa', 'aaaa', 1)).toEqual({ from: 0, to: 0, length: 1 });
    expect(findEdit('aaa', 'aaaa', 4)).toEqual({ from: 3, to: 3, length: 1 });
  });

  it('finds an edit that turns the old text into the new one, whatever was replaced', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(60), (before, after, at) => {
        const { from, to, length } = findEdit(before, after, Math.min(at, after.length));
        expect(from).toBeLessThanOrEqual(to);
        expect(before.slice(0, from) + after.slice(from, from + length) + before.slice(to)).toBe(after);
      }),
    );
  });

  it('never lets a mark leave the text or turn over', () => {
    const marks = fc.array(
      fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]) => ({
        start: Math.min(a, b),
        end: Math.max(a, b) + 1,
        kind: 'notes' as const,
      })),
    );
    fc.assert(
      fc.property(marks, fc.string({ minLength: 21 }), fc.string(), (set, before, after) => {
        for (const mark of shiftMarks(set, findEdit(before, after))) {
          expect(mark.start).toBeGreaterThanOrEqual(0);
          expect(mark.end).toBeGreaterThan(mark.start);
          expect(mark.end).toBeLessThanOrEqual(after.length);
        }
      }),
    );
  });

  it('keeps the words of a mark when text is only inserted outside it', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string({ minLength: 1 }),
        fc.string(),
        fc.string(),
        fc.boolean(),
        (a, q, b, x, front) => {
          const before = a + q + b;
          const after = front ? x + before : before + x;
          const caret = front ? x.length : after.length;
          const [mark] = shiftMarks(
            [{ start: a.length, end: a.length + q.length, kind: 'verbatim' }],
            findEdit(before, after, caret),
          );
          expect(mark && after.slice(mark.start, mark.end)).toBe(q);
        },
      ),
    );
  });
});

describe('the quote key', () => {
  const text = 'De mäter inget. ”Vi har kraven på papper.” Sedan blev det tyst';
  it('takes the sentence at the caret when nothing is selected', () => {
    const at = (needle: string): string => {
      const { start, end } = sentenceAt(text, text.indexOf(needle));
      return text.slice(start, end);
    };
    expect(at('mäter')).toBe('De mäter inget.');
    expect(at('kraven')).toBe('”Vi har kraven på papper.”');
    expect(at('tyst')).toBe('Sedan blev det tyst');
    expect(text.slice(...Object.values(sentenceAt(text, 15)))).toBe('De mäter inget.');
  });

  it('walks a passage through: worth quoting, word for word, unmarked', () => {
    const once = cycleQuote(draft(text), 'A1.1', 20, 20);
    expect(quotesOf(once)).toEqual(['”Vi har kraven på papper.”']);
    expect(kindsOf(once)).toEqual(['notes']);
    const twice = cycleQuote(once, 'A1.1', 20, 20);
    expect(kindsOf(twice)).toEqual(['verbatim']);
    expect(quotesOf(cycleQuote(twice, 'A1.1', 20, 20))).toEqual([]);
  });

  it('grows a mark by a selection that reaches outside it, and trims white space', () => {
    const once = cycleQuote(draft(text), 'A1.1', 2, 10);
    expect(quotesOf(once)).toEqual(['mäter i']);
    expect(quotesOf(cycleQuote(once, 'A1.1', 8, 16))).toEqual(['mäter inget.']);
  });

  it('marks nothing in an empty text', () => {
    expect(cycleQuote(draft(''), 'A1.1', 0, 0)).toEqual(draft(''));
  });

  it('keeps marks apart and in order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(text.length), fc.nat(text.length))), (ranges) => {
        const all = ranges.reduce(
          (d, [a, b]) => cycleQuote(d, 'A1.1', Math.min(a, b), Math.max(a, b)),
          draft(text),
        );
        const { quotes } = answerOf(all, 'A1.1');
        quotes.forEach((mark, index) => {
          expect(mark.end).toBeGreaterThan(mark.start);
          expect(mark.start).toBeGreaterThanOrEqual(quotes[index - 1]?.end ?? 0);
        });
      }),
    );
  });
});

describe('what is said of the quote at the caret', () => {
  const typed = editNotes(draft(), 'A1.1', 'Vi gör så. Alltid. ', 19);
  const at = (d: InterviewDraft, times: number): string | undefined =>
    quoteAt(
      Array.from({ length: times }).reduce<InterviewDraft>((so) => cycleQuote(so, 'A1.1', 19, 19), d),
      'A1.1',
    )?.kind;
  it('walks on after the sentence and its space, where one stands while typing', () => {
    expect([at(typed, 0), at(typed, 1), at(typed, 2), at(typed, 3)]).toEqual([
      undefined,
      'notes',
      'verbatim',
      undefined,
    ]);
  });
  it('is nothing elsewhere in the text, or at another question', () => {
    const marked = cycleQuote(typed, 'A1.1', 19, 19);
    expect(quoteAt({ ...marked, position: { question: 'A1.1', caret: 3 } }, 'A1.1')).toBeUndefined();
    expect(quoteAt({ ...marked, position: { question: 'A1.2', caret: 19 } }, 'A1.1')).toBeUndefined();
  });
});
