import { memo, type ReactNode, useMemo } from 'react';
import type { Instrument } from '../../study/instrument.ts';
import type { SegmentRow } from '../../study/rows.ts';
import { cx } from '../../ui/cx.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { Swatch } from '../codes/swatch.tsx';
import type { CodeTree } from '../codes/tree.ts';
import { foundIn, placeholdersIn, type Range } from '../marks.ts';
import type { Chosen } from '../text/choose.ts';
import { CodedText, type Stroke } from '../text/coded-text.tsx';
import { lookAt } from '../text/look.ts';
import { Wording } from '../wording.tsx';
import css from './desk.module.css';
import type { DeskItem } from './items.ts';

const UNKNOWN = lookAt(0);

export interface CardState {
  readonly chosen: Chosen | null;
  /** Segments taken hold of. */
  readonly held: readonly string[];
}

/**
 * One answer: where it is from, as coarsely as it left; its text with the passages under it; the passages in words.
 * Drawn anew only when something of it changed, so that the next answer costs two and not all in the window.
 */
export const AnswerCard = memo(
  ({
    item,
    segments,
    tree,
    names,
    roles,
    state,
    now,
    done,
    flagged,
    memos,
    query,
    title,
    position,
    size,
    picker,
    onCurrent,
    onSelect,
    onHold,
  }: {
    readonly item: DeskItem;
    readonly segments: readonly SegmentRow[];
    readonly tree: CodeTree;
    /** Names of other coders, by id; null where only one's own is shown. */
    readonly names: ((person: string) => string) | null;
    readonly roles: Instrument['roles'];
    readonly state: CardState | null;
    readonly now: boolean;
    readonly done: boolean;
    readonly flagged: boolean;
    readonly memos: number;
    readonly query: string;
    /** The question, where one interview is read as a whole. */
    readonly title: boolean;
    readonly position: number;
    readonly size: number;
    readonly picker: ReactNode;
    readonly onCurrent: (position: number) => void;
    readonly onSelect: (position: number, range: Range) => void;
    readonly onHold: (position: number, segments: readonly string[]) => void;
  }) => {
    const { desk, coding } = useWords();
    const language = useLanguage();
    const { answer, interview, question } = item;
    const spans = useMemo(
      () =>
        segments.map((row) => ({
          start: row.start,
          end: row.end,
          look: tree.of(row.code)?.look ?? UNKNOWN,
        })),
      [segments, tree],
    );
    const strokes = useMemo((): readonly Stroke[] => {
      const marked = (ranges: readonly Range[], name: string | undefined): readonly Stroke[] =>
        ranges.map(({ start, end }) => ({ start, end, className: name ?? '' }));
      return [
        ...marked(placeholdersIn(answer.notes), css.placeholder),
        ...marked(answer.quotes, css.quote),
        ...marked(
          segments.filter(({ quote }) => quote),
          css.quote,
        ),
        ...marked(query === '' ? [] : foundIn(answer.notes, query), css.found),
        ...marked(state?.chosen ? [state.chosen] : [], css.chosen),
      ];
    }, [answer, segments, query, state]);
    const role = roles.find(({ value }) => value === interview.role)?.text[language] ?? interview.role;
    const meta = [interview.stratum, coding.states[answer.state], role].filter(
      (part) => part !== null && part !== '',
    );
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: J and K do the same from the keyboard
      <article
        className={css.answer}
        aria-current={now || undefined}
        aria-posinset={position + 1}
        aria-setsize={size}
        onClick={() => onCurrent(position)}
      >
        {title ? <h2 className={css.asked}>{`${question.id} ${question.text[language]}`}</h2> : null}
        <p className={css.meta}>
          {meta.map((part) => (
            <span key={part}>{part}</span>
          ))}
          <Wording question={question.id} instrument={interview.instrument} />
          {flagged ? <span className={css.flag}>{desk.flagged}</span> : null}
          {memos > 0 ? <span>{desk.memos(memos)}</span> : null}
          {done ? <span className={css.isDone}>✓ {desk.done}</span> : null}
        </p>
        <div className={css.body}>
          {answer.notes === '' ? (
            <p className="muted">{coding.noNotes}</p>
          ) : (
            <CodedText
              text={answer.notes}
              spans={spans}
              strokes={strokes}
              className={css.text}
              onSelect={(range) => onSelect(position, range)}
              onPoint={(offset) => {
                const under = segments.filter(({ start, end }) => start <= offset && offset < end);
                const shortest = under.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
                onHold(
                  position,
                  shortest
                    ? under
                        .filter(({ start, end }) => start === shortest.start && end === shortest.end)
                        .map(({ id }) => id)
                    : [],
                );
              }}
            />
          )}
          {picker}
        </div>
        <ul className={css.passages} aria-label={desk.passages.label}>
          {segments.map((row) => {
            const node = tree.of(row.code);
            const extra = [
              row.quote ? desk.passages.quote : '',
              row.made ? desk.passages.machine : '',
              row.settled ? desk.passages.settled : '',
              names && !row.settled ? desk.passages.by(names(row.coder)) : '',
            ].filter(Boolean);
            return (
              <li key={row.id}>
                <button
                  type="button"
                  className={cx(css.passage, state?.held.includes(row.id) && css.held)}
                  aria-pressed={state?.held.includes(row.id) ?? false}
                  title={answer.notes.slice(row.start, row.end)}
                  onClick={(event) => {
                    event.stopPropagation();
                    onHold(position, [row.id]);
                  }}
                >
                  <Swatch look={node?.look ?? UNKNOWN} />
                  {node?.name ?? '…'}
                  {extra.length > 0 ? <span className="muted tiny">{extra.join(', ')}</span> : null}
                </button>
              </li>
            );
          })}
        </ul>
      </article>
    );
  },
);
