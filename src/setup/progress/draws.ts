import type { Course } from '../../study/field-course.ts';
import {
  ENOUGH_CALLS,
  type FieldProgress,
  type Slot,
  type StratumProgress,
} from '../../study/field-progress.ts';
import { bars } from '../../ui/charts/bars.ts';
import { columns } from '../../ui/charts/columns.ts';
import { heat } from '../../ui/charts/heat.ts';
import type { Legend } from '../../ui/charts/legend.ts';
import { lines, type Series } from '../../ui/charts/lines.ts';
import type { Draw, Tone } from '../../ui/charts/scene.ts';
import { numberWords } from '../../ui/time-words.ts';
import type { Language, Words } from '../../words/index.ts';
import { dateWords, percentWords, weekdayWords } from './numbers.ts';

/** The charts of the field work as the screen and the report draw them. */
type ProgressWords = Words['progress'];

const WEEK = 7;
const MOST_DAYS = 60;

/** Order of the parts of a stratum's bar, and how each is painted. */
export const STATUS_TONES = [
  ['interviewed', 'accent'],
  ['active', 'soft'],
  ['closed', 'strong'],
  ['new', 'line'],
] as const satisfies readonly (readonly [keyof StratumProgress['status'], Tone])[];

export const courseDraw = (
  { done, planned, ahead }: Course,
  target: number,
  { course: words }: ProgressWords,
  language: Language,
): Draw => {
  const [from = 0] = done[0] ?? [];
  const series: Series[] = [
    ...(planned ? [{ label: words.planned, tone: 'strong', dashed: true, points: planned } as const] : []),
    ...(ahead ? [{ label: words.ahead, tone: 'accent', dashed: true, points: ahead } as const] : []),
    { label: words.done, tone: 'accent', points: done },
  ];
  const to = Math.max(from + WEEK, ...series.map(({ points }) => points.at(-1)?.[0] ?? from));
  return lines(series, {
    from,
    to,
    ticks: Array.from({ length: Math.floor((to - from) / WEEK) + 1 }, (_, week) => ({
      at: from + week * WEEK,
      label: dateWords(from + week * WEEK, language, 'short'),
    })),
    format: (value) => numberWords(value, language),
    ...(target > 0 ? { level: { value: target, label: words.target(numberWords(target, language)) } } : {}),
  });
};

export const daysDraw = (days: FieldProgress['days'], language: Language): Draw =>
  columns(
    days.slice(-MOST_DAYS).map(({ day, attempts, interviews }) => ({
      label: dateWords(day, language, 'short'),
      parts: [
        { value: attempts, tone: 'soft' },
        { value: interviews, tone: 'accent' },
      ],
    })),
    { format: (value) => numberWords(value, language) },
  );

export const daysLegend = (words: ProgressWords): Legend => [
  { tone: 'soft', label: words.attempts },
  { tone: 'accent', label: words.ofWhichInterviews },
];

export const hoursDraw = (slots: readonly Slot[], language: Language): Draw => {
  const hours = slots.map(({ hour }) => hour);
  const first = Math.min(...hours);
  const weekdays = [...new Set(slots.map(({ weekday }) => weekday))].sort((a, b) => a - b);
  return heat(
    weekdays.map((weekday) => weekdayWords(weekday, language, 'short')),
    Array.from({ length: Math.max(...hours) - first + 1 }, (_, index) => ({
      label: `${first + index}–${first + index + 1}`,
      short: String(first + index),
    })),
    slots.map(({ weekday, hour, attempts, contacts }) => ({
      row: weekdays.indexOf(weekday),
      column: hour - first,
      share: attempts < ENOUGH_CALLS ? null : contacts / attempts,
      text: percentWords(contacts / attempts, language, 0),
      small: `${contacts}/${attempts}`,
    })),
  );
};

export const strataLegend = (words: ProgressWords): Legend =>
  STATUS_TONES.map(([status, tone]) => ({ tone, label: words.status[status] }));

export const strataDraw = (strata: FieldProgress['strata']): Draw =>
  bars(
    strata.map((part) => ({
      label: part.stratum,
      parts: STATUS_TONES.map(([status, tone]) => ({ value: part.status[status], tone })),
      text: `${part.groups.I} / ${part.cases}`,
    })),
  );
