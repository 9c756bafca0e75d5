import { useState } from 'react';
import type { Engine, StoreFailure } from '../../engine/types.ts';
import type { Refusal } from '../../study/command.ts';
import { completenessRule, writeCompleteness } from '../../study/completeness.ts';
import type { WaveRow } from '../../study/rows.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { TextField } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';
import { useSay } from '../../ui/notice.tsx';
import { useAttempt } from '../../ui/use-attempt.ts';
import css from './rules.module.css';

/** What counts as complete and as partial: settled before the first call, so that nobody moves it to the result. */
export const CompletenessForm = ({
  engine,
  wave,
  areas,
}: {
  readonly engine: Engine;
  readonly wave: WaveRow;
  /** Areas of the questionnaire in force. */
  readonly areas: number;
}) => {
  const { rules } = useWords();
  const words = rules.completeness;
  const say = useSay();
  const saved = completenessRule(wave.fields.completeness, areas);
  const [typed, setTyped] = useState<{ readonly complete: string; readonly partial: string } | null>(null);
  const { busy, failure, attempt } = useAttempt<Refusal | StoreFailure>();
  const shown = typed ?? { complete: String(saved.complete), partial: String(saved.partial) };
  const [complete, partial] = [Number(shown.complete), Number(shown.partial)];
  const valid =
    /^\d{1,2}$/.test(shown.complete) &&
    /^\d{1,2}$/.test(shown.partial) &&
    partial >= 1 &&
    partial <= complete &&
    complete <= areas;
  const fixed = wave.status !== 'draft';
  const changed = complete !== saved.complete || partial !== saved.partial;
  const save = async (): Promise<void> => {
    const text = writeCompleteness({ complete, partial }, areas);
    const done = await attempt(() =>
      engine.execute('wave.edit', { wave: wave.id, fields: { completeness: text } }),
    );
    if (!done) return;
    setTyped(null);
    say(rules.saved);
  };
  return (
    <section className={css.group} aria-labelledby="completeness">
      <h2 id="completeness">{words.title}</h2>
      <p>{words.text(saved.complete, saved.partial, areas)}</p>
      {fixed ? (
        <p className="small muted">{words.fixed}</p>
      ) : (
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (valid && changed) void save();
          }}
        >
          <div className={css.numbers}>
            <TextField
              label={words.complete}
              inputMode="numeric"
              value={shown.complete}
              error={valid ? undefined : words.wrong(areas)}
              onChange={(text) => setTyped({ ...shown, complete: text })}
            />
            <TextField
              label={words.partial}
              inputMode="numeric"
              value={shown.partial}
              onChange={(text) => setTyped({ ...shown, partial: text })}
            />
          </div>
          {failure ? <FailureNote failure={failure} /> : null}
          <div>
            <Button type="submit" busy={busy} disabled={!valid || !changed}>
              {rules.saveThis}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
};
