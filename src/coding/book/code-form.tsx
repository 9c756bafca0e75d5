import { useState } from 'react';
import type { Engine } from '../../engine/types.ts';
import type { Id } from '../../study/ids.ts';
import type { CodeFields } from '../../study/rows.ts';
import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';
import { Note } from '../../ui/notes.tsx';
import { CODE_COLOURS, type CodeNode, type CodeTree } from '../codes/tree.ts';
import { useHand } from '../desk/use-hand.ts';
import css from './book.module.css';

const TEXTS = [
  'name_sv',
  'name_en',
  'definition_sv',
  'definition_en',
  'use',
  'not_use',
  'example',
  'memo',
] as const satisfies readonly (keyof CodeFields)[];
const SHORT: ReadonlySet<string> = new Set(['name_sv', 'name_en']);

/** The words of a code. Only what was changed is sent, so that two who change different things never meet. */
export const CodeForm = ({
  engine,
  tree,
  node,
  frozen,
}: {
  readonly engine: Engine;
  readonly tree: CodeTree;
  readonly node: CodeNode;
  readonly frozen: boolean;
}) => {
  const { book, common } = useWords();
  const { make } = useHand(engine);
  const [edited, setEdited] = useState<Partial<CodeFields>>({});
  const [into, setInto] = useState<Id | ''>('');
  const fields = { ...node.row.fields, ...edited };
  const [questions, setQuestions] = useState(node.row.fields.questions.join(', '));
  const change = (part: Partial<CodeFields>): void => setEdited((before) => ({ ...before, ...part }));
  const save = async (): Promise<void> => {
    const asked = questions
      .split(/[\s,;]+/u)
      .map((one) => one.trim().toUpperCase())
      .filter((one) => /^[A-Z][0-9]{1,2}\.[0-9]{1,2}$/.test(one));
    const next: Partial<CodeFields> = {
      ...edited,
      ...(asked.join(' ') === node.row.fields.questions.join(' ') ? {} : { questions: asked }),
    };
    const changed = Object.fromEntries(
      Object.entries(next).filter(
        ([name, value]) =>
          JSON.stringify(value) !== JSON.stringify(node.row.fields[name as keyof CodeFields]),
      ),
    ) as Partial<CodeFields>;
    if (Object.keys(changed).length === 0) return;
    if (await make('code.edit', { code: node.id, fields: changed }, book.saved)) setEdited({});
  };
  useCommands(book.title, [{ key: 'Ctrl+Enter', label: common.save, run: () => void save() }]);
  const status = (next: 'active' | 'retired'): void =>
    void make('code.status', { code: node.id, status: next });
  return (
    <div className={css.form}>
      {frozen && node.row.status !== 'proposed' ? <Note tone="warn">{book.frozen}</Note> : null}
      {TEXTS.map((name) =>
        SHORT.has(name) ? (
          <TextField
            key={name}
            label={book.fields[name]}
            value={fields[name]}
            maxLength={120}
            onChange={(value) => change({ [name]: value })}
          />
        ) : (
          <TextArea
            key={name}
            label={book.fields[name]}
            rows={2}
            value={fields[name]}
            maxLength={4000}
            onChange={(value) => change({ [name]: value })}
          />
        ),
      )}
      <TextField
        label={book.fields.questions}
        hint={book.questionsHint}
        value={questions}
        onChange={setQuestions}
      />
      <SelectField
        label={book.fields.colour}
        value={CODE_COLOURS.includes(fields.colour) ? fields.colour : ''}
        options={[
          { value: '', label: book.noColour },
          ...CODE_COLOURS.map((value, at) => ({ value, label: book.colour(at + 1) })),
        ]}
        onChange={(colour) => change({ colour })}
      />
      <div className={css.row}>
        <Button variant="primary" hint="Ctrl ↵" onClick={() => void save()}>
          {common.save}
        </Button>
        {node.row.status === 'active' ? (
          <Button onClick={() => status('retired')}>{book.retire}</Button>
        ) : null}
        {node.row.status === 'retired' ? (
          <Button onClick={() => status('active')}>{book.restore}</Button>
        ) : null}
        {node.row.status === 'proposed' && engine.me.role === 'lead' ? (
          <Button onClick={() => status('active')}>{book.adopt}</Button>
        ) : null}
      </div>
      <div className={css.row}>
        <SelectField
          label={book.merge}
          hint={book.mergeText}
          value={into}
          options={[
            { value: '', label: '' },
            ...tree.pickable
              .filter(({ id }) => id !== node.id)
              .map(({ id, name, theme }) => ({ value: id, label: theme ? `${theme}: ${name}` : name })),
          ]}
          onChange={setInto}
        />
        <Button disabled={into === ''} onClick={() => void make('code.merge', { code: node.id, into })}>
          {book.mergeYes}
        </Button>
      </div>
    </div>
  );
};
