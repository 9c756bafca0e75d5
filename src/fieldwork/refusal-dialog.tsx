import { useState } from 'react';
import { REFUSAL_REASONS, type RefusalDetail, type RefusalReason } from '../study/rows.ts';
import { Button } from '../ui/button.tsx';
import { useCommands } from '../ui/commands.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { useWords } from '../ui/language.tsx';
import css from './calls.module.css';

/** Why they said no, by one key from a closed list, and whether they may be asked once more. */
export const RefusalDialog = (props: {
  readonly name: string;
  readonly open: boolean;
  /** `erase`: they asked to be deleted as well. */
  readonly onRefusal: (detail: RefusalDetail, erase: boolean) => void;
  readonly onClose: () => void;
}) => {
  const { fieldwork } = useWords();
  return (
    <Dialog title={fieldwork.refusal.title(props.name)} open={props.open} onClose={props.onClose}>
      <Choices {...props} />
    </Dialog>
  );
};

const Choices = ({
  onRefusal,
  onClose,
}: {
  readonly onRefusal: (detail: RefusalDetail, erase: boolean) => void;
  readonly onClose: () => void;
}) => {
  const { fieldwork, contacts, common } = useWords();
  const { refusal } = fieldwork;
  const [final, setFinal] = useState(false);
  const [erase, setErase] = useState(false);
  // Who is deleted cannot be called again.
  const choose = (reason: RefusalReason): void => onRefusal({ reason, final: final || erase }, erase);
  useCommands(refusal.ask, [
    ...REFUSAL_REASONS.map((reason, index) => ({
      key: String(index + 1),
      label: refusal.reasons[reason],
      run: () => choose(reason),
    })),
    { key: '0', label: refusal.final, run: () => setFinal((was) => !was) },
    { key: '9', label: contacts.eraseThem, run: () => setErase((was) => !was) },
  ]);
  return (
    <>
      <p>{refusal.ask}</p>
      <div className={css.choices}>
        {REFUSAL_REASONS.map((reason, index) => (
          <Button
            key={reason}
            hint={String(index + 1)}
            autoFocus={index === 0}
            onClick={() => choose(reason)}
          >
            {refusal.reasons[reason]}
          </Button>
        ))}
      </div>
      <div className={css.choices}>
        <Button hint="0" aria-pressed={final || erase} onClick={() => setFinal(!final)}>
          {`${final || erase ? '✓ ' : ''}${refusal.final}`}
        </Button>
        <Button hint="9" aria-pressed={erase} onClick={() => setErase(!erase)}>
          {`${erase ? '✓ ' : ''}${contacts.eraseThem}`}
        </Button>
      </div>
      <p className="small muted">{refusal.once}</p>
      <DialogActions>
        <Button onClick={onClose}>{common.cancel}</Button>
      </DialogActions>
    </>
  );
};
