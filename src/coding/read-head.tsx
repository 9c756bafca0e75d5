import type { RefObject } from 'react';
import type { Question } from '../study/instrument.ts';
import { useLanguage, useWords } from '../ui/language.tsx';
import css from './read.module.css';

/** The question word for word, where one is, and the search. It stays while the answers go by. */
export const ReadHead = ({
  question,
  count,
  query,
  building,
  searchField,
  onQuery,
}: {
  readonly question: Question;
  readonly count: string;
  readonly query: string;
  readonly building: boolean;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly onQuery: (query: string) => void;
}) => {
  const { coding } = useWords();
  const language = useLanguage();
  return (
    <header className={css.head}>
      <div className={css.asked}>
        <span className="muted small num">{question.id}</span>
        <h1>{question.text[language]}</h1>
        <span className="muted small num" role="status">
          {count}
        </span>
      </div>
      <input
        ref={searchField}
        className={css.search}
        type="search"
        aria-label={coding.search}
        title={coding.searchHint}
        placeholder={`${coding.search}  /`}
        value={query}
        aria-busy={building || undefined}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          // Esc empties it first (the browser does), then gives the keys back to the list.
          if (event.key === 'Enter' || (event.key === 'Escape' && query === '')) event.currentTarget.blur();
        }}
      />
      <p className={css.building} role="status">
        {building ? coding.indexing : ''}
      </p>
    </header>
  );
};
