import type { Ref } from 'react';
import type { QuoteMark } from '../../study/answer.ts';
import css from './notes-field.module.css';

/** Lies behind the text with the same letters, unseen, so that its marks stand under the words. */
export const QuoteMarks = ({
  text,
  quotes,
  ref,
}: {
  readonly text: string;
  readonly quotes: readonly QuoteMark[];
  readonly ref: Ref<HTMLDivElement>;
}) => {
  const parts = quotes.map((mark, index) => ({
    before: text.slice(quotes[index - 1]?.end ?? 0, mark.start),
    mark,
  }));
  return (
    <div ref={ref} className={css.marks} aria-hidden="true">
      {parts.map(({ before, mark }) => (
        <span key={mark.start}>
          {before}
          <mark data-kind={mark.kind}>{text.slice(mark.start, mark.end)}</mark>
        </span>
      ))}
      {/* The last line break of a text takes a line of its own only when something follows it. */}
      {`${text.slice(quotes.at(-1)?.end ?? 0)}\u200b`}
    </div>
  );
};
