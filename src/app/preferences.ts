import { createCell, type Source } from '../study/source.ts';
import type { Language } from '../words/index.ts';

/** How this computer likes to look; the only things kept in clear, since they say nothing of anybody. */
export type Theme = 'light' | 'dark' | 'system';
export interface Preferences {
  readonly theme: Theme;
  readonly language: Language;
}
export interface PreferenceStore extends Source<Preferences> {
  readonly change: (change: Partial<Preferences>) => void;
}

const KEY = 'lagesbild.preferences';

const parse = (text: string | null): Preferences => {
  const plain: Preferences = { theme: 'system', language: 'sv' };
  if (text === null) return plain;
  const [theme, language] = text.split(' ');
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    language: language === 'en' ? 'en' : 'sv',
  };
};

/** Storage may be closed to us (private windows); then the choice lasts as long as the page. */
const reading = (storage: () => Storage): string | null => {
  try {
    return storage().getItem(KEY);
  } catch {
    return null;
  }
};

export const openPreferences = (window: Window): PreferenceStore => {
  const cell = createCell(parse(reading(() => window.localStorage)));
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const paint = (): void => {
    const { theme, language } = cell.get();
    const shown = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    window.document.documentElement.dataset.theme = shown;
    window.document.documentElement.lang = language;
  };
  paint();
  dark.addEventListener('change', paint);
  cell.subscribe(() => {
    paint();
    const { theme, language } = cell.get();
    try {
      window.localStorage.setItem(KEY, `${theme} ${language}`);
    } catch {
      // Kept for this page only, as said above.
    }
  });
  return { ...cell, change: (change) => cell.update((now) => ({ ...now, ...change })) };
};
