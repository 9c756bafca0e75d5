import { type FormEvent, useState } from 'react';
import type { Engine, StoreFailure } from '../../engine/types.ts';
import { readRules, writeRules } from '../../study/call-rules.ts';
import type { Refusal } from '../../study/command.ts';
import type { WaveRow } from '../../study/rows.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { TextField } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';
import { useSay } from '../../ui/notice.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import { DaysPreview } from './days-preview.tsx';
import { ClosedFields, HoursFields } from './hours-fields.tsx';
import css from './rules.module.css';
import { NUMBERS, readTyped, type TypedRules, typedOf } from './typed-rules.ts';

const SWITCHES = ['conversion', 'allKnown'] as const;

/** When and how often to call; what is typed shows its next days at once, and holds once it is saved. */
export const RulesForm = ({
  engine,
  wave,
  counties,
  now,
}: {
  readonly engine: Engine;
  readonly wave: WaveRow;
  readonly counties: readonly string[];
  readonly now: number;
}) => {
  const { rules: words } = useWords();
  const say = useSay();
  const saved = readRules(wave.fields.call_rules);
  const [typed, setTyped] = useState<TypedRules | null>(null);
  const { busy, failure, attempt } = useAttempt<Refusal | StoreFailure>();
  const shown = typed ?? typedOf(saved);
  const { rules, faults } = readTyped(shown);
  const change = (part: Partial<TypedRules>): void => setTyped({ ...shown, ...part });
  const call_rules = rules && writeRules(rules);
  const changed = call_rules !== writeRules(saved);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (call_rules === null || !changed) return;
    const done = await attempt(() => engine.execute('wave.edit', { wave: wave.id, fields: { call_rules } }));
    if (!done) return;
    setTyped(null);
    say(words.saved);
  };
  return (
    <form className={css.form} onSubmit={(event) => void save(event)} noValidate>
      <div className={css.beside}>
        <HoursFields typed={shown} faults={faults} onChange={change} />
        <DaysPreview rules={rules ?? saved} counties={counties} now={now} />
      </div>
      <ClosedFields typed={shown} faults={faults} onChange={change} />
      <fieldset className={css.group}>
        <legend>{words.attempts}</legend>
        <div className={css.numbers}>
          {NUMBERS.map((name) => (
            <TextField
              key={name}
              label={words.numbers[name]}
              hint={name === 'target' ? words.targetHint : undefined}
              inputMode="numeric"
              value={shown.numbers[name]}
              error={faults.numbers.has(name) ? words.number : undefined}
              onChange={(value) => change({ numbers: { ...shown.numbers, [name]: value } })}
            />
          ))}
          <TextField
            label={words.lastDay}
            hint={words.lastDayHint}
            type="date"
            value={shown.lastDay}
            onChange={(lastDay) => change({ lastDay })}
          />
        </div>
        {SWITCHES.map((name) => (
          <label key={name} className={css.check}>
            <input
              type="checkbox"
              checked={shown[name]}
              onChange={(event) => change({ [name]: event.target.checked })}
            />
            {words.switches[name]}
          </label>
        ))}
      </fieldset>
      {failure ? <FailureNote failure={failure} /> : null}
      <div className={css.row}>
        <Button type="submit" variant="primary" busy={busy} disabled={rules === null || !changed}>
          {words.save}
        </Button>
        {typed && changed ? (
          <Button variant="quiet" onClick={() => setTyped(null)}>
            {words.reset}
          </Button>
        ) : null}
      </div>
    </form>
  );
};
