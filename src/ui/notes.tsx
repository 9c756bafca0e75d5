import type { ReactNode } from 'react';
import css from './notes.module.css';

/** An empty screen says what will be here and how it gets here. */
export const EmptyState = ({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}) => (
  <div className={css.empty}>
    <h2>{title}</h2>
    {children ? <div className="muted">{children}</div> : null}
    {action}
  </div>
);

/** An error: what happened, what was kept, what to do. */
export const ErrorNote = ({
  happened,
  kept,
  todo,
  action,
}: {
  readonly happened: string;
  readonly kept?: string | undefined;
  readonly todo?: string | undefined;
  readonly action?: ReactNode;
}) => (
  <div className={css.error} role="alert">
    <p className="b">{happened}</p>
    {kept ? <p>{kept}</p> : null}
    {todo ? <p>{todo}</p> : null}
    {action}
  </div>
);

/** A quiet word beside the matter: `warn` for what should be read before going on. */
export const Note = ({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'warn';
  readonly children: ReactNode;
}) => <div className={tone === 'warn' ? css.warn : css.note}>{children}</div>;
