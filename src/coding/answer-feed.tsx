import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useImperativeHandle, useRef } from 'react';
import type { Instrument, Question } from '../study/instrument.ts';
import type { AnswerRow, InterviewRow } from '../study/rows.ts';
import { useWords } from '../ui/language.tsx';
import { AnswerArticle } from './answer-article.tsx';
import type { Passage } from './answer-text.tsx';
import css from './read.module.css';

export interface Read {
  readonly answer: AnswerRow;
  readonly interview: InterviewRow;
}
export interface FeedHandle {
  readonly show: (at: number) => void;
}

/** A first guess until an answer is measured: meta line, and lines of about 64 characters. */
const LINE = 30;
const guess = ({ answer }: Read | Record<'answer', undefined>): number =>
  84 + LINE * Math.ceil((answer?.notes.length ?? 0) / 64);

/** Only what is near the window is in the page, so that ten thousand answers scroll like ten. */
export const AnswerFeed = ({
  handle,
  rows,
  current,
  question,
  roles,
  preCodes,
  query,
  passage,
  onCurrent,
  onPassage,
}: {
  readonly handle: RefObject<FeedHandle | null>;
  readonly rows: readonly Read[];
  readonly current: number;
  readonly question: Question;
  readonly roles: Instrument['roles'];
  readonly preCodes: boolean;
  readonly query: string;
  readonly passage: Passage | null;
  readonly onCurrent: (at: number) => void;
  readonly onPassage: (passage: Passage | null) => void;
}) => {
  const { coding } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => guess(rows[index] ?? { answer: undefined }),
    getItemKey: (index) => rows[index]?.answer.id ?? index,
    overscan: 6,
  });
  useImperativeHandle(handle, () => ({ show: (at) => virtual.scrollToIndex(at, { align: 'start' }) }), [
    virtual,
  ]);
  return (
    <section ref={scroller} className={css.scroller} aria-label={coding.title} tabIndex={0}>
      <div className={css.feed} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className={css.place}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <AnswerArticle
                row={row}
                position={item.index}
                size={rows.length}
                now={item.index === current}
                question={question}
                roles={roles}
                preCodes={preCodes}
                query={query}
                passage={passage?.answer === row.answer.id ? passage : null}
                onCurrent={onCurrent}
                onPassage={onPassage}
              />
            </div>
          );
        })}
      </div>
    </section>
  );
};
