import { outcomeRates, RATE_NAMES, type RateName } from '../../figures/aapor/rates.ts';
import { type Groups, withPartials } from '../../study/field-progress.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { decimalWords, percentWords } from './numbers.ts';
import css from './progress.module.css';

const HEADLINE = ['RR1', 'RR2', 'CON1', 'COOP1', 'REF1'] as const satisfies readonly RateName[];

/** The five that one looks at, and all sixteen behind one press, each with its parts. */
export const Rates = ({
  groups: counted,
  partials,
  allKnown,
}: {
  readonly groups: Groups;
  readonly partials: number | null;
  readonly allKnown: boolean;
}) => {
  const { progress } = useWords();
  const language = useLanguage();
  const groups = withPartials(counted, partials);
  const rates = outcomeRates(allKnown ? { ...groups, e: 1 } : groups);
  const said = (value: number | null): string =>
    value === null ? progress.notDefined : percentWords(value, language);
  const count = (value: number | null): string => (value === null ? '–' : decimalWords(value, language));
  return (
    <section>
      <h3>{progress.headline}</h3>
      <dl className={css.heads}>
        {HEADLINE.map((name) => (
          <div key={name}>
            <dd className="num">{said(rates[name].value)}</dd>
            <dt>{`${progress.headlineNames[name]} (${name})`}</dt>
            <dd className={css.parts}>
              {`${count(rates[name].numerator)} / ${count(rates[name].denominator)}`}
            </dd>
            <dd className={css.formula}>{rates[name].formula}</dd>
          </div>
        ))}
      </dl>
      <p className="small muted">{partials === null ? progress.partial : progress.partialsKnown(partials)}</p>
      <details className={css.more}>
        <summary>{progress.all}</summary>
        <section className={css.scroll} tabIndex={0} aria-label={progress.all}>
          <table className={css.table}>
            <caption className="unseen">{progress.all}</caption>
            <thead>
              <tr>
                <th scope="col">{progress.measure}</th>
                <th scope="col" className={css.left}>
                  {progress.formula}
                </th>
                <th scope="col">{progress.numerator}</th>
                <th scope="col">{progress.denominator}</th>
                <th scope="col">{progress.value}</th>
              </tr>
            </thead>
            <tbody className="num">
              {([...RATE_NAMES, 'e'] as const).map((name) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className={css.left}>
                    {name === 'e' && allKnown ? progress.eKnown : rates[name].formula}
                  </td>
                  <td>{count(rates[name].numerator)}</td>
                  <td>{count(rates[name].denominator)}</td>
                  <td>{said(rates[name].value)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <p className="small muted">{progress.allSource}</p>
      </details>
    </section>
  );
};
