import { useState } from 'react';
import { editRemark, remarkOf } from '../../study/draft-remarks.ts';
import { REMARK_LIMIT } from '../../study/wire.ts';
import { Button } from '../../ui/button.tsx';
import { useCommands } from '../../ui/commands.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/field.tsx';
import { useWords } from '../../ui/language.tsx';
import { ErrorNote } from '../../ui/notes.tsx';
import { useSay } from '../../ui/notice.tsx';
import { useDraft, useSession } from '../session/session.ts';
import type { MaskedRemark } from './mask-remark.ts';
import css from './remark-dialog.module.css';

/** A note to the lead about the question one stands at: written, looked at as it will be sent, and sent. */
export const RemarkDialog = ({
  place,
  onClose,
}: {
  readonly place: string;
  readonly onClose: () => void;
}) => {
  const { remark } = useWords().interview;
  return (
    <Dialog title={remark.title(place.replace(/^A/, ''))} open wide onClose={onClose}>
      <Writing place={place} onClose={onClose} />
    </Dialog>
  );
};

const Writing = ({ place, onClose }: { readonly place: string; readonly onClose: () => void }) => {
  const { engine, handle, change, world, training } = useSession();
  const { remark, training: trained } = useWords().interview;
  const say = useSay();
  const text = useDraft((draft) => remarkOf(draft, place));
  const [masked, setMasked] = useState<MaskedRemark | null>(null);
  const [failed, setFailed] = useState(false);
  const empty = text.trim() === '';
  const look = async (): Promise<void> => {
    if (empty) return;
    const { maskRemark } = await import('./mask-remark.ts');
    setMasked(maskRemark(text.trim(), handle.draft.get().caseName));
  };
  const send = async (): Promise<void> => {
    if (!masked) return;
    const { instrument } = handle.draft.get();
    const queued = await engine.remark({
      remark: world.newId(),
      instrument,
      question: place,
      text: masked.text,
    });
    setFailed(!queued.ok);
    if (!queued.ok) return;
    change((draft) => editRemark(draft, place, ''));
    say(training ? trained.doneText : remark.sent);
    onClose();
  };
  const next = masked ? send : look;
  useCommands(remark.action, [
    { key: 'Ctrl+Enter', label: masked ? remark.send : remark.look, disabled: empty, run: () => void next() },
  ]);
  return (
    <>
      {masked ? (
        <>
          <p className="small muted">{remark.replaced(masked.replaced)}</p>
          <blockquote className={css.preview}>{masked.text}</blockquote>
        </>
      ) : (
        <TextArea
          label={remark.label}
          hint={remark.hint}
          rows={5}
          maxLength={REMARK_LIMIT}
          autoFocus
          spellCheck={false}
          autoComplete="off"
          value={text}
          onChange={(written) => change((draft) => editRemark(draft, place, written))}
        />
      )}
      {failed ? <ErrorNote happened={remark.failed} /> : null}
      <DialogActions>
        <Button variant="primary" hint="Ctrl ↵" disabled={empty} onClick={() => void next()}>
          {masked ? remark.send : remark.look}
        </Button>
        <Button onClick={masked ? () => setMasked(null) : onClose}>
          {masked ? remark.reword : remark.close}
        </Button>
      </DialogActions>
    </>
  );
};
