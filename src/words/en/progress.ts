import type { Words } from '../index.ts';

export const progress: Words['progress'] = {
  title: 'The field work',
  none: 'Response rates and progress will be here once somebody has called.',
  headline: 'Response and contact',
  headlineNames: {
    RR1: 'Response rate, complete interviews',
    RR2: 'Response rate, partial ones too',
    CON1: 'Contact',
    COOP1: 'Cooperation',
    REF1: 'Refusal',
  },
  partial:
    'Every interviewed municipality counts as complete (I). How many were partial (P) becomes known when the wave closes, as one number.',
  partialsKnown: (partials) =>
    `${partials} of the interviews were partial (P), as became known at the close.`,
  notDefined: 'not defined',
  all: 'All rates',
  allSource: 'AAPOR, Standard Definitions, 10th edition (2023).',
  eKnown: 'all are known to exist',
  measure: 'Rate',
  formula: 'Formula',
  numerator: 'Numerator',
  denominator: 'Denominator',
  value: 'Value',
  strata: 'Strata',
  stratum: 'Stratum',
  cases: 'Cases',
  status: { new: 'Not called', active: 'Begun', interviewed: 'Interviewed', closed: 'Closed' },
  whole: 'The whole wave',
  of: (numerator, denominator, percent) => `${numerator} of ${denominator}, ${percent}`,
  behind: (names, whole) => `Behind the others: ${names}. The whole wave: ${whole}.`,
  notBehind: 'No stratum is behind.',
  perComplete: (value, attempts, completes) =>
    `${value} attempts per interview (${attempts} attempts, ${completes} interviews).`,
  perCompleteNone: 'No interview yet to count attempts for.',
  best: (slots) => `Answered best: ${slots}.`,
  bestNone: 'Too few calls to tell which hours are best.',
  slot: (weekday, hour, percent, contacts, attempts) =>
    `${weekday} ${hour}–${hour + 1} (${contacts} of ${attempts}, ${percent})`,
  forecast: {
    no_target: 'Write the target under Rules for calling, and the day it is reached will stand here.',
    reached: 'The target is reached.',
    too_early: 'Too early to tell when the target is reached: it takes a week.',
    standing_still: 'At the pace of the last weeks the target is not reached.',
    out_of_cases: (left, wanted) =>
      `The target is not reached with what is left: ${wanted} interviews to go, ${left} cases. Release a reserve.`,
    day: (day, perWeek, interviews, openDays) =>
      `The target is reached on ${day}, if it goes as of late: ${perWeek} interviews a week (${interviews} in ${openDays} open days).`,
  },
  days: 'Attempts and interviews by day',
  day: 'Day',
  attempts: 'Attempts',
  interviews: 'Interviews',
  ofWhichInterviews: 'Interviews among them',
  daysSummary: (days, most, when) => `${days} days with calls; most, ${most} attempts, on ${when}.`,
  course: {
    title: 'Interviews over time',
    done: 'Made',
    planned: 'As planned',
    ahead: 'At this pace',
    target: (target) => `Target: ${target}`,
    summary: (made, target, when) =>
      `${made} interviews${target === null ? '' : ` of ${target}`} up to ${when}.`,
  },
  hours: 'Attempts and answers by weekday and hour',
  hoursNote: (enough) => `Share of attempts that were answered. Fewer than ${enough} attempts: no colour.`,
  weekday: 'Weekday',
  contacts: 'Answers',
  answered: 'Share answered',
  outcomes: 'Final dispositions',
  code: 'Code',
};
