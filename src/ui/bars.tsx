import type { ReactNode } from 'react';
import css from './bars.module.css';

/** The line at the top: what this is, where one can go, and at its right what is rare. */
export const TopBar = ({
  brand = 'Lägesbild',
  children,
  right,
}: {
  readonly brand?: string;
  readonly children?: ReactNode;
  readonly right?: ReactNode;
}) => (
  <header className={css.top}>
    <span className={css.brand}>{brand}</span>
    {children}
    <span className={css.space} />
    {right}
  </header>
);

export interface Place {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

export const TopNav = ({ label, places }: { readonly label: string; readonly places: readonly Place[] }) => (
  <nav className={css.nav} aria-label={label}>
    {places.map((place) => (
      <a key={place.href} href={place.href} aria-current={place.current ? 'page' : undefined}>
        {place.label}
      </a>
    ))}
  </nav>
);

/** The single line of trust at the foot: saved when, what waits, what has left this computer. */
export const FootLine = ({
  state,
  left,
  right,
}: {
  readonly state: 'ok' | 'busy' | 'failed';
  readonly left: readonly string[];
  readonly right: readonly string[];
}) => (
  <footer className={css.foot} data-state={state}>
    {left.map((text, index) => (
      <span key={text}>
        {index === 0 ? <span className={css.dot} aria-hidden="true" /> : null}
        {text}
      </span>
    ))}
    <span className={css.space} />
    {right.map((text) => (
      <span key={text} className="num">
        {text}
      </span>
    ))}
  </footer>
);
