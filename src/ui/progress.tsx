import type { ReactNode } from 'react';
import css from './progress.module.css';

/** Anything that takes its time: what is under way, how far where that is known, and a way to stop where there is one. */
export const Progress = ({
  label,
  share,
  action,
}: {
  readonly label: string;
  /** In [0, 1]; absent: under way, nobody knows how far. */
  readonly share?: number | undefined;
  readonly action?: ReactNode;
}) => (
  <div className={css.progress} role="status">
    <p>{label}</p>
    <progress
      className={css.bar}
      aria-label={label}
      max={1}
      {...(share === undefined ? {} : { value: Math.min(1, Math.max(0, share)) })}
    />
    {share === undefined ? null : <p className="num small muted">{`${Math.round(share * 100)}\u00a0%`}</p>}
    {action}
  </div>
);
