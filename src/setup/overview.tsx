import { useCallback, useEffect, useState } from 'react';
import type { ActFailure, StoreFailure } from '../engine/types.ts';
import type { WaveRow } from '../study/rows.ts';
import type { WaveOverview } from '../study/wire.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { useLanguage, useWords } from '../ui/language.tsx';
import { numberWords } from '../ui/time-words.ts';
import { useAttempt } from '../ui/use-attempt.ts';
import { useSource } from '../ui/use-source.ts';
import { CloseWave } from './close-wave.tsx';
import { FieldReport } from './field-report/field-report.tsx';
import { WaitingComputers } from './keys/waiting-computers.tsx';
import { OpenWave } from './open-wave.tsx';
import type { PartProps } from './part.tsx';
import type { SetupPart } from './parts.ts';
import { Progress } from './progress/progress.tsx';
import css from './setup.module.css';
import { type Step, stepsLeft } from './study-state.ts';

/** What needs the lead today, then how far the wave has come. */
export const Overview = (props: PartProps) => {
  const { setup } = useWords();
  const { state, engine } = props;
  const [step] = stepsLeft(state);
  return (
    <>
      <h1 className="unseen">{setup.parts.oversikt}</h1>
      <NextStep step={step} {...props} />
      <WaitingComputers {...props} />
      {state.wave && state.wave.status !== 'draft' ? <Figures wave={state.wave} {...props} /> : null}
      {state.wave && state.wave.status !== 'draft' ? (
        <Progress engine={engine} wave={state.wave} cases={state.cases} />
      ) : null}
      {state.wave && state.wave.status !== 'draft' ? (
        <FieldReport engine={engine} wave={state.wave} now={props.world.now} />
      ) : null}
      {state.wave?.status === 'open' ? <CloseWave {...props} wave={state.wave} /> : null}
      {engine.me.practice ? <RemovePractice {...props} /> : null}
    </>
  );
};

const PART_OF: Readonly<Record<Exclude<Step, 'open'>, SetupPart>> = {
  wave: 'omgang',
  instrument: 'omgang',
  sample: 'urval',
  texts: 'texter',
  people: 'personer',
  assign: 'fordela',
};

const NextStep = ({ step, ...props }: PartProps & { readonly step: Step | undefined }) => {
  const { setup } = useWords();
  const { state, onPart } = props;
  const { steps } = setup;
  const closed = state.wave?.status === 'closed';
  const title = closed ? steps.closed : step === undefined ? steps.running : steps[step];
  const text = closed
    ? steps.closedText
    : step === undefined
      ? steps.runningText
      : step === 'assign'
        ? steps.assignText(state.unassigned.length)
        : steps[`${step}Text`];
  return (
    <section className={css.next}>
      <p className={css.why}>{steps.title}</p>
      <h2 className={css.big}>{title}</h2>
      <p className="muted">{text}</p>
      {closed || step === undefined ? null : step === 'open' ? (
        <OpenWave {...props} />
      ) : (
        <Button variant="primary" autoFocus onClick={() => onPart(PART_OF[step])}>
          {steps[step]}
        </Button>
      )}
    </section>
  );
};

/** Numbers, never which: the server says how many wait, and the screen says in words what happens to them. */
const Figures = ({ engine, wave }: PartProps & { readonly wave: WaveRow }) => {
  const { setup } = useWords();
  const language = useLanguage();
  const { online, lastPull } = useSource(engine.status);
  const [figures, setFigures] = useState<WaveOverview | null>(null);
  const { busy, failure, attempt } = useAttempt<ActFailure>();
  const load = useCallback(async (): Promise<void> => {
    const answered = await attempt(() => engine.overview(wave.id));
    if (answered) setFigures(answered.value);
  }, [engine, wave.id, attempt]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was pulled anew asks anew
  useEffect(() => {
    if (online) void load();
  }, [load, online, lastPull]);
  const { overview } = setup;
  const say = (count: number): string => numberWords(count, language);
  return (
    <div className={css.figures}>
      {figures ? (
        <>
          <section>
            <h2>{overview.cases}</h2>
            <dl className={css.tally}>
              {(['new', 'active', 'interviewed', 'closed'] as const).map((status) => (
                <div key={status}>
                  <dd className="num">{say(figures.cases[status])}</dd>
                  <dt>{overview.caseStates[status]}</dt>
                </div>
              ))}
            </dl>
          </section>
          <section>
            <h2>{overview.interviews}</h2>
            <p>{overview.waiting(say(figures.waiting))}</p>
            <p>{overview.released(say(figures.released))}</p>
            {figures.unread > 0 ? <p>{overview.unread(say(figures.unread))}</p> : null}
          </section>
        </>
      ) : (
        <p className="muted">{online ? overview.fetching : overview.offline}</p>
      )}
      {wave.status === 'open' ? (
        <section>
          <h2>{overview.when}</h2>
          <p>{wave.k === 1 ? overview.whenPractice : overview.whenText(wave.k)}</p>
          <p>{overview.whenClose}</p>
        </section>
      ) : null}
      {failure && failure.type !== 'offline' ? <FailureNote failure={failure} /> : null}
      <p>
        <Button variant="quiet" busy={busy} onClick={() => void load()}>
          {overview.refresh}
        </Button>
      </p>
    </div>
  );
};

const RemovePractice = ({ world }: PartProps) => {
  const { setup, common } = useWords();
  const { practice } = setup;
  const [asking, setAsking] = useState(false);
  const { busy, failure, attempt } = useAttempt<ActFailure | StoreFailure>();
  return (
    <section className={css.apart}>
      <h2>{practice.title}</h2>
      <p className="muted">{practice.text}</p>
      <Button variant="danger" onClick={() => setAsking(true)}>
        {practice.remove}
      </Button>
      <Dialog title={practice.askTitle} open={asking} onClose={() => setAsking(false)}>
        <p>{practice.askText}</p>
        {failure ? <FailureNote failure={failure} /> : null}
        <DialogActions>
          <Button autoFocus onClick={() => setAsking(false)}>
            {common.cancel}
          </Button>
          <Button variant="danger" busy={busy} onClick={() => void attempt(world.removePractice)}>
            {busy ? practice.removing : practice.remove}
          </Button>
        </DialogActions>
      </Dialog>
    </section>
  );
};
