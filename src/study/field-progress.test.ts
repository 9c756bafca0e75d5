import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OUTCOME_TABLE } from './dispositions.ts';
import {
  bestSlots,
  fieldProgress,
  forecast,
  responseOf,
  strataBehind,
  withPartials,
} from './field-progress.ts';
import { type AttemptRow, type CaseRow, OUTCOMES, type Outcome, RARE_OUTCOMES } from './rows.ts';
import { wallOf, weekdayOf } from './zoned-time.ts';

const start = Date.UTC(2026, 10, 2, 9, 0);
const DAY = 86_400_000;
const case_ = (
  id: string,
  status: CaseRow['status'],
  stratum = 'n',
  completed_by: string | null = null,
): CaseRow => ({
  id,
  wave: 'w',
  code: id,
  name: id,
  stratum,
  assignee: null,
  status,
  completed_by,
  rev: {},
});
const attempt = (of: string, outcome: Outcome, at: number): AttemptRow => ({
  id: `${of}/${at}`,
  case: of,
  by: 'me',
  outcome,
  at: new Date(at).toISOString(),
  late: false,
});
const count = (cases: readonly CaseRow[], attempts: readonly AttemptRow[]) =>
  fieldProgress(cases, attempts, true, (outcome) => OUTCOME_TABLE[outcome].contacted);
const workday = (day: number): boolean => weekdayOf(day) < 6;

describe('field progress', () => {
  it('counts each case once, under its final disposition and stratum', () => {
    const done = attempt('B', 'interviewed', start + DAY);
    const progress = count(
      [
        case_('A', 'new'),
        case_('B', 'interviewed', 'n', done.id),
        case_('C', 'active', 's'),
        case_('D', 'active', 's'),
      ],
      [
        attempt('B', 'no_answer', start),
        done,
        attempt('C', 'refusal', start),
        attempt('D', 'appointment', start),
        // A second interview of one case: kept, counts nothing.
        attempt('B', 'interviewed', start + 2 * DAY),
      ],
    );
    expect(progress.total.groups).toEqual({ I: 1, P: 0, R: 1, NC: 1, O: 1, UH: 0, UO: 0, NE: 0 });
    expect(progress.strata.map(({ stratum, cases }) => [stratum, cases])).toEqual([
      ['n', 2],
      ['s', 2],
    ]);
    expect(progress.attemptsPerComplete).toEqual({ attempts: 3, completes: 1 });
    expect(progress.days.map(({ attempts, interviews }) => [attempts, interviews])).toEqual([
      [3, 0],
      [1, 1],
      [1, 0],
    ]);
    expect(strataBehind(progress).map(({ stratum }) => stratum)).toEqual(['s']);
  });

  it('takes partial interviews out of the complete ones once they are known, never more than there are', () => {
    const groups = { I: 5, P: 0, R: 1, NC: 0, O: 0, UH: 0, UO: 0, NE: 0 };
    expect(withPartials(groups, 2)).toEqual({ ...groups, I: 3, P: 2 });
    expect(withPartials(groups, 9)).toEqual({ ...groups, I: 0, P: 5 });
    expect(withPartials(groups, null)).toEqual(groups);
  });

  it('calls the response of a part what AAPOR calls RR1', () => {
    const part = { groups: { I: 3, P: 1, R: 2, NC: 1, O: 1, UH: 1, UO: 1, NE: 4 } };
    expect(responseOf(part)).toEqual({ numerator: 3, denominator: 10, value: 0.3 });
    expect(
      responseOf({ groups: { ...part.groups, I: 0, P: 0, R: 0, NC: 0, O: 0, UH: 0, UO: 0 } }).value,
    ).toBeNull();
  });

  it('says which hours answer best, where there are calls enough to tell', () => {
    const tries = (hour: number, outcome: Outcome, n: number) =>
      Array.from({ length: n }, (_, i) => attempt(`${hour}-${i}`, outcome, start + hour * 3_600_000));
    const attempts = [...tries(0, 'referred', 6), ...tries(1, 'no_answer', 6), ...tries(2, 'referred', 2)];
    const cases = attempts.map((one) => case_(one.case, 'active'));
    expect(bestSlots(count(cases, attempts).slots)).toEqual([
      { weekday: 1, hour: 10, attempts: 6, contacts: 6 },
    ]);
  });

  it('forecasts from the last two weeks, and says when it cannot', () => {
    const calls = (n: number, days: number) =>
      Array.from({ length: n }, (_, i) => attempt(`C${i}`, 'interviewed', start + (i % days) * DAY));
    const wave = (done: readonly AttemptRow[], left: number) =>
      count(
        [
          ...done.map((one) => case_(one.case, 'interviewed', 'n', one.id)),
          ...Array.from({ length: left }, (_, i) => case_(`L${i}`, 'new')),
        ],
        done,
      );
    const now = start + 11 * DAY;
    const ten = wave(calls(10, 5), 30);
    expect(forecast(ten, 0, now, workday).type).toBe('no_target');
    expect(forecast(ten, 10, now, workday).type).toBe('reached');
    expect(forecast(ten, 20, start + 2 * DAY, workday).type).toBe('too_early');
    expect(forecast(ten, 50, now, workday)).toEqual({ type: 'out_of_cases', left: 30, wanted: 40 });
    expect(forecast(wave([], 30), 20, now, workday).type).toBe('too_early');
    // Ten interviews in ten working days: ten more take ten, that is the Friday two weeks on.
    expect(forecast(ten, 20, now, workday)).toEqual({
      type: 'day',
      day: wallOf(now).day + 14,
      perWeek: 5,
      interviews: 10,
      openDays: 10,
    });
    expect(forecast(ten, 20, start + 40 * DAY, workday).type).toBe('standing_still');
  });

  it('sums to the cases there are, whatever was called', () => {
    const outcome = fc.constantFrom<Outcome>(...OUTCOMES, ...RARE_OUTCOMES);
    const status = fc.constantFrom<CaseRow['status']>('new', 'active', 'interviewed', 'closed');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(status, fc.constantFrom('n', 's'), fc.array(outcome)), { maxLength: 30 }),
        (list) => {
          const cases = list.map(([state, stratum], i) => case_(`C${i}`, state, stratum));
          const attempts = list.flatMap(([, , outcomes], i) =>
            outcomes.map((one, n) => attempt(`C${i}`, one, start + n * 3_600_000)),
          );
          const { total, strata, codes, ...rest } = count(cases, attempts);
          const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);
          expect(sum(Object.values(total.groups))).toBe(cases.length);
          expect(sum(codes.values())).toBe(cases.length);
          expect(sum(strata.map((one) => one.cases))).toBe(cases.length);
          expect(sum(rest.slots.map((slot) => slot.attempts))).toBe(attempts.length);
          expect(sum(rest.days.map((day) => day.attempts))).toBe(attempts.length);
        },
      ),
    );
  });
});
