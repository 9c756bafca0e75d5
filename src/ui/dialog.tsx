import { createContext, type ReactNode, useContext, useId, useLayoutEffect, useRef, useState } from 'react';
import css from './dialog.module.css';

/** Which dialog a part of the screen stands in; null: the screen itself. Keys go to the uppermost only. */
const Around = createContext<string | null>(null);
export const useDialogAround = (): string | null => useContext(Around);

export interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  /** Asked for with Esc or by the screen; the screen decides. */
  readonly onClose: () => void;
  readonly wide?: boolean;
  /** The title is read out but not shown (command palette). */
  readonly bare?: boolean;
  readonly children: ReactNode;
}

/** The browser's own modal dialog: it keeps focus inside, gives it back, and closes on Esc. */
const OpenDialog = ({ title, onClose, wide, bare, children }: Omit<DialogProps, 'open'>) => {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [shown, setShown] = useState(false);
  // Before the first paint: a dialog is never seen without what it says.
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    const before = document.activeElement;
    if (!dialog.open) dialog.showModal();
    dialog.dataset.dialogId = id;
    setShown(true);
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [id]);
  return (
    <dialog
      ref={ref}
      className={bare ? css.bare : wide ? css.wide : css.dialog}
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <Around value={id}>
        <h2 id={`${id}-title`} className={bare ? 'unseen' : css.title}>
          {title}
        </h2>
        {/* Children come once the dialog is shown, so that autoFocus lands inside it. */}
        {shown ? children : null}
      </Around>
    </dialog>
  );
};

export const Dialog = ({ open, ...rest }: DialogProps) => (open ? <OpenDialog {...rest} /> : null);

/** The row of answers at the end of a dialog. */
export const DialogActions = ({ children }: { readonly children: ReactNode }) => (
  <div className={css.actions}>{children}</div>
);
