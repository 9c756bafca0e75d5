import type { ButtonHTMLAttributes, ReactNode } from 'react';
import css from './button.module.css';
import { cx } from './cx.ts';
import { Kbd } from './kbd.tsx';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly variant?: 'plain' | 'primary' | 'quiet' | 'danger';
  /** The key that does the same, shown beside the words; the screen's commands make it work. */
  readonly hint?: string;
  /** Under way: pressed again it does nothing, and it keeps its place and focus. */
  readonly busy?: boolean;
  readonly children: ReactNode;
}

export const Button = ({
  variant = 'plain',
  hint,
  busy = false,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) => (
  <button
    type="button"
    {...rest}
    className={cx(css.button, css[variant], className)}
    aria-busy={busy || undefined}
    onClick={busy ? (event) => event.preventDefault() : onClick}
  >
    {hint === undefined ? null : <Kbd>{hint}</Kbd>}
    {children}
    {busy ? <span className={css.busy} aria-hidden="true" /> : null}
  </button>
);
