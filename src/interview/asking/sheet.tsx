import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogActions } from '../../ui/dialog.tsx';
import { useWords } from '../../ui/language.tsx';

/** On a phone the side columns come when they are asked for. */
export const Sheet = ({
  title,
  open,
  onClose,
  children,
}: {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) => {
  const { interview } = useWords();
  return (
    <Dialog title={title} open={open} onClose={onClose} wide>
      {children}
      <DialogActions>
        <Button onClick={onClose}>{interview.opening.undecided}</Button>
      </DialogActions>
    </Dialog>
  );
};
