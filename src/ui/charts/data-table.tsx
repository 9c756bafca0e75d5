import { useLanguage } from '../language.tsx';
import css from './charts.module.css';
import { type ChartTable, cellWords } from './table.ts';

/** The figures of a chart; scrolls by itself where it is wider than its place. */
export const DataTable = ({ caption, table }: { readonly caption: string; readonly table: ChartTable }) => {
  const language = useLanguage();
  return (
    <section className={css.scroll} tabIndex={0} aria-label={caption}>
      <table className={css.table}>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map(({ label }) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="num">
          {table.rows.map((row) => (
            <tr key={String(row[0])}>
              {row.map((value, index) => {
                const { label = '', format } = table.columns[index] ?? {};
                const words = cellWords(value, format, language);
                return index === 0 ? (
                  <th key={label} scope="row">
                    {words}
                  </th>
                ) : (
                  <td key={label}>{words}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
