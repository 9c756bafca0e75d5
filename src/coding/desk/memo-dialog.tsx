import { useState } from 'react';
import type { Engine } from '../../engine/types.ts';
import type { Id } from '../../study/ids.ts';
import type { MemoTarget } from '../../study/rows.ts';
import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { SelectField, TextArea } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';
import { useSource } from '../../ui/use-source.ts';
import css from './desk.module.css';
import { useHand } from './use-hand.ts';

/** A memo of one's own on one thing at a time, and what others wrote of it. */
export const MemoDialog = (props: {
  readonly engine: Engine;
  readonly newId: () => Id;
  /** What can be written of here; the first is proposed. */
  readonly targets: readonly MemoTarget[];
  readonly onClose: () => void;
}) => {
  const { desk } = useWords();
  return (
    <Dialog title={desk.memo.title} open onClose={props.onClose} wide>
      <Writing {...props} />
    </Dialog>
  );
};

const keyOf = ({ noun, id }: MemoTarget): string => `${noun} ${id}`;

const Writing = ({ engine, newId, targets, onClose }: Parameters<typeof MemoDialog>[0]) => {
  const { desk, common } = useWords();
  const view = useSource(engine.view);
  const { make } = useHand(engine);
  const [key, setKey] = useState(targets[0] ? keyOf(targets[0]) : '');
  const target = targets.find((one) => keyOf(one) === key);
  const there = [...view.all('memo')].filter(({ on }) => keyOf(on) === key);
  const own = there.find(({ by }) => by === engine.me.id);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? own?.text ?? '';
  const put = async (next: string | null): Promise<void> => {
    if (!target) return;
    const unchanged = next === (own?.text ?? null) || (next !== null && next.trim() === '');
    if (unchanged || (await make('memo.put', { memo: own?.id ?? newId(), on: target, text: next })))
      onClose();
  };
  useCommands(desk.memo.title, [{ key: 'Ctrl+Enter', label: common.save, run: () => void put(text) }]);
  return (
    <div className={css.judge}>
      <SelectField
        label={desk.memo.on}
        value={key}
        options={targets.map((one) => ({ value: keyOf(one), label: desk.memo.nouns[one.noun] }))}
        onChange={(next) => {
          setKey(next);
          setTyped(null);
        }}
      />
      <TextArea
        label={desk.memo.yours}
        hint={desk.memo.hint}
        rows={6}
        autoFocus
        maxLength={20_000}
        value={text}
        onChange={setTyped}
      />
      <ul className={css.memos}>
        {there
          .filter(({ by }) => by !== engine.me.id)
          .map((memo) => (
            <li key={memo.id}>
              <span className="muted tiny">{desk.memo.by(view.get('person', memo.by)?.name ?? '…')}</span>
              <p>{memo.text}</p>
            </li>
          ))}
      </ul>
      <DialogActions>
        <Button variant="primary" hint="Ctrl ↵" onClick={() => void put(text)}>
          {common.save}
        </Button>
        {own ? <Button onClick={() => void put(null)}>{desk.memo.remove}</Button> : null}
        <Button onClick={onClose}>{common.cancel}</Button>
      </DialogActions>
    </div>
  );
};
