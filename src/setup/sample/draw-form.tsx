import { type FormEvent, useMemo, useState } from 'react';
import type { ActFailure } from '../../engine/types.ts';
import { ALLOCATIONS, type Allocation, type Merge, sizesOf, suggestMerge } from '../../study/allocation.ts';
import type { FrameUnit } from '../../study/frame.ts';
import type { SampleProblem } from '../../study/sample.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNote } from '../../ui/failure-note.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { ErrorNote, Note } from '../../ui/notes.tsx';
import { useSay } from '../../ui/notice.tsx';
import { numberWords } from '../../ui/time-words.ts';
import { useAttempt } from '../../ui/use-attempt.ts';
import type { PartProps } from '../part.tsx';
import css from '../setup.module.css';
import { MergeNote } from './merge-note.tsx';
import { type Choice, drawArgs, isWhole, MOST_CASES, planSample } from './plan.ts';
import { expectedWords, PlanTable } from './plan-table.tsx';

const USUAL_TARGET = 100;
const USUAL_RESPONSE = 55;
const MOST_TARGET = 100_000;

/** From interviews wanted to organisations drawn; seeded, so that anybody can draw the same again. */
export const DrawForm = ({
  engine,
  world,
  wave,
  label,
  frame,
}: PartProps & {
  readonly wave: string;
  readonly label: string;
  readonly frame: readonly FrameUnit[];
}) => {
  const { setup } = useWords();
  const language = useLanguage();
  const say = useSay();
  const { sample: words } = setup;
  const [target, setTarget] = useState(String(USUAL_TARGET));
  const [response, setResponse] = useState(String(USUAL_RESPONSE));
  const [allocation, setAllocation] = useState<Allocation>('proportional');
  const [merges, setMerges] = useState<readonly Merge[]>([]);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [seed, setSeed] = useState(label);
  const { busy, failure, attempt } = useAttempt<ActFailure | SampleProblem>();
  const sizes = useMemo(() => sizesOf(frame), [frame]);
  const badTarget = !isWhole(Number(target), 1, MOST_TARGET) || target.trim() === '';
  const badResponse = !isWhole(Number(response), 1, 100) || response.trim() === '';
  const choice: Choice | null =
    badTarget || badResponse
      ? null
      : { target: Number(target), response: Number(response), allocation, merges, typed };
  const plan = choice ? planSample(sizes, choice) : [];
  const drawn = plan.reduce((sum, { draw }) => sum + draw, 0);
  const expected = plan.reduce((sum, stratum) => sum + stratum.expected, 0);
  const wrong = plan.some((stratum) => stratum.wrong);
  const merge = wrong ? null : suggestMerge(plan);
  const ready = choice !== null && !wrong && drawn > 0 && drawn <= MOST_CASES;

  const draw = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!choice || !ready) return;
    const done = await attempt(async () => {
      const args = drawArgs(world, wave, seed, choice, frame, plan);
      return args.ok ? engine.act('draw_sample', args.value) : args;
    });
    if (!done) return;
    say(words.done(numberWords(done.value.drawn, language)));
    await engine.sync();
  };
  return (
    <form className={css.form} onSubmit={(event) => void draw(event)} noValidate>
      <TextField
        label={words.size}
        inputMode="numeric"
        value={target}
        onChange={setTarget}
        autoFocus
        error={badTarget ? words.sizeError : undefined}
      />
      <TextField
        label={words.response}
        hint={words.responseHint}
        inputMode="numeric"
        value={response}
        onChange={setResponse}
        error={badResponse ? words.responseError : undefined}
      />
      <SelectField
        label={words.allocation}
        value={allocation}
        options={ALLOCATIONS.map((value) => ({ value, label: words.allocations[value] }))}
        onChange={setAllocation}
      />
      {choice ? (
        <>
          <PlanTable
            plan={plan}
            onType={
              allocation === 'by_hand'
                ? (stratum, text) => setTyped({ ...typed, [stratum]: text })
                : undefined
            }
            typed={typed}
          />
          {merge ? (
            <MergeNote
              key={merge.join()}
              plan={plan}
              merge={merge}
              onMerge={(one) => setMerges([...merges, one])}
            />
          ) : null}
          {merges.length > 0 ? (
            <p>
              <Button variant="quiet" onClick={() => setMerges(merges.slice(0, -1))}>
                {words.unmerge}
              </Button>
            </p>
          ) : null}
          {drawn > 0 && !wrong && expected < choice.target - 1e-9 ? (
            <Note tone="warn">
              <p>{words.tooFew(expectedWords(expected, language), choice.target)}</p>
            </Note>
          ) : null}
          {drawn === 0 ? <ErrorNote happened={words.nothing} /> : null}
          {drawn > MOST_CASES ? (
            <ErrorNote happened={words.tooMany(numberWords(MOST_CASES, language))} />
          ) : null}
        </>
      ) : null}
      <TextField label={words.seed} hint={words.seedHint} value={seed} onChange={setSeed} maxLength={200} />
      <p className="muted">{words.kept}</p>
      {failure ? <DrawFailure failure={failure} /> : null}
      <Button type="submit" variant="primary" disabled={!ready} busy={busy}>
        {busy ? words.drawing : words.draw}
      </Button>
    </form>
  );
};

/** The plan keeps within its frame, so only what the server says is left to tell; the rest is a broken frame. */
const DrawFailure = ({ failure }: { readonly failure: ActFailure | SampleProblem }) => {
  const { setup } = useWords();
  switch (failure.type) {
    case 'empty_frame':
    case 'sample_size':
    case 'stratum_size':
      return <ErrorNote happened={setup.sample.broken} />;
    default:
      return <FailureNote failure={failure} />;
  }
};
