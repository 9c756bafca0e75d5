import type { QuoteMark } from '../answer.ts';
import type { Change, CommandKind } from '../command.ts';
import { err, ok } from '../result.ts';
import { shiftOffset } from '../segments.ts';

/** Masks a passage that slipped through, at once and for good: the one way in which a released answer changes. */
export interface AnswerRedact {
  readonly answer: string;
  /** The revision the offsets were taken in. */
  readonly revision: number;
  /** UTF-16 offsets, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly placeholder: string;
}

const PLACEHOLDER = /^\[[A-ZÅÄÖ]{2,20}( [0-9]{1,3})?\]$/u;
export const isPlaceholder = (text: string): boolean => PLACEHOLDER.test(text);

export const shiftQuotes = (
  quotes: readonly QuoteMark[],
  start: number,
  end: number,
  length: number,
): readonly QuoteMark[] =>
  quotes.map((quote) => ({
    ...quote,
    start: shiftOffset(quote.start, start, end, length, 'start'),
    end: shiftOffset(quote.end, start, end, length, 'end'),
  }));

export const answerRedact: CommandKind<AnswerRedact> = {
  kind: 'answer.redact',
  stream: 'coding',
  check: (view, { payload }, actor) => {
    if (actor.role === 'interviewer') return err({ type: 'refused', reason: 'not_allowed' });
    const row = view.get('answer', payload.answer);
    if (!row) return err({ type: 'refused', reason: 'unknown_reference' });
    const { start, end, placeholder, revision } = payload;
    if (!(0 <= start && start < end && end <= row.notes.length) || !isPlaceholder(placeholder))
      return err({ type: 'refused', reason: 'malformed' });
    return revision === row.revision ? ok(null) : err({ type: 'refused', reason: 'stale' });
  },
  apply: (view, { payload }) => {
    const row = view.get('answer', payload.answer);
    if (!row || row.revision !== payload.revision) return [];
    const { start, end, placeholder } = payload;
    const { length } = placeholder;
    const segments = [...(view.segmentsOn?.(row.id) ?? [])].map((segment): Change => {
      const moved = {
        ...segment,
        start: shiftOffset(segment.start, start, end, length, 'start'),
        end: shiftOffset(segment.end, start, end, length, 'end'),
        revision: row.revision + 1,
      };
      return { table: 'segment', id: segment.id, row: moved };
    });
    return [
      {
        table: 'answer',
        id: row.id,
        row: {
          ...row,
          notes: row.notes.slice(0, start) + placeholder + row.notes.slice(end),
          quotes: shiftQuotes(row.quotes, start, end, length),
          revision: row.revision + 1,
        },
      },
      ...segments,
    ];
  },
  inverse: () => null,
};
