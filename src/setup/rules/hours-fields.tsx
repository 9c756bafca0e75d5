import { CLOSED_DAYS } from '../../study/swedish-days.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { weekdayWords } from '../progress/numbers.ts';
import css from './rules.module.css';
import type { TypedFaults, TypedRules } from './typed-rules.ts';

interface Props {
  readonly typed: TypedRules;
  readonly faults: TypedFaults;
  readonly onChange: (change: Partial<TypedRules>) => void;
}

/** Hours by weekday, as one writes them. */
export const HoursFields = ({ typed, faults, onChange }: Props) => {
  const { rules } = useWords();
  const language = useLanguage();
  return (
    <fieldset className={css.group}>
      <legend>{rules.hours}</legend>
      <p className="small muted">{rules.hoursHint}</p>
      <div className={css.days}>
        {typed.hours.map((text, day) => {
          const name = weekdayWords(day + 1, language, 'long');
          return (
            <TextField
              key={name}
              label={name}
              value={text}
              placeholder={rules.noHours}
              error={faults.days.has(day) ? rules.hoursWrong : undefined}
              onChange={(next) => onChange({ hours: typed.hours.with(day, next) })}
            />
          );
        })}
      </div>
    </fieldset>
  );
};

/** Kinds of days by the Swedish calendar, and days of the wave's own. */
export const ClosedFields = ({ typed, faults, onChange }: Props) => {
  const { rules, fieldwork } = useWords();
  const { closed, ownClosed } = typed;
  return (
    <fieldset className={css.group}>
      <legend>{rules.closed}</legend>
      <div className={css.checks}>
        {CLOSED_DAYS.map((day) => (
          <label key={day} className={css.check}>
            <input
              type="checkbox"
              checked={closed.includes(day)}
              onChange={({ target }) =>
                // In the order of the list, which says the plainest reason first.
                onChange({
                  closed: CLOSED_DAYS.filter((one) => (one === day ? target.checked : closed.includes(one))),
                })
              }
            />
            {rules.closedDays[day] ?? fieldwork.closedDays[day]}
          </label>
        ))}
      </div>
      {ownClosed.map((range, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a range has no name but its place
        <div key={index} className={css.range}>
          <TextField
            label={rules.from}
            type="date"
            value={range.from}
            onChange={(from) => onChange({ ownClosed: ownClosed.with(index, { ...range, from }) })}
          />
          <TextField
            label={rules.to}
            type="date"
            value={range.to}
            error={faults.ranges.has(index) ? rules.rangeWrong : undefined}
            onChange={(to) => onChange({ ownClosed: ownClosed.with(index, { ...range, to }) })}
          />
          <Button variant="quiet" onClick={() => onChange({ ownClosed: ownClosed.toSpliced(index, 1) })}>
            {rules.removeRange}
          </Button>
        </div>
      ))}
      <div>
        <Button onClick={() => onChange({ ownClosed: [...ownClosed, { from: '', to: '' }] })}>
          {rules.addRange}
        </Button>
      </div>
    </fieldset>
  );
};
