import { useMemo } from 'react';
import type { BadRow, RowProblem } from '../../exchange/frame/read-frame.ts';
import { sizesOf } from '../../study/allocation.ts';
import type { FrameUnit } from '../../study/frame.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { ErrorNote, Note } from '../../ui/notes.tsx';
import { numberWords } from '../../ui/time-words.ts';
import css from '../setup.module.css';
import { saveText } from './save-text.ts';

/** A screen is read, not scrolled for miles; the file of bad rows holds them all. */
const SHOWN_BAD = 100;
const SHOWN_GOOD = 5;
const SHOWN_STRATA = 50;

/** What can be taken and what cannot, line by line, before anything is. */
export const FrameReview = ({
  units,
  bad,
  onTake,
}: {
  readonly units: readonly FrameUnit[];
  readonly bad: readonly BadRow[];
  readonly onTake: (units: readonly FrameUnit[]) => void;
}) => {
  const { setup } = useWords();
  const language = useLanguage();
  const { import: words } = setup.sample;
  const strata = useMemo(() => sizesOf(units), [units]);
  const good = numberWords(units.length, language);
  if (units.length === 0)
    return (
      <>
        <ErrorNote happened={words.noneGood} kept={words.nothingTaken} />
        <BadRows bad={bad} />
      </>
    );
  return (
    <>
      <p className="b" role="status">
        {bad.length === 0 ? words.allGood(good) : words.result(good, numberWords(bad.length, language))}
      </p>
      {bad.length > 0 ? (
        <>
          <Note tone="warn">
            <p>{words.mendInstead}</p>
          </Note>
          <BadRows bad={bad} />
        </>
      ) : null}
      <table className={css.table}>
        <caption>{words.goodPreview}</caption>
        <thead>
          <tr>
            <th scope="col">{words.column.code}</th>
            <th scope="col">{words.column.name}</th>
            <th scope="col">{words.column.stratum}</th>
          </tr>
        </thead>
        <tbody>
          {units.slice(0, SHOWN_GOOD).map((unit) => (
            <tr key={unit.code}>
              <th scope="row">{unit.code}</th>
              <td>{unit.name}</td>
              <td>{unit.stratum}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div>
        <h3>{words.strata}</h3>
        <ul className={css.lines}>
          {strata.slice(0, SHOWN_STRATA).map(({ stratum, population }) => (
            <li key={stratum}>{`${stratum}: ${numberWords(population, language)}`}</li>
          ))}
          {strata.length > SHOWN_STRATA ? (
            <li>{words.badMore(numberWords(strata.length - SHOWN_STRATA, language))}</li>
          ) : null}
        </ul>
      </div>
      <Button variant="primary" onClick={() => onTake(units)}>
        {words.take(good)}
      </Button>
    </>
  );
};

const BadRows = ({ bad }: { readonly bad: readonly BadRow[] }) => {
  const { setup } = useWords();
  const language = useLanguage();
  const { import: words } = setup.sample;
  if (bad.length === 0) return null;
  const save = (): void =>
    saveText(
      words.badFile,
      [
        `${words.line},${words.reason}`,
        ...bad.map((row) => `${row.line},${quoted(problemWords(row.problem, words))}`),
      ]
        .join('\n')
        .concat('\n'),
    );
  return (
    <div>
      <table className={css.table}>
        <caption>{words.bad}</caption>
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {bad.slice(0, SHOWN_BAD).map(({ line, problem }) => (
            <tr key={line}>
              <th scope="row" className="num">
                {line}
              </th>
              <td>{problemWords(problem, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {bad.length > SHOWN_BAD ? (
        <p className="muted">{words.badMore(numberWords(bad.length - SHOWN_BAD, language))}</p>
      ) : null}
      <Button variant="quiet" onClick={save}>
        {words.saveBad}
      </Button>
    </div>
  );
};

type ImportWords = ReturnType<typeof useWords>['setup']['sample']['import'];
const problemWords = (problem: RowProblem, { problem: words, column }: ImportWords): string => {
  switch (problem.type) {
    case 'values':
      return words.values(problem.has, problem.expected);
    case 'empty':
      return words.empty(problem.columns.map((one) => column[one].toLocaleLowerCase()).join(', '));
    case 'too_long':
      return words.too_long(column[problem.column]);
    case 'code':
      return words.code(problem.code);
    case 'repeated':
      return words.repeated(problem.code, problem.line);
    default:
      return words[problem.type];
  }
};

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
