import type { ReactNode } from 'react';
import { useWords } from '../../ui/language.tsx';
import { Menu } from '../../ui/menu.tsx';
import { usePreferenceGroups } from '../preference-menu.ts';
import css from './start.module.css';

/** One calm column for everything that happens before one is in. */
export const StartFrame = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const { common, start } = useWords();
  const groups = usePreferenceGroups();
  return (
    <div className={css.frame}>
      <header className={css.head}>
        <span className={css.brand}>{common.brand}</span>
        <span className="small muted">{start.tagline}</span>
        <span className={css.space} />
        <Menu label={common.menu.label} groups={groups} />
      </header>
      <main id="content" className={css.main}>
        <h1 className={css.title}>{title}</h1>
        {children}
      </main>
    </div>
  );
};
