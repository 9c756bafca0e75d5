import type { ReactNode } from 'react';

/** A key beside its control: for the eye, since assistive technology reads the control's own name. */
export const Kbd = ({ children }: { readonly children: ReactNode }) => (
  <span aria-hidden="true">
    <kbd>{children}</kbd>
  </span>
);
