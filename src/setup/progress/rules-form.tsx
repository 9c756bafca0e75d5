import { useState } from 'react';
import type { Engine, StoreFailure } from '../../engine/types.ts';
import { type CallRules, readRules, writeRules } from '../../study/call-rules.ts';
import type { Refusal } from '../../study/command.ts';
import type { WaveRow } from '../../study/rows.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { TextField } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';
import { useSay } from '../../ui/notice.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import css from './progress.module.css';

const NUMBERS = ['target', 'maxAttempts', 'minDays', 'busyMinutes'] as const;
const SWITCHES = ['conversion', 'allKnown'] as const;
const isNumber = (text: string): boolean => /^[0-9]{1,4}$/.test(text.trim());

/** The rules that a lead changes oftest; hours and closed days stay as the wave has them. */
export const RulesForm = ({ engine, wave }: { readonly engine: Engine; readonly wave: WaveRow }) => {
  const { progress } = useWords();
  const words = progress.rules;
  const say = useSay();
  const rules = readRules(wave.fields.call_rules);
  const [typed, setTyped] = useState<Partial<Record<(typeof NUMBERS)[number], string>>>({});
  const [switched, setSwitched] = useState<Partial<Record<(typeof SWITCHES)[number], boolean>>>({});
  const [day, setDay] = useState<string | null>(null);
  const { busy, failure, attempt } = useAttempt<Refusal | StoreFailure>();
  const text = (name: (typeof NUMBERS)[number]): string => typed[name] ?? String(rules[name]);
  const valid = NUMBERS.every((name) => isNumber(text(name)));
  const next: CallRules = {
    ...rules,
    ...(valid ? Object.fromEntries(NUMBERS.map((name) => [name, Number(text(name))])) : {}),
    ...switched,
    ...(day === null ? {} : { lastDay: day }),
  };
  const call_rules = writeRules(next);
  const changed = call_rules !== writeRules(rules);
  const save = async (): Promise<void> => {
    const done = await attempt(() => engine.execute('wave.edit', { wave: wave.id, fields: { call_rules } }));
    if (!done) return;
    setTyped({});
    setSwitched({});
    setDay(null);
    say(words.saved);
  };
  return (
    <details className={css.more}>
      <summary>{words.title}</summary>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (valid && changed) void save();
        }}
      >
        {NUMBERS.map((name) => (
          <TextField
            key={name}
            label={words[name]}
            hint={name === 'target' ? words.targetHint : undefined}
            inputMode="numeric"
            value={text(name)}
            error={isNumber(text(name)) ? undefined : words.number}
            onChange={(value) => setTyped({ ...typed, [name]: value })}
          />
        ))}
        <TextField
          type="date"
          label={words.lastDay}
          hint={words.lastDayHint}
          value={day ?? rules.lastDay}
          onChange={setDay}
        />
        {SWITCHES.map((name) => (
          <label key={name} className={css.check}>
            <input
              type="checkbox"
              checked={switched[name] ?? rules[name]}
              onChange={(event) => setSwitched({ ...switched, [name]: event.target.checked })}
            />
            {words[name]}
          </label>
        ))}
        <div>
          <Button type="submit" busy={busy} disabled={!valid || !changed}>
            {words.save}
          </Button>
        </div>
      </form>
      {failure ? <FailureNote failure={failure} /> : null}
    </details>
  );
};
