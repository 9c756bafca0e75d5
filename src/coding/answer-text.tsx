import { useMemo, useRef } from 'react';
import type { AnswerRow } from '../study/rows.ts';
import { cx } from '../ui/cx.ts';
import { useWords } from '../ui/language.tsx';
import { foundIn, type Range, stretchesOf } from './marks.ts';
import { tidy } from './passage.ts';
import css from './read.module.css';
import { selectedIn } from './selected.ts';

/** A selected passage, by the answer it stands in. */
export interface Passage extends Range {
  readonly answer: string;
}

export const AnswerText = ({
  answer,
  query,
  passage,
  onPassage,
}: {
  readonly answer: AnswerRow;
  readonly query: string;
  readonly passage: Passage | null;
  readonly onPassage: (passage: Passage | null) => void;
}) => {
  const { coding } = useWords();
  const element = useRef<HTMLParagraphElement>(null);
  const { notes, quotes } = answer;
  const stretches = useMemo(
    () => stretchesOf(notes, quotes, foundIn(notes, query), passage),
    [notes, quotes, query, passage],
  );
  /** What the mouse selected becomes the passage, tidied, and is drawn by us: it survives a redraw. */
  const take = (): void => {
    const range = element.current && selectedIn(element.current);
    const whole = range && tidy(notes, range);
    if (!whole) return;
    window.getSelection()?.removeAllRanges();
    onPassage({ answer: answer.id, ...whole });
  };
  return (
    <p ref={element} className={css.text} onMouseUp={take}>
      {stretches.map((stretch) => {
        const name = cx(
          stretch.placeholder && css.placeholder,
          stretch.quote !== null && css.quote,
          stretch.found && css.found,
          stretch.selected && css.selected,
        );
        return name === '' ? (
          stretch.text
        ) : (
          <span
            key={stretch.start}
            className={name}
            title={stretch.quote ? coding.quote[stretch.quote] : undefined}
          >
            {stretch.text}
          </span>
        );
      })}
    </p>
  );
};
