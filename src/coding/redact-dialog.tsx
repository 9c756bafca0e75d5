import { useMemo, useState } from 'react';
import type { Engine, StoreFailure } from '../engine/types.ts';
import type { Refusal } from '../study/command.ts';
import type { Question } from '../study/instrument.ts';
import { Button } from '../ui/button.tsx';
import { useCommands } from '../ui/commands.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useWords } from '../ui/language.tsx';
import { ErrorNote, Note } from '../ui/notes.tsx';
import { useAttempt } from '../ui/use-attempt.ts';
import { useSource } from '../ui/use-source.ts';
import type { Passage } from './answer-text.tsx';
import { KINDS, offered, type PlaceholderKind } from './passage.ts';
import css from './read.module.css';

/** How much of the answer around the passage is shown in the result. */
const AROUND = 60;

/** For good, so it is shown what goes, what comes instead, and how it reads then. */
export const RedactDialog = (props: {
  readonly engine: Engine;
  readonly passage: Passage;
  readonly questions: readonly Question[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}) => {
  const { coding } = useWords();
  return (
    <Dialog title={coding.redact.title} open onClose={props.onClose} wide>
      <Choice {...props} />
    </Dialog>
  );
};

const Choice = ({ engine, passage, questions, onClose, onDone }: Parameters<typeof RedactDialog>[0]) => {
  const { coding, common } = useWords();
  const { redact } = coding;
  const view = useSource(engine.view);
  const [kind, setKind] = useState<PlaceholderKind>('KOMMUN');
  const [number, setNumber] = useState<number | null>(null);
  const { busy, failure, attempt } = useAttempt<Refusal | StoreFailure>();
  const row = view.get('answer', passage.answer);
  const texts = useMemo(() => {
    if (!row) return [];
    const others = questions.map((question) => view.get('answer', `${row.interview}/${question.id}`)?.notes);
    return [row.notes, ...others].filter((text) => text !== undefined);
  }, [row, questions, view]);
  const choices = offered(kind, texts);
  // The last is the new one: what slipped through was masked nowhere, or it would be a placeholder already.
  const placeholder = choices[number ?? choices.length - 1] ?? `[${kind}]`;
  const choose = (next: PlaceholderKind): void => {
    setKind(next);
    setNumber(null);
  };
  useCommands(redact.title, [
    ...KINDS.map((one, index) => ({
      key: String(index + 1),
      label: redact.kinds[one],
      run: () => choose(one),
    })),
    { key: 'Ctrl+Enter', label: redact.yes, run: () => void send() },
  ]);
  const send = async (): Promise<void> => {
    if (!row || busy) return;
    const done = await attempt(() =>
      engine.execute('answer.redact', {
        answer: row.id,
        revision: row.revision,
        start: passage.start,
        end: passage.end,
        placeholder,
      }),
    );
    if (done) onDone();
  };
  if (!row || passage.end > row.notes.length) return <ErrorNote happened={redact.changed} />;
  const { notes } = row;
  const from = Math.max(0, passage.start - AROUND);
  const to = Math.min(notes.length, passage.end + AROUND);
  return (
    <div className={css.redact}>
      <div>
        <p className="small muted">{redact.passage}</p>
        <p>
          <del>{notes.slice(passage.start, passage.end)}</del>
        </p>
      </div>
      <fieldset className={css.kinds}>
        <legend className="small muted">{redact.instead}</legend>
        {KINDS.map((one, index) => (
          <label key={one}>
            <input type="radio" name="kind" checked={kind === one} onChange={() => choose(one)} />
            <Kbd>{index + 1}</Kbd>
            {redact.kinds[one]}
          </label>
        ))}
      </fieldset>
      {choices.length > 1 ? (
        <fieldset className={css.numbers} aria-label={redact.instead}>
          {choices.map((choice, index) => (
            <button
              key={choice}
              type="button"
              aria-pressed={choice === placeholder}
              onClick={() => setNumber(index)}
            >
              {choice}
            </button>
          ))}
        </fieldset>
      ) : null}
      <div>
        <p className="small muted">{redact.result}</p>
        <p>
          {from > 0 ? '…' : ''}
          {notes.slice(from, passage.start)}
          <strong>{placeholder}</strong>
          {notes.slice(passage.end, to)}
          {to < notes.length ? '…' : ''}
        </p>
      </div>
      <Note tone="warn">{redact.text}</Note>
      {failure ? <FailureNote failure={failure} /> : null}
      <DialogActions>
        <Button variant="danger" busy={busy} hint="Ctrl ↵" onClick={() => void send()}>
          {redact.yes}
        </Button>
        <Button onClick={onClose}>{common.cancel}</Button>
      </DialogActions>
    </div>
  );
};
