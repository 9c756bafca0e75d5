import { useEffect, useRef, useState } from 'react';
import type { View } from '../study/command.ts';
import { OUTCOME_TABLE } from '../study/dispositions.ts';
import type { Id } from '../study/ids.ts';
import type { Call } from '../study/whom-to-call.ts';
import { Button } from '../ui/button.tsx';
import { useLanguage, useWords } from '../ui/language.tsx';
import { momentWords, numberWords } from '../ui/time-words.ts';
import css from './calls.module.css';
import { reasonWords } from './reason-words.ts';

/** So many lines at a time: ten thousand at once would make the page slow after every call. */
const STEP = 100;

/** The rest of the list; the case in front of one stands in it, marked. */
export const CallTable = ({
  calls,
  current,
  chosen,
  now,
  people,
  onChoose,
}: {
  readonly calls: readonly Call[];
  readonly current: Id | null;
  /** One looked at this case on purpose. */
  readonly chosen: boolean;
  readonly now: number;
  /** For a lead: where to find the names of those who call. */
  readonly people: View | null;
  readonly onChoose: (id: Id) => void;
}) => {
  const words = useWords();
  const { table } = words.fieldwork;
  const language = useLanguage();
  const marked = useRef<HTMLTableRowElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another chosen case scrolls into view
  useEffect(() => {
    // The first case came by itself: the page must not jump past its own head.
    if (chosen) marked.current?.scrollIntoView({ block: 'nearest' });
  }, [current, chosen]);
  const nameOf = (id: Id | null): string =>
    id === null ? table.nobody : (people?.get('person', id)?.name ?? '…');
  const [limit, setLimit] = useState(STEP);
  if (calls.length === 0) return null;
  const place = calls.findIndex((call) => call.row.id === current);
  const rows = calls.slice(0, Math.max(limit, place + 1));
  const more = Math.min(STEP, calls.length - rows.length);
  return (
    <>
      <table className={css.table} aria-label={table.label}>
        <thead>
          <tr>
            <th scope="col">{table.next}</th>
            <th scope="col">{table.why}</th>
            <th scope="col">{table.last}</th>
            {people ? <th scope="col">{table.who}</th> : null}
            <th scope="col">{table.attempts}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((call) => {
            const on = call.row.id === current;
            return (
              <tr
                key={call.row.id}
                ref={on ? marked : null}
                data-on={on || undefined}
                data-rests={call.standing !== 'now' || undefined}
              >
                <th scope="row">
                  <button
                    type="button"
                    className={css.pick}
                    aria-current={on || undefined}
                    onClick={() => onChoose(call.row.id)}
                  >
                    {call.row.name}
                  </button>
                </th>
                <td>{reasonWords(call, now, words, language)}</td>
                <td className={css.last}>
                  {call.last
                    ? `${momentWords(Date.parse(call.last.at), now, words.common, language)} ${OUTCOME_TABLE[call.last.outcome].said[language]}`
                    : '–'}
                </td>
                {people ? <td>{nameOf(call.row.assignee)}</td> : null}
                <td className="num">{call.attempts.length}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {more > 0 ? (
        <Button variant="quiet" onClick={() => setLimit(rows.length + STEP)}>
          {words.fieldwork.more(numberWords(more, language))}
        </Button>
      ) : null}
    </>
  );
};
