import { useId, useState } from 'react';
import type { ActFailure } from '../engine/types.ts';
import { parseInstrument } from '../study/parse-instrument.ts';
import type { InstrumentRow, WaveRow } from '../study/rows.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { useWords } from '../ui/language.tsx';
import { ErrorNote } from '../ui/notes.tsx';
import { useSay } from '../ui/notice.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import type { PartProps } from './part.tsx';
import { type DefinitionProblem, readDefinition } from './read-definition.ts';
import { Remarks } from './remarks.tsx';
import css from './setup.module.css';

const questionsIn = (row: InstrumentRow): number => {
  const parsed = parseInstrument(row.definition);
  return parsed.ok ? parsed.value.sections.reduce((sum, section) => sum + section.questions.length, 0) : 0;
};

/** The questions in force; the first are those that ship with the program, one's own, or a file. Later ones are edited. */
export const InstrumentPart = ({
  engine,
  world,
  state,
  wave,
  onPart,
}: PartProps & { readonly wave: WaveRow }) => {
  const { setup, instrument: editor } = useWords();
  const { instrument: words } = setup;
  const say = useSay();
  const id = useId();
  const [problem, setProblem] = useState<DefinitionProblem | null>(null);
  const { busy, failure, attempt } = useAttempt<ActFailure>();
  const [current] = state.instruments;
  const publish = async (load: () => Promise<string>): Promise<void> => {
    const read = await readDefinition(await load());
    setProblem(read.ok ? null : read.error);
    if (!read.ok) return;
    const { text, hash } = read.value;
    const published = await attempt(() =>
      engine.act('publish_instrument', {
        instrument: world.newId(),
        wave: wave.id,
        definition: text,
        hash,
        note: '',
      }),
    );
    if (!published) return;
    say(words.published(published.value.version));
    await engine.sync();
  };
  return (
    <section className={css.form}>
      <h2>{words.title}</h2>
      <p>{current ? words.version(current.version, questionsIn(current)) : words.none}</p>
      {current ? (
        <Button variant="primary" onClick={() => onPart('fragor')}>
          {editor.open}
        </Button>
      ) : null}
      {current || wave.status === 'closed' ? null : (
        <>
          <div>
            <Button
              variant="primary"
              busy={busy}
              onClick={() => void publish(async () => (await world.loadShipped()).definition)}
            >
              {busy ? words.publishing : words.shipped}
            </Button>
            <p className="small muted">{words.shippedText}</p>
          </div>
          <div>
            <Button onClick={() => onPart('fragor')}>{editor.openBlank}</Button>
            <p className="small muted">{editor.openBlankText}</p>
          </div>
          <div>
            <label htmlFor={id} className="b">
              {words.file}
            </label>
            <p className="small muted">{words.fileText}</p>
            <input
              id={id}
              type="file"
              accept=".json,application/json"
              onChange={(event) => {
                const file = event.target.files?.[0];
                if (file) void publish(() => file.text());
                // The same file may be chosen again once it is mended.
                event.target.value = '';
              }}
            />
          </div>
        </>
      )}
      {problem ? (
        <ErrorNote
          happened={words.broken}
          todo={problem.type === 'not_json' ? words.notJson : words.brokenAt(problem.path, problem.reason)}
          kept={words.kept}
        />
      ) : null}
      {failure ? <FailureNote failure={failure} /> : null}
      <Remarks engine={engine} instruments={state.instruments} />
    </section>
  );
};
