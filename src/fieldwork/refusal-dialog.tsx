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
  readonly onRefusal: (detail: RefusalDetail) => void;
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
  readonly onRefusal: (detail: RefusalDetail) => void;
  readonly onClose: () => void;
}) => {
  const { fieldwork, common } = useWords();
  const { refusal } = fieldwork;
  const [final, setFinal] = useState(false);
  const choose = (reason: RefusalReason): void => onRefusal({ reason, final });
  useCommands(refusal.ask, [
    ...REFUSAL_REASONS.map((reason, index) => ({
      key: String(index + 1),
      label: refusal.reasons[reason],
      run: () => choose(reason),
    })),
    { key: '0', label: refusal.final, run: () => setFinal((was) => !was) },
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
      <Button hint="0" aria-pressed={final} onClick={() => setFinal(!final)}>
        {`${final ? '✓ ' : ''}${refusal.final}`}
      </Button>
      <p className="small muted">{refusal.once}</p>
      <DialogActions>
        <Button onClick={onClose}>{common.cancel}</Button>
      </DialogActions>
    </>
  );
};
