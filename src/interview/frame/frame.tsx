import type { ReactNode } from 'react';
import { useWords } from '../../ui/language.tsx';
import css from './frame.module.css';
import { StoringTrouble } from './storing-trouble.tsx';

/** As high as the app lets it be (the foot line is the app's). Nothing outside the middle ever scrolls or moves. */
export const Frame = ({
  top,
  bar,
  children,
}: {
  readonly top: ReactNode;
  /** A row of steps above the foot line. */
  readonly bar?: ReactNode;
  readonly children?: ReactNode;
}) => {
  const { interview } = useWords();
  return (
    <div className={css.shell}>
      {top}
      <div className={css.middle}>{children}</div>
      {bar ? (
        <section className={css.bar} aria-label={interview.steps}>
          {bar}
        </section>
      ) : null}
      <StoringTrouble />
    </div>
  );
};

/** The line at the top of every screen of the interview: which municipality, and what is rare at the right. */
export const FrameTop = ({
  brand,
  name,
  about,
  right,
}: {
  readonly brand: string;
  readonly name: string;
  readonly about?: ReactNode;
  readonly right?: ReactNode;
}) => (
  <header className={css.top}>
    <span className={css.brand}>{brand}</span>
    <span className={css.who}>
      <span className={css.name}>{name}</span>
      {about}
    </span>
    <span className={css.space} />
    {right}
  </header>
);
