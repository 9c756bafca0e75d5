import { type FormEvent, useState } from 'react';
import type { ActFailure } from '../engine/types.ts';
import { WAVE_FIELDS } from '../study/rows.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { TextField } from '../ui/field.tsx';
import { useWords } from '../ui/language.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { InstrumentPart } from './instrument-part.tsx';
import type { PartProps } from './part.tsx';
import css from './setup.module.css';

/** The least size of a group outside practice; the server refuses less. */
const LEAST_K = 3;
const USUAL_K = 5;

export const WavePart = (props: PartProps) => {
  const { setup } = useWords();
  const { wave } = props.state;
  const [another, setAnother] = useState(false);
  return (
    <>
      <h1 className={css.big}>{setup.wave.title}</h1>
      {wave ? <p>{setup.wave.facts(wave.label, wave.year, wave.k)}</p> : null}
      {wave?.pilot ? <p>{setup.wave.pilotFact(wave.k)}</p> : null}
      {wave && !another ? <InstrumentPart {...props} wave={wave} /> : null}
      {!wave || another ? <NewWave {...props} onDone={() => setAnother(false)} /> : null}
      {wave && !another && !props.engine.me.practice ? (
        <p className={css.apart}>
          <Button variant="quiet" onClick={() => setAnother(true)}>
            {setup.wave.another}
          </Button>
        </p>
      ) : null}
    </>
  );
};

const NewWave = ({ engine, world, onDone }: PartProps & { readonly onDone: () => void }) => {
  const { setup } = useWords();
  const thisYear = String(new Date(world.now()).getFullYear());
  const [label, setLabel] = useState(thisYear);
  const [year, setYear] = useState(thisYear);
  const [k, setK] = useState(String(USUAL_K));
  const [pilot, setPilot] = useState(false);
  const [tried, setTried] = useState(false);
  const { busy, failure, attempt } = useAttempt<ActFailure>();
  const badYear = !/^(19|20)\d\d$/.test(year);
  const badK = !/^\d{1,3}$/.test(k) || Number(k) < LEAST_K;
  const noLabel = label.trim() === '';
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (badYear || badK || noLabel) return;
    const made = await attempt(() =>
      engine.act('create_wave', {
        wave: world.newId(),
        label: label.trim(),
        year: Number(year),
        k: Number(k),
        ...(pilot ? { pilot } : {}),
        fields: Object.fromEntries(WAVE_FIELDS.map((field) => [field, ''])),
      }),
    );
    if (!made) return;
    await engine.sync();
    onDone();
  };
  return (
    <form className={css.form} onSubmit={(event) => void send(event)} noValidate>
      <TextField
        label={setup.wave.label}
        hint={setup.wave.labelHint}
        value={label}
        onChange={setLabel}
        autoFocus
        error={tried && noLabel ? setup.wave.labelHint : undefined}
      />
      <TextField
        label={setup.wave.year}
        inputMode="numeric"
        value={year}
        onChange={setYear}
        error={tried && badYear ? setup.wave.yearError : undefined}
      />
      <TextField
        label={setup.wave.k}
        hint={setup.wave.kHint}
        inputMode="numeric"
        value={k}
        onChange={setK}
        error={tried && badK ? setup.wave.kError : undefined}
      />
      <label className={css.check}>
        <input type="checkbox" checked={pilot} onChange={(event) => setPilot(event.target.checked)} />
        <span>
          {setup.wave.pilot}
          <span className="small muted"> {setup.wave.pilotHint}</span>
        </span>
      </label>
      {failure ? <FailureNote failure={failure} /> : null}
      <Button type="submit" variant="primary" busy={busy}>
        {setup.wave.create}
      </Button>
    </form>
  );
};
