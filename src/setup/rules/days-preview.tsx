import { useMemo, useState } from 'react';
import { type CallRules, openingOf } from '../../study/call-rules.ts';
import { hoursText } from '../../study/hours-text.ts';
import { wallOf } from '../../study/zoned-time.ts';
import { SelectField } from '../../ui/field.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { dateWords } from '../progress/numbers.ts';
import css from './rules.module.css';

const DAYS = 14;

/** What the rules, as they are typed, make of the next days; by county, since the winter holidays are. */
export const DaysPreview = ({
  rules,
  counties,
  now,
}: {
  readonly rules: CallRules;
  /** Two figures each, those of the wave's cases. */
  readonly counties: readonly string[];
  readonly now: number;
}) => {
  const { rules: words, fieldwork } = useWords();
  const language = useLanguage();
  const [chosen, setChosen] = useState<string | null>(null);
  const county = chosen ?? counties[0] ?? '';
  const days = useMemo(() => {
    const opening = openingOf(rules);
    const today = wallOf(now).day;
    return Array.from({ length: DAYS }, (_, n) => ({ day: today + n, open: opening.on(today + n, county) }));
  }, [rules, county, now]);
  return (
    <section className={css.preview} aria-labelledby="days-preview">
      <h2 id="days-preview">{words.preview}</h2>
      {counties.length > 1 ? (
        <SelectField
          label={words.county}
          value={county}
          options={counties.map((value) => ({ value, label: words.counties[value] ?? value }))}
          onChange={setChosen}
        />
      ) : null}
      <table className={css.table}>
        <caption className="unseen">{words.preview}</caption>
        <tbody>
          {days.map(({ day, open }) => (
            <tr key={day} data-closed={open.spans.length === 0 || undefined}>
              <th scope="row">{dateWords(day, language, 'long')}</th>
              <td className="num">
                {open.closed
                  ? fieldwork.closedDays[open.closed]
                  : open.spans.length === 0
                    ? words.noHours
                    : hoursText(open.spans)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
