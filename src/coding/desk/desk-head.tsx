import type { RefObject } from 'react';
import type { Id } from '../../study/ids.ts';
import type { RoundRow } from '../../study/rows.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { numberWords } from '../../ui/time-words.ts';
import type { Asked } from '../questions.ts';
import css from './desk.module.css';
import { type DeskItem, LAYERS, type Layer } from './items.ts';

/** What one codes, where in it one is, and what is shown of it. It stays while the answers go by. */
export const DeskHead = ({
  asked,
  item,
  interview,
  place,
  round,
  wholeRound,
  layer,
  query,
  searching,
  searchField,
  unit,
  onWholeRound,
  onLayer,
  onQuery,
  onMode,
}: {
  readonly asked: Asked;
  readonly item: DeskItem | undefined;
  readonly interview: Id | null;
  readonly place: { readonly at: number; readonly all: number } | null;
  readonly round: RoundRow | null;
  readonly wholeRound: boolean;
  readonly layer: Layer;
  readonly query: string;
  readonly searching: boolean;
  readonly searchField: RefObject<HTMLInputElement | null>;
  /** What kind of passage is selected, in words; '' for none. */
  readonly unit: string;
  readonly onWholeRound: () => void;
  readonly onLayer: (layer: Layer) => void;
  readonly onQuery: (query: string) => void;
  readonly onMode: (interview: Id | null, question: string | null) => void;
}) => {
  const { desk, coding } = useWords();
  const language = useLanguage();
  const question = item?.question;
  return (
    <header className={css.head}>
      <div className={css.what}>
        {interview === null && question ? <span className="muted small num">{question.id}</span> : null}
        <h1>
          {interview === null
            ? question?.text[language]
            : desk.interview(interview.slice(0, 4).toUpperCase())}
        </h1>
        <span className="muted small num" role="status">
          {place ? desk.count(numberWords(place.at, language), numberWords(place.all, language)) : ''}
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
        aria-busy={searching || undefined}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          // Esc empties it first (the browser does), then gives the keys back to the answers.
          if (event.key === 'Enter' || (event.key === 'Escape' && query === '')) event.currentTarget.blur();
        }}
      />
      <div className={css.under}>
        <select
          aria-label={coding.questions}
          value={interview === null ? (question?.id ?? '') : ''}
          onChange={(event) => {
            if (event.target.value !== '') onMode(null, event.target.value);
            event.target.blur();
          }}
        >
          {interview === null ? null : <option value="">{desk.byInterview}</option>}
          {asked.questions.map((one) => (
            <option key={one.id} value={one.id}>
              {`${one.id} ${one.text[language]}`}
            </option>
          ))}
        </select>
        <select
          aria-label={desk.layer.label}
          value={layer}
          onChange={(event) => {
            const next = LAYERS.find((one) => one === event.target.value);
            if (next) onLayer(next);
            event.target.blur();
          }}
        >
          {LAYERS.map((one) => (
            <option key={one} value={one}>
              {desk.layer[one]}
            </option>
          ))}
        </select>
        {round ? (
          <>
            <span title={round.blind ? desk.round.blind : undefined}>{desk.round.now(round.label)}</span>
            <button type="button" onClick={onWholeRound}>
              {wholeRound ? desk.round.all : desk.round.only}
            </button>
          </>
        ) : null}
        <span role="status">{unit}</span>
      </div>
    </header>
  );
};
