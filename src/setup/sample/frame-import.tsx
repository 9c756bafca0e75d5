import { useId, useState } from 'react';
import type { FrameUnit } from '../../study/frame.ts';
import { Button } from '../../ui/button.tsx';
import { useLanguage, useWords } from '../../ui/language.tsx';
import { ErrorNote } from '../../ui/notes.tsx';
import { Progress } from '../../ui/progress.tsx';
import { numberWords } from '../../ui/time-words.ts';
import css from '../setup.module.css';
import { ColumnChoice } from './column-choice.tsx';
import { FrameReview } from './frame-review.tsx';
import { type FrameFile, useFrameFile } from './use-frame-file.ts';

/** A frame from a file: chosen, its columns settled, read beside the screen, looked over, and taken whole or not at all. */
export const FrameImport = ({
  onTake,
  onBack,
}: {
  readonly onTake: (units: readonly FrameUnit[]) => void;
  readonly onBack: () => void;
}) => {
  const { setup } = useWords();
  const language = useLanguage();
  const { import: words } = setup.sample;
  const id = useId();
  const [name, setName] = useState<string | null>(null);
  const { state, open, read, stop } = useFrameFile();
  return (
    <section className={css.form}>
      <h2>{words.title}</h2>
      <div>
        <label htmlFor={id} className="b">
          {words.file}
        </label>
        <p className="small muted">{words.fileText}</p>
        <input
          id={id}
          type="file"
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          disabled={state.step === 'reading'}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) {
              setName(file.name);
              open(file);
            }
            // The same file may be chosen again once it is mended.
            event.target.value = '';
          }}
        />
      </div>
      {name === null ? null : <p>{words.chosen(name)}</p>}
      {state.step === 'refused' ? <Refused problem={state.problem} /> : null}
      {state.step === 'looked' ? (
        <ColumnChoice key={state.look.heading.join()} look={state.look} onRead={read} />
      ) : null}
      {state.step === 'reading' ? (
        <Progress
          label={words.reading(numberWords(state.rows, language))}
          share={state.share}
          action={<Button onClick={stop}>{words.stop}</Button>}
        />
      ) : null}
      {state.step === 'read' ? <FrameReview units={state.units} bad={state.bad} onTake={onTake} /> : null}
      {state.step === 'reading' ? null : (
        <p>
          <Button variant="quiet" onClick={onBack}>
            {words.back}
          </Button>
        </p>
      )}
    </section>
  );
};

const Refused = ({ problem }: { readonly problem: Extract<FrameFile, { step: 'refused' }>['problem'] }) => {
  const { setup } = useWords();
  const { refused, nothingTaken } = setup.sample.import;
  return (
    <ErrorNote
      happened={problem.type === 'few_columns' ? refused.few_columns(problem.columns) : refused[problem.type]}
      kept={nothingTaken}
    />
  );
};
