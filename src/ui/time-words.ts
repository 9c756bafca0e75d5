import type { Language, Words } from '../words/index.ts';

/** Times as people say them: "för 2 min sedan", "tors 14.30". */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

/** 9.05 in Swedish, 9:05 in English. */
export const clockWords = (at: number, language: Language): string => {
  const date = new Date(at);
  const minutes = String(date.getMinutes()).padStart(2, '0');
  return `${date.getHours()}${language === 'sv' ? '.' : ':'}${minutes}`;
};

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** How many calendar days `at` lies before `now`; a day with a clock change is a day all the same. */
const daysBetween = (at: number, now: number): number => Math.round((startOfDay(now) - startOfDay(at)) / DAY);

/** "i dag 9.40", "i går 11.05", "tors 15.10", "3 nov. 8.15". */
export const momentWords = (at: number, now: number, words: Words['common'], language: Language): string => {
  const days = daysBetween(at, now);
  const clock = clockWords(at, language);
  if (days === 0) return `${words.time.today} ${clock}`;
  if (days === 1) return `${words.time.yesterday} ${clock}`;
  if (days === -1) return `${words.time.tomorrow} ${clock}`;
  const options: Intl.DateTimeFormatOptions =
    Math.abs(days) < 7 ? { weekday: 'short' } : { day: 'numeric', month: 'short' };
  return `${new Intl.DateTimeFormat(locales[language], options).format(at)} ${clock}`;
};

/** "nyss", "för 2 min sedan", then as a moment. */
export const agoWords = (at: number, now: number, words: Words['common'], language: Language): string => {
  const passed = Math.max(0, now - at);
  if (passed < MINUTE) return words.time.justNow;
  if (passed < HOUR) return words.time.minutesAgo(Math.floor(passed / MINUTE));
  return momentWords(at, now, words, language);
};

/** "torsdag 26 november". */
export const dayWords = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { weekday: 'long', day: 'numeric', month: 'long' }).format(at);

/** 1 740 605 in Swedish, 1,740,605 in English. */
export const numberWords = (value: number, language: Language): string =>
  new Intl.NumberFormat(locales[language]).format(value);
