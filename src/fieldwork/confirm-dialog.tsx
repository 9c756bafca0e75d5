import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { useWords } from '../ui/language.tsx';

/** A deliberate step: what it means, and the step itself. */
export const ConfirmDialog = ({
  title,
  lines,
  yes,
  onYes,
  onClose,
}: {
  readonly title: string;
  readonly lines: readonly string[];
  readonly yes: string;
  readonly onYes: () => void;
  readonly onClose: () => void;
}) => {
  const { common } = useWords();
  return (
    <Dialog title={title} open onClose={onClose}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <DialogActions>
        <Button variant="primary" autoFocus onClick={onYes}>
          {yes}
        </Button>
        <Button onClick={onClose}>{common.cancel}</Button>
      </DialogActions>
    </Dialog>
  );
};
