import { type FieldProgress, type StratumProgress, strataBehind } from '../../study/field-progress.ts';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { percentWords } from './numbers.ts';
import css from './progress.module.css';

const STATUS = ['new', 'active', 'interviewed', 'closed'] as const;

/** Cases by status and stratum, and which strata fall behind. */
export const StrataTable = ({ field }: { readonly field: FieldProgress }) => {
  const { progress } = useWords();
  const language = useLanguage();
  const behind = strataBehind(field);
  const share = ({ groups, cases }: StratumProgress): string =>
    cases === 0 ? progress.notDefined : percentWords(groups.I / cases, language, 0);
  const cells = (part: StratumProgress) => (
    <>
      <td>{part.cases}</td>
      {STATUS.map((status) => (
        <td key={status}>{part.status[status]}</td>
      ))}
      <td>{share(part)}</td>
    </>
  );
  return (
    <section>
      <h3>{progress.strata}</h3>
      <p>
        {behind.length === 0
          ? progress.notBehind
          : progress.behind(behind.map((part) => `${part.stratum} (${share(part)})`).join(', '))}
      </p>
      <section className={css.scroll} tabIndex={0} aria-label={progress.strata}>
        <table className={css.table}>
          <caption className="unseen">{progress.strata}</caption>
          <thead>
            <tr>
              <th scope="col">{progress.stratum}</th>
              <th scope="col">{progress.cases}</th>
              {STATUS.map((status) => (
                <th key={status} scope="col">
                  {progress.status[status]}
                </th>
              ))}
              <th scope="col">{progress.share}</th>
            </tr>
          </thead>
          <tbody className="num">
            {field.strata.map((part) => (
              <tr key={part.stratum}>
                <th scope="row">{part.stratum}</th>
                {cells(part)}
              </tr>
            ))}
          </tbody>
          <tfoot className="num">
            <tr>
              <th scope="row">{progress.whole}</th>
              {cells(field.total)}
            </tr>
          </tfoot>
        </table>
      </section>
    </section>
  );
};
