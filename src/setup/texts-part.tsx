import { type FormEvent, useState } from 'react';
import type { StoreFailure } from '../engine/types.ts';
import type { Refusal } from '../study/command.ts';
import { WAVE_FIELDS, type WaveField, type WaveRow } from '../study/rows.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { TextArea } from '../ui/field.tsx';
import { useWords } from '../ui/language.tsx';
import { useSay } from '../ui/notice.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { NeedsWave, type PartProps } from './part.tsx';
import css from './setup.module.css';

type Texts = Partial<Readonly<Record<WaveField, string>>>;

/** Only what differs from what holds: edits of other fields by somebody else merge. */
export const changedTexts = (wave: WaveRow, typed: Texts): Texts =>
  Object.fromEntries(
    WAVE_FIELDS.filter(
      (field) => typed[field] !== undefined && typed[field] !== (wave.fields[field] ?? ''),
    ).map((field) => [field, typed[field]]),
  );

export const TextsPart = ({ engine, state, onPart }: PartProps) => {
  const { setup } = useWords();
  const { texts } = setup;
  const say = useSay();
  const [typed, setTyped] = useState<Texts>({});
  const { busy, failure, attempt } = useAttempt<Refusal | StoreFailure>();
  const { wave } = state;
  if (!wave) return <NeedsWave title={texts.title} onPart={onPart} />;
  const changes = changedTexts(wave, typed);
  const dirty = Object.keys(changes).length > 0;
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!dirty) return;
    if (!(await attempt(() => engine.execute('wave.edit', { wave: wave.id, fields: changes })))) return;
    setTyped({});
    say(texts.saved);
  };
  const undo = async (): Promise<void> => {
    if (await attempt(() => engine.undo())) say(setup.undone);
  };
  return (
    <>
      <h1 className={css.big}>{texts.title}</h1>
      <p className="muted">{texts.text}</p>
      <form className={css.form} onSubmit={(event) => void save(event)}>
        {WAVE_FIELDS.map((field) => (
          <TextArea
            key={field}
            label={texts.fields[field]}
            hint={texts.hints[field]}
            rows={field === 'sponsor' || field === 'controller' ? 2 : 1}
            value={typed[field] ?? wave.fields[field] ?? ''}
            onChange={(value) => setTyped({ ...typed, [field]: value })}
          />
        ))}
        {failure ? <FailureNote failure={failure} /> : null}
        <div className={css.row}>
          <Button type="submit" variant="primary" disabled={!dirty} busy={busy}>
            {texts.save}
          </Button>
          <Button variant="quiet" onClick={() => void undo()}>
            {texts.undo}
          </Button>
          <span className="small muted">{dirty ? texts.changed : ''}</span>
        </div>
      </form>
    </>
  );
};
