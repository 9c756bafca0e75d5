import { useState } from 'react';
import type { Figure } from '../../figures/figure.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { numberWords } from '../../ui/time-words.ts';
import { type AgreementRow, type AgreementTables, FEWEST_POSITIVES } from './agreement.ts';
import css from './rounds.module.css';

/** A share is printed where the lower end of alpha's interval reaches this; without a mark from the second on. */
const LEAST = 0.667;
const GOOD = 0.8;
/** As the library's own reasons are English sentences, the screen says the common ones in its own language. */
const useReason = (): ((reason: string) => string) => {
  const { rounds } = useWords();
  return (reason) => rounds.agreement.reasons[reason] ?? reason;
};

const useFigure = (): ((figure: Figure) => { readonly text: string; readonly why: string | undefined }) => {
  const language = useLanguage();
  const reason = useReason();
  const format = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    minimumFractionDigits: 3,
    maximumFractionDigits: 3,
  });
  return (figure) =>
    figure.value === null
      ? { text: '–', why: reason(figure.reason) }
      : { text: format.format(figure.value), why: undefined };
};

const Table = ({
  title,
  rows,
  nameOf,
  more,
}: {
  readonly title: string;
  readonly rows: readonly AgreementRow[];
  readonly nameOf: (key: string) => string;
  readonly more: boolean;
}) => {
  const { rounds } = useWords();
  const { agreement } = rounds;
  const language = useLanguage();
  const show = useFigure();
  const reason = useReason();
  if (rows.length === 0) return null;
  const counted = rows.some(({ positives }) => positives !== null);
  const lasting = (row: AgreementRow): string => {
    const low = row.interval.interval?.[0];
    if (row.positives !== null && row.positives < FEWEST_POSITIVES) return agreement.few;
    if (low === undefined) return reason(row.interval.reason ?? '');
    return low >= GOOD
      ? agreement.bounds.printed
      : low >= LEAST
        ? agreement.bounds.marked
        : agreement.bounds.not;
  };
  return (
    <table className={css.table}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{agreement.name}</th>
          <th scope="col">{agreement.n}</th>
          {counted ? <th scope="col">{agreement.positives}</th> : null}
          <th scope="col">{agreement.percent}</th>
          <th scope="col">{agreement.alpha}</th>
          <th scope="col">{agreement.interval}</th>
          {more ? (
            <>
              <th scope="col">{agreement.kappa}</th>
              <th scope="col">{agreement.fleiss}</th>
              <th scope="col">{agreement.ac1}</th>
            </>
          ) : null}
          <th scope="col" aria-label={agreement.title} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const cell = (figure: Figure) => {
            const { text, why } = show(figure);
            return (
              <td className="num" title={why}>
                {text}
              </td>
            );
          };
          const ends = row.interval.interval;
          return (
            <tr key={row.key}>
              <th scope="row">{nameOf(row.key)}</th>
              <td className="num">{numberWords(row.units, language)}</td>
              {counted ? <td className="num">{numberWords(row.positives ?? 0, language)}</td> : null}
              {cell(row.figures.percent)}
              {cell(row.alpha)}
              <td className="num">
                {ends ? `${show({ value: ends[0] }).text} – ${show({ value: ends[1] }).text}` : '–'}
              </td>
              {more ? (
                <>
                  {cell(row.figures.cohen)}
                  {cell(row.figures.fleiss)}
                  {cell(row.figures.ac1)}
                </>
              ) : null}
              <td className="small muted">{lasting(row)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

/** Each figure names its unit and its universe; what cannot be computed says why. */
export const AgreementView = ({
  tables,
  codeName,
  questionName,
  judgementName,
  coderNames,
}: {
  readonly tables: AgreementTables;
  readonly codeName: (id: string) => string;
  readonly questionName: (id: string) => string;
  readonly judgementName: (id: string) => string;
  readonly coderNames: readonly string[];
}) => {
  const { rounds } = useWords();
  const { agreement } = rounds;
  const [more, setMore] = useState(false);
  const pairName = (key: string): string =>
    key
      .split(' ')
      .map((place) => coderNames[Number(place)] ?? '…')
      .join(' – ');
  return (
    <section className={css.figures} aria-label={agreement.title}>
      <div className={css.row}>
        <h2>{agreement.title}</h2>
        <Button variant="quiet" onClick={() => setMore(!more)}>
          {more ? agreement.less : agreement.more}
        </Button>
      </div>
      <p className="small muted">{agreement.unit}</p>
      <Table
        title={agreement.sets}
        rows={tables.sets}
        nameOf={(key) => (key === 'masi' ? agreement.masi : agreement.jaccard)}
        more={more}
      />
      <Table title={agreement.judgements} rows={tables.judgements} nameOf={judgementName} more={more} />
      <Table title={agreement.themes} rows={tables.themes} nameOf={codeName} more={more} />
      <p className="small muted">{agreement.codesUnit}</p>
      <Table title={agreement.codes} rows={tables.codes} nameOf={codeName} more={more} />
      <Table title={agreement.byQuestion} rows={tables.questions} nameOf={questionName} more={more} />
      <Table title={agreement.pairs} rows={tables.pairs} nameOf={pairName} more={more} />
    </section>
  );
};
