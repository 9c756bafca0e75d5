import type { Language } from '../words/index.ts';

/** Figures as tables print them: decimal comma and a non-breaking space before % in Swedish. */
export const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

export const percentWords = (value: number, language: Language, digits = 1): string =>
  new Intl.NumberFormat(locales[language], {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);

export const decimalWords = (value: number, language: Language): string =>
  new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }).format(value);
