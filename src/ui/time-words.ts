import type { Language, Words } from '../words/index.ts';

/** Times as people say them: "för 2 min sedan", "tors 14.30". By the clock of the study, wherever the computer stands. */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The zone in which calls are agreed; the study's rules have the same (zoned-time.ts, which lies above this room). */
export const STUDY_ZONE = 'Europe/Stockholm';

const locales: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

/** A format takes longer to make than to use, and a list says hundreds of times. */
const formats = new Map<string, Intl.DateTimeFormat>();
const formatOf = (language: Language, name: keyof typeof FORMS): Intl.DateTimeFormat => {
  const key = `${language} ${name}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locales[language], { ...FORMS[name], timeZone: STUDY_ZONE });
  formats.set(key, made);
  return made;
};
const FORMS = {
  weekday: { weekday: 'short' },
  date: { day: 'numeric', month: 'short' },
  day: { weekday: 'long', day: 'numeric', month: 'long' },
  stamp: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

const wallFormat = (zone: string | undefined): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
const inStudyZone = wallFormat(STUDY_ZONE);

/** The wall clock as minutes since 1970, as if it were UTC. */
const wallBy = (format: Intl.DateTimeFormat, at: number): number => {
  let [year, month, day, hour, minute] = [0, 0, 0, 0, 0];
  for (const { type, value } of format.formatToParts(at)) {
    if (type === 'year') year = Number(value);
    else if (type === 'month') month = Number(value);
    else if (type === 'day') day = Number(value);
    else if (type === 'hour') hour = Number(value);
    else if (type === 'minute') minute = Number(value);
  }
  return Date.UTC(year, month - 1, day, hour, minute) / MINUTE;
};

const walls = new Map<number, number>();
const REMEMBERED = 5_000;
const wallOf = (at: number): number => {
  const minute = Math.floor(at / MINUTE);
  let wall = walls.get(minute);
  if (wall === undefined) {
    if (walls.size >= REMEMBERED) walls.clear();
    wall = wallBy(inStudyZone, at);
    walls.set(minute, wall);
  }
  return wall;
};

/** The computer's zone, where its clock shows another hour than the study's; else null. */
export const otherZone = (now: number): string | null =>
  wallBy(wallFormat(undefined), now) === wallOf(now)
    ? null
    : new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** 9.05 in Swedish, 9:05 in English. */
export const clockWords = (at: number, language: Language): string => {
  const ofDay = wallOf(at) % (24 * 60);
  const minutes = String(ofDay % 60).padStart(2, '0');
  return `${Math.floor(ofDay / 60)}${language === 'sv' ? '.' : ':'}${minutes}`;
};

/** How many calendar days `at` lies before `now`. */
const daysBetween = (at: number, now: number): number =>
  Math.floor((wallOf(now) * MINUTE) / DAY) - Math.floor((wallOf(at) * MINUTE) / DAY);

/** "i dag 9.40", "i går 11.05", "tors 15.10", "3 nov. 8.15". */
export const momentWords = (at: number, now: number, words: Words['common'], language: Language): string => {
  const days = daysBetween(at, now);
  const clock = clockWords(at, language);
  if (days === 0) return `${words.time.today} ${clock}`;
  if (days === 1) return `${words.time.yesterday} ${clock}`;
  if (days === -1) return `${words.time.tomorrow} ${clock}`;
  return `${formatOf(language, Math.abs(days) < 7 ? 'weekday' : 'date').format(at)} ${clock}`;
};

/** "nyss", "för 2 min sedan", then as a moment. */
export const agoWords = (at: number, now: number, words: Words['common'], language: Language): string => {
  const passed = Math.max(0, now - at);
  if (passed < MINUTE) return words.time.justNow;
  if (passed < HOUR) return words.time.minutesAgo(Math.floor(passed / MINUTE));
  return momentWords(at, now, words, language);
};

/** "torsdag 26 november". */
export const dayWords = (at: number, language: Language): string => formatOf(language, 'day').format(at);

/** 1 740 605 in Swedish, 1,740,605 in English. */
export const numberWords = (value: number, language: Language): string =>
  new Intl.NumberFormat(locales[language]).format(value);

/** Date and time in full, for what is printed and read years later. */
export const stampWords = (at: number, language: Language): string => formatOf(language, 'stamp').format(at);
