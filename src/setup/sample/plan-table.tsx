import { useLanguage, useWords } from '../../ui/language.tsx';
import { numberWords } from '../../ui/time-words.ts';
import css from '../setup.module.css';
import type { PlannedStratum } from './plan.ts';

/** One decimal: 9.9 must not look like the 10 it is less than. */
export const expectedWords = (expected: number, language: ReturnType<typeof useLanguage>): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(expected);

/** What falls on each stratum; by hand the numbers are typed where they stand. */
export const PlanTable = ({
  plan,
  typed,
  onType,
}: {
  readonly plan: readonly PlannedStratum[];
  readonly typed: Readonly<Record<string, string>>;
  readonly onType: ((stratum: string, text: string) => void) | undefined;
}) => {
  const { setup } = useWords();
  const language = useLanguage();
  const { sample: words } = setup;
  const say = (count: number): string => numberWords(count, language);
  const sum = (of: (stratum: PlannedStratum) => number): string =>
    say(plan.reduce((total, stratum) => total + of(stratum), 0));
  return (
    <>
      <table className={css.table}>
        <caption>{words.preview}</caption>
        <thead>
          <tr>
            <th scope="col">{words.stratum}</th>
            <th scope="col">{words.inFrame}</th>
            <th scope="col">{words.drawn}</th>
            <th scope="col">{words.expected}</th>
            <th scope="col">{words.reserve}</th>
          </tr>
        </thead>
        <tbody>
          {plan.map(({ stratum, parts, population, draw, expected, wrong }) => (
            <tr key={stratum}>
              <th scope="row">
                {stratum}
                {parts.length > 1 ? <p className="small muted">{words.merged(parts.join(', '))}</p> : null}
              </th>
              <td className="num">{say(population)}</td>
              <td className="num">
                {onType ? (
                  <input
                    className={css.number}
                    aria-label={words.drawOf(stratum)}
                    aria-invalid={wrong || undefined}
                    inputMode="numeric"
                    value={typed[stratum] ?? String(draw)}
                    onChange={(event) => onType(stratum, event.target.value)}
                  />
                ) : (
                  say(draw)
                )}
              </td>
              <td className="num">{wrong ? '–' : expectedWords(expected, language)}</td>
              <td className="num">{wrong ? '–' : say(draw === 0 ? 0 : population - draw)}</td>
            </tr>
          ))}
          <tr className="b">
            <th scope="row">{words.sum}</th>
            <td className="num">{sum(({ population }) => population)}</td>
            <td className="num">{sum(({ draw, wrong }) => (wrong ? 0 : draw))}</td>
            <td className="num">
              {expectedWords(
                plan.reduce((total, { expected }) => total + expected, 0),
                language,
              )}
            </td>
            <td className="num">
              {sum(({ population, draw, wrong }) => (wrong || draw === 0 ? 0 : population - draw))}
            </td>
          </tr>
        </tbody>
      </table>
      {plan
        .filter(({ wrong }) => wrong)
        .map(({ stratum, population }) => (
          <p key={stratum} className={css.wrong} role="alert">
            {`${stratum}: ${words.drawError(say(population))}`}
          </p>
        ))}
    </>
  );
};
