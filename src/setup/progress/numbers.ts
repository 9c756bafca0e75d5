import { locales } from '../../ui/number-words.ts';
import type { Language } from '../../words/index.ts';

export { decimalWords, percentWords } from '../../ui/number-words.ts';

/** 2024-01-01 was a Monday; days are read in UTC since they are days, not instants. */
export const weekdayWords = (weekday: number, language: Language, style: 'long' | 'short'): string =>
  new Intl.DateTimeFormat(locales[language], { weekday: style, timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, weekday),
  );

export const dateWords = (day: number, language: Language, style: 'long' | 'short'): string =>
  new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: style,
    ...(style === 'long' ? { weekday: 'long' } : {}),
    timeZone: 'UTC',
  }).format(day * 86_400_000);
