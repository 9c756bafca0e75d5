import { createCell, type Source } from '../study/source.ts';
import type { Language } from '../words/index.ts';

/** How this computer likes to look; the only things kept in clear, since they say nothing of anybody. */
export type Theme = 'light' | 'dark' | 'system';
/** Of everything on the screen: as designed, a fifth larger, two fifths larger. */
export const TEXT_SIZES = ['normal', 'large', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];
export interface Preferences {
  readonly theme: Theme;
  readonly language: Language;
  readonly size: TextSize;
  /** system: more where the computer asks for it. */
  readonly contrast: 'system' | 'more';
}
export interface PreferenceStore extends Source<Preferences> {
  readonly change: (change: Partial<Preferences>) => void;
}

const KEY = 'lagesbild.preferences';

const PLAIN: Preferences = { theme: 'system', language: 'sv', size: 'normal', contrast: 'system' };

/** Four words in an order of their own; what is missing or unknown is as designed. */
export const parsePreferences = (text: string | null): Preferences => {
  if (text === null) return PLAIN;
  const [theme, language, size, contrast] = text.split(' ');
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    language: language === 'en' ? 'en' : 'sv',
    size: TEXT_SIZES.find((known) => known === size) ?? 'normal',
    contrast: contrast === 'more' ? 'more' : 'system',
  };
};
export const formatPreferences = ({ theme, language, size, contrast }: Preferences): string =>
  `${theme} ${language} ${size} ${contrast}`;

/** Storage may be closed to us (private windows); then the choice lasts as long as the page. */
const reading = (storage: () => Storage): string | null => {
  try {
    return storage().getItem(KEY);
  } catch {
    return null;
  }
};

export const openPreferences = (window: Window): PreferenceStore => {
  const cell = createCell(parsePreferences(reading(() => window.localStorage)));
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const more = window.matchMedia('(prefers-contrast: more)');
  const paint = (): void => {
    const { theme, language, size, contrast } = cell.get();
    const shown = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    const root = window.document.documentElement;
    root.dataset.theme = shown;
    root.dataset.size = size;
    root.dataset.contrast = contrast === 'more' || more.matches ? 'more' : 'plain';
    root.lang = language;
  };
  paint();
  dark.addEventListener('change', paint);
  more.addEventListener('change', paint);
  cell.subscribe(() => {
    paint();
    try {
      window.localStorage.setItem(KEY, formatPreferences(cell.get()));
    } catch {
      // Kept for this page only, as said above.
    }
  });
  return { ...cell, change: (change) => cell.update((now) => ({ ...now, ...change })) };
};
