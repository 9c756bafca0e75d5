import { useState } from 'react';
import type { ActFailure, Engine } from '../../engine/types.ts';
import type { Judgement } from '../../study/claims.ts';
import type { Id } from '../../study/ids.ts';
import type { WaveRow } from '../../study/rows.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { ErrorNote } from '../../ui/notes.tsx';
import { useSay } from '../../ui/notice.tsx';
import { numberWords } from '../../ui/time-words.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import { useSource } from '../../ui/use-source.ts';
import type { Asked } from '../questions.ts';
import { drawByStratum, drawInterviews } from './draw.ts';
import css from './rounds.module.css';

type Step = 'calibrate' | 'double' | 'judge';
const STEPS: readonly Step[] = ['calibrate', 'double', 'judge'];
const CALIBRATED = '10';
const DOUBLED = '30';

/** A lead makes a round: the program proposes the usual ones, each of its choices can be changed. */
export const RoundForm = ({
  engine,
  asked,
  wave,
  judgements,
  newId,
  onMade,
}: {
  readonly engine: Engine;
  readonly asked: Asked;
  readonly wave: WaveRow;
  readonly judgements: readonly Judgement[];
  readonly newId: () => Id;
  readonly onMade: (round: Id) => void;
}) => {
  const { rounds } = useWords();
  const { create } = rounds;
  const language = useLanguage();
  const say = useSay();
  const view = useSource(engine.view);
  const { busy, failure, attempt } = useAttempt<ActFailure>();
  const [label, setLabel] = useState('');
  const [questions, setQuestions] = useState<ReadonlySet<string>>(
    new Set(asked.questions.map(({ id }) => id)),
  );
  const [withJudgements, setWithJudgements] = useState(false);
  const [count, setCount] = useState('');
  const [stratified, setStratified] = useState(false);
  const [seed, setSeed] = useState(() => newId().slice(0, 8));
  const [coders, setCoders] = useState<ReadonlySet<Id>>(new Set());
  const [blind, setBlind] = useState(true);
  const [calibration, setCalibration] = useState(false);
  const [unit, setUnit] = useState<'answer' | 'passage'>('answer');
  const [missing, setMissing] = useState('');
  const interviews = [...view.all('interview')].filter((row) => row.wave === wave.id);
  const people = [...view.all('person')].filter(({ role, active }) => active && role !== 'interviewer');
  const toggle = <T,>(set: ReadonlySet<T>, one: T): ReadonlySet<T> => {
    const next = new Set(set);
    if (!next.delete(one)) next.add(one);
    return next;
  };
  const propose = (step: Step): void => {
    setLabel(create.labels[step]);
    setQuestions(new Set(step === 'judge' ? [] : asked.questions.map(({ id }) => id)));
    setWithJudgements(step === 'judge');
    setCount(step === 'calibrate' ? CALIBRATED : step === 'double' ? DOUBLED : '');
    setBlind(step !== 'calibrate');
    setCalibration(step === 'calibrate');
    setCoders(new Set(people.filter(({ role }) => role === 'coder').map(({ id }) => id)));
  };
  const send = async (): Promise<void> => {
    if (coders.size === 0) return setMissing(create.needsCoder);
    if (questions.size === 0 && !withJudgements) return setMissing(create.needsWork);
    setMissing('');
    const wanted = count.trim() === '' ? null : Number(count);
    const draw = stratified ? drawByStratum : drawInterviews;
    const round = newId();
    const done = await attempt(() =>
      engine.act('create_round', {
        round,
        wave: wave.id,
        label: label.trim() || create.labels.double,
        unit,
        questions: asked.questions.map(({ id }) => id).filter((id) => questions.has(id)),
        judgements: withJudgements ? judgements.map(({ id }) => id) : [],
        interviews: wanted === null ? null : draw(interviews, wanted, seed),
        share: wanted === null ? 1 : Math.min(1, wanted / Math.max(1, interviews.length)),
        seed,
        coders: [...coders],
        blind,
        calibration,
      }),
    );
    if (!done) return;
    say(create.done);
    onMade(round);
  };
  return (
    <section className={css.form} aria-label={create.title}>
      <h2>{create.title}</h2>
      <div className={css.row}>
        {STEPS.map((step, at) => (
          <Button key={step} onClick={() => propose(step)}>
            {`${at + 1}. ${create.steps[step]}`}
          </Button>
        ))}
      </div>
      <p className="small muted">{create.why}</p>
      <TextField label={create.label} value={label} onChange={setLabel} maxLength={80} />
      <fieldset className={css.choices}>
        <legend>{create.questions}</legend>
        <div className={css.row}>
          <Button variant="quiet" onClick={() => setQuestions(new Set(asked.questions.map(({ id }) => id)))}>
            {create.allQuestions}
          </Button>
          <Button variant="quiet" onClick={() => setQuestions(new Set())}>
            {create.noQuestions}
          </Button>
        </div>
        <div className={css.grid}>
          {asked.questions.map((question) => (
            <label key={question.id} title={question.text[language]}>
              <input
                type="checkbox"
                checked={questions.has(question.id)}
                onChange={() => setQuestions(toggle(questions, question.id))}
              />
              <span className="num">{question.id}</span>
            </label>
          ))}
        </div>
        <label>
          <input
            type="checkbox"
            checked={withJudgements}
            onChange={() => setWithJudgements(!withJudgements)}
          />
          {create.judgements}
        </label>
      </fieldset>
      <div className={css.row}>
        <TextField
          label={create.count}
          hint={create.countHint(numberWords(interviews.length, language))}
          inputMode="numeric"
          pattern="[0-9]*"
          value={count}
          onChange={(next) => setCount(next.replace(/\D/g, ''))}
        />
        <TextField label={create.seed} hint={create.seedHint} value={seed} onChange={setSeed} />
        <SelectField
          label={create.unit}
          value={unit}
          options={(['answer', 'passage'] as const).map((value) => ({ value, label: create.units[value] }))}
          onChange={setUnit}
        />
      </div>
      <fieldset className={css.choices}>
        <legend>{create.coders}</legend>
        {people.map((person) => (
          <label key={person.id}>
            <input
              type="checkbox"
              checked={coders.has(person.id)}
              onChange={() => setCoders(toggle(coders, person.id))}
            />
            {person.name}
          </label>
        ))}
      </fieldset>
      <fieldset className={css.choices}>
        <legend className="unseen">{create.title}</legend>
        <label>
          <input type="checkbox" checked={blind} onChange={() => setBlind(!blind)} />
          {create.blind}
        </label>
        <label>
          <input type="checkbox" checked={calibration} onChange={() => setCalibration(!calibration)} />
          {create.isCalibration}
        </label>
        <label>
          <input type="checkbox" checked={stratified} onChange={() => setStratified(!stratified)} />
          {create.stratified}
        </label>
      </fieldset>
      {missing ? <ErrorNote happened={missing} /> : null}
      {failure ? <FailureNote failure={failure} /> : null}
      <div className={css.row}>
        <Button variant="primary" busy={busy} onClick={() => void send()}>
          {create.yes}
        </Button>
      </div>
    </section>
  );
};
