import { REFUSAL_REASONS, type RefusalReason } from '../study/rows.ts';
import { Button } from '../ui/button.tsx';
import { useCommands } from '../ui/commands.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { useWords } from '../ui/language.tsx';
import { Note } from '../ui/notes.tsx';
import css from './calls.module.css';

interface GiveUpProps {
  readonly name: string;
  readonly onGiveUp: (reason: RefusalReason) => void;
  readonly onClose: () => void;
}

/** An interview that was begun will not be finished: why, by one key; its notes go for good. */
export const GiveUpDialog = (props: GiveUpProps) => {
  const { fieldwork } = useWords();
  return (
    <Dialog title={fieldwork.giveUp.title(props.name)} open onClose={props.onClose}>
      <Choices {...props} />
    </Dialog>
  );
};

const Choices = ({ onGiveUp, onClose }: GiveUpProps) => {
  const { fieldwork, common } = useWords();
  const { giveUp, refusal } = fieldwork;
  useCommands(
    refusal.ask,
    REFUSAL_REASONS.map((reason, index) => ({
      key: String(index + 1),
      label: refusal.reasons[reason],
      run: () => onGiveUp(reason),
    })),
  );
  return (
    <>
      <Note tone="warn">{giveUp.text}</Note>
      <p>{refusal.ask}</p>
      <div className={css.choices}>
        {REFUSAL_REASONS.map((reason, index) => (
          <Button key={reason} hint={String(index + 1)} onClick={() => onGiveUp(reason)}>
            {refusal.reasons[reason]}
          </Button>
        ))}
      </div>
      <DialogActions>
        <Button autoFocus onClick={onClose}>
          {common.cancel}
        </Button>
      </DialogActions>
    </>
  );
};
