import type { Outcome } from './rows.ts';

/** The class of a call's length that an attempt may hold: quarters of an hour, 0 for less than one, 7 for all above. */
const QUARTER = 15 * 60_000;
const LONGEST = 7;

/** The length of an interview, or of a part of one, never stands on the case side. */
const WITH_INTERVIEW: ReadonlySet<Outcome> = new Set(['interviewed', 'broken_off', 'continues']);
export const mayHaveDuration = (outcome: Outcome): boolean => !WITH_INTERVIEW.has(outcome);

/** `begun`: an interview with the case is begun on this device, so this call may have been a part of it. */
export const durationOf = (from: number, to: number, outcome: Outcome, begun: boolean): number | undefined =>
  begun || !mayHaveDuration(outcome) || to < from
    ? undefined
    : Math.min(LONGEST, Math.floor((to - from) / QUARTER));
