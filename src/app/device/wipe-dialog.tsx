import { useState } from 'react';
import type { Engine } from '../../engine/types.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';
import { useSource } from '../../ui/use-source.ts';
import { titleWords } from '../outbox/item-words.ts';
import { useServices } from '../services.ts';
import css from './device.module.css';

/** Before everything goes: each draft and each thing unsent that would be lost, and a word to write. */
export const WipeDialog = ({
  engine,
  onClose,
}: {
  readonly engine: Engine;
  readonly onClose: () => void;
}) => {
  const words = useWords();
  const { device, common } = words;
  const services = useServices();
  const drafts = useSource(engine.drafts.list);
  const unsent = useSource(engine.outbox).filter(
    ({ state }) => state !== 'confirmed' && state !== 'withdrawn',
  );
  const [word, setWord] = useState('');
  const [busy, setBusy] = useState(false);
  const wipe = async (): Promise<void> => {
    setBusy(true);
    await services.device.wipe();
  };
  const lost = [
    ...drafts.map(({ id, caseName }) => ({ id, text: words.outbox.interviewOf(caseName) })),
    ...unsent.map((item) => ({ id: item.id, text: titleWords(item, words) })),
  ];
  return (
    <Dialog open title={device.wipe.title} onClose={onClose}>
      <div className={css.said}>
        <p>{device.wipe.text}</p>
        {lost.length === 0 ? (
          <p>{device.wipe.nothingLost}</p>
        ) : (
          <>
            <p className="b">{device.wipe.lost}</p>
            <ul className={css.lost}>
              {lost.map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
            </ul>
          </>
        )}
        <p className="muted">{device.wipe.others}</p>
        <TextField
          label={device.wipe.confirm(device.wipe.word)}
          value={word}
          onChange={setWord}
          spellCheck={false}
          autoFocus
        />
      </div>
      <DialogActions>
        <Button onClick={onClose}>{common.cancel}</Button>
        <Button
          variant="danger"
          busy={busy}
          disabled={word.trim().toLocaleUpperCase() !== device.wipe.word}
          onClick={() => void wipe()}
        >
          {device.wipe.yes}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
