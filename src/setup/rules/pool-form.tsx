import { useState } from 'react';
import type { Engine, StoreFailure } from '../../engine/types.ts';
import type { Refusal } from '../../study/command.ts';
import { mayHavePool, readPool, writePool } from '../../study/pool.ts';
import type { WaveRow } from '../../study/rows.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { TextField } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';
import { Note } from '../../ui/notes.tsx';
import { useSay } from '../../ui/notice.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import css from './rules.module.css';

/** Whether cases that nobody has are lent to whoever calls; for teams of more than three. */
export const PoolForm = ({
  engine,
  wave,
  interviewers,
  lent,
}: {
  readonly engine: Engine;
  readonly wave: WaveRow;
  readonly interviewers: number;
  /** Cases lent at present. */
  readonly lent: number;
}) => {
  const { rules } = useWords();
  const words = rules.pool;
  const say = useSay();
  const saved = readPool(wave.fields.pool);
  const [typed, setTyped] = useState<{
    readonly on: boolean;
    readonly hours: string;
    readonly block: string;
  } | null>(null);
  const { busy, failure, attempt } = useAttempt<Refusal | StoreFailure>();
  const shown = typed ?? { on: saved.on, hours: String(saved.hours), block: String(saved.block) };
  const next = { on: shown.on, hours: Number(shown.hours), block: Number(shown.block) };
  const text = writePool(next);
  const valid = readPool(text).hours === next.hours && readPool(text).block === next.block;
  const changed = text !== writePool(saved);
  const enough = mayHavePool(interviewers);
  const save = async (): Promise<void> => {
    const done = await attempt(() => engine.execute('wave.edit', { wave: wave.id, fields: { pool: text } }));
    if (!done) return;
    setTyped(null);
    say(rules.saved);
  };
  return (
    <section className={css.group} aria-labelledby="pool-rules">
      <h2 id="pool-rules">{words.title}</h2>
      <p>{words.text}</p>
      {saved.on && enough ? <p>{words.lent(lent)}</p> : null}
      {enough ? null : <Note>{words.few}</Note>}
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (valid && changed) void save();
        }}
      >
        <label className={css.check}>
          <input
            type="checkbox"
            checked={shown.on}
            disabled={!enough && !shown.on}
            onChange={(event) => setTyped({ ...shown, on: event.target.checked })}
          />
          {words.on}
        </label>
        {shown.on ? (
          <div className={css.numbers}>
            <TextField
              label={words.hours}
              inputMode="numeric"
              value={shown.hours}
              error={valid ? undefined : words.wrong}
              onChange={(hours) => setTyped({ ...shown, hours })}
            />
            <TextField
              label={words.block}
              inputMode="numeric"
              value={shown.block}
              onChange={(block) => setTyped({ ...shown, block })}
            />
          </div>
        ) : null}
        {failure ? <FailureNote failure={failure} /> : null}
        <div>
          <Button type="submit" busy={busy} disabled={!valid || !changed}>
            {rules.saveThis}
          </Button>
        </div>
      </form>
    </section>
  );
};
