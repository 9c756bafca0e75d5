import type { Language } from '../../words/index.ts';

/** Figures as tables print them: decimal comma and a non-breaking space before % in Swedish. */
const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

export const percentWords = (value: number, language: Language, digits = 1): string =>
  new Intl.NumberFormat(locales[language], {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);

export const decimalWords = (value: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }).format(value);

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
