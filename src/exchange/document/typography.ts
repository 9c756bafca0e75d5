import type { Inline, Inlines, Language } from './model.ts';

const NBSP = '\u00a0';
const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

/**
 * Sets a text by the rules of its language. Both: an en dash between figures, an ellipsis for three points. Swedish: a
 * space that does not break before % and between a figure and its unit, none taken away.
 */
export const setText = (text: string, language: Language): string => {
  const both = text
    .replace(/(\d)\s?-\s?(?=\d)(?![\d-]*-)/g, (match, digit: string, at: number) =>
      isDate(text, at) ? match : `${digit}–`,
    )
    .replace(/\.\.\./g, '…');
  if (language === 'en') return both;
  return both
    .replace(/(\d) ?%/g, `$1${NBSP}%`)
    .replace(/(\d) (?=(?:procent|procentenheter|kr|st|min|tim)\b)/g, `$1${NBSP}`)
    .replace(/§ (?=\d)/g, `§${NBSP}`);
};

/** 2026-11-24 and other codes keep their hyphens. */
const isDate = (text: string, at: number): boolean =>
  /\d{4}-\d{2}-\d{2}/.test(text.slice(Math.max(0, at - 9), at + 11)) || /[A-Za-z]/.test(text[at - 1] ?? '');

export const runsOf = (text: Inlines, language: Language): readonly Exclude<Inline, string>[] =>
  (typeof text === 'string' ? [text] : text).map((run) =>
    typeof run === 'string'
      ? { text: setText(run, language) }
      : { ...run, text: setText(run.text, language) },
  );

/** Figures as a report prints them; a figure that is not defined is a dash, never 0. */
export const figuresOf = (language: Language) => {
  const locale = locales[language];
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const date = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const say = (format: Intl.NumberFormat) => (value: number | null) =>
    value === null ? '–' : format.format(value);
  return {
    whole: say(whole),
    decimal: say(decimal),
    percent: say(percent),
    /** Of a day counted from 1 January 1970. */
    date: (day: number): string => date.format(day * 86_400_000),
  };
};
