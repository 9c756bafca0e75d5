import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clashesWith, icsOf, toRemind } from './appointments.ts';
import { DEFAULT_RULES, openingOf, readRules, writeRules } from './call-rules.ts';
import {
  type AppointmentRow,
  type AttemptRow,
  type CaseRow,
  OUTCOMES,
  type Outcome,
  RARE_OUTCOMES,
} from './rows.ts';
import { type CallInput, whomToCall } from './whom-to-call.ts';
import { wallOf, weekdayOf } from './zoned-time.ts';

/** A time of the wall clock in Stockholm, in winter. */
const at = (text: string): number => Date.parse(`${text}+01:00`);
const thursday = at('2026-11-26T10:00');

const case_ = (id: string, more: Partial<CaseRow> = {}): CaseRow => ({
  id,
  wave: 'w',
  code: `01${id}`,
  name: id,
  stratum: 's',
  assignee: 'me',
  status: 'active',
  completed_by: null,
  rev: {},
  ...more,
});
const attempt = (id: string, outcome: Outcome, when: number, more: Partial<AttemptRow> = {}): AttemptRow => ({
  id: `${id}-${when}`,
  case: id,
  by: 'me',
  outcome,
  at: new Date(when).toISOString(),
  late: false,
  ...more,
});
const appointment = (id: string, when: number, kind: AppointmentRow['kind'] = 'hard'): AppointmentRow => ({
  id: `a-${id}-${when}`,
  case: id,
  by: 'me',
  at: new Date(when).toISOString(),
  zone: 'Europe/Stockholm',
  kind,
});
const list = (input: Partial<CallInput>) =>
  whomToCall({
    cases: [],
    attempts: [],
    appointments: [],
    begun: new Set(),
    now: thursday,
    rules: DEFAULT_RULES,
    ...input,
  });
const one = (attempts: readonly AttemptRow[], more: Partial<CallInput> = {}) =>
  list({ cases: [case_('A')], attempts, ...more })[0]?.reason;

describe('whom to call', () => {
  it('puts due appointments first, then call-back rules, then the rest, then what waits, then what is over', () => {
    const calls = list({
      cases: ['N', 'O', 'B', 'R', 'P', 'W', 'X', 'D', 'M'].map((id) =>
        case_(id, { status: id === 'N' ? 'new' : id === 'D' ? 'interviewed' : 'active' }),
      ),
      attempts: [
        attempt('O', 'no_answer', at('2026-11-24T13:30')),
        attempt('B', 'busy', at('2026-11-26T09:20')),
        attempt('R', 'referred', at('2026-11-25T11:05')),
        attempt('W', 'no_answer', at('2026-11-26T09:00')),
        attempt('X', 'unable', at('2026-11-25T09:00')),
      ],
      appointments: [appointment('P', at('2026-11-26T10:15')), appointment('M', at('2026-11-26T09:00'))],
    });
    expect(calls.map(({ row, reason }) => `${row.id} ${reason.kind}`)).toEqual([
      'P appointment',
      'M missed',
      'B after_delay',
      'R referred',
      'O other_time',
      'N new',
      'W wait_other_time',
      'D done',
      'X never',
    ]);
  });

  it('tries another time of day and another weekday after no answer', () => {
    const reason = one([attempt('A', 'no_answer', at('2026-11-26T09:00'))]);
    // Not this afternoon (same weekday), not tomorrow morning (same time of day).
    expect(reason).toEqual({ kind: 'wait_other_time', until: at('2026-11-27T13:00') });
    expect(one([attempt('A', 'no_answer', at('2026-11-26T09:00'))], { now: at('2026-11-27T13:05') })).toEqual(
      { kind: 'other_time' },
    );
  });

  it('tries a busy line after half an hour, on the next day if that is late', () => {
    expect(one([attempt('A', 'busy', at('2026-11-26T09:50'))])).toMatchObject({
      kind: 'wait_delay',
      until: at('2026-11-26T10:20'),
    });
    expect(
      one([attempt('A', 'busy', at('2026-11-26T15:50'))], { now: at('2026-11-26T15:55') }),
    ).toMatchObject({ kind: 'wait_delay', until: at('2026-11-27T08:30') });
  });

  it('calls within the hours of a municipality only, and says what it waits for', () => {
    const wait = (now: string, code = '0100') =>
      list({ cases: [case_('A', { code, status: 'new' })], now: at(now) })[0]?.reason;
    expect(wait('2026-11-26T12:00')).toEqual({ kind: 'wait_hours', until: at('2026-11-26T13:00') });
    expect(wait('2026-11-27T14:30')).toEqual({ kind: 'wait_hours', until: at('2026-11-30T08:30') });
    expect(wait('2026-12-21T10:00')).toEqual({
      kind: 'wait_day',
      closed: 'christmas',
      until: at('2027-01-08T08:30'),
    });
    expect(wait('2026-02-24T10:00')).toMatchObject({ kind: 'wait_day', closed: 'winter_break' });
    expect(wait('2026-02-24T10:00', '1200')).toEqual({ kind: 'new' });
  });

  it('spends eight attempts, the last of them no sooner than three weeks after the first', () => {
    const first = at('2026-11-02T09:00');
    const days = [0, 1, 2, 3, 4, 7, 8];
    const seven = days.map((day) => attempt('A', 'no_answer', first + day * 86_400_000));
    expect(one(seven, { now: at('2026-11-16T14:00') })).toEqual({
      kind: 'wait_span',
      until: at('2026-11-23T13:00'),
    });
    expect(one(seven, { now: at('2026-11-23T14:00') })).toEqual({ kind: 'other_time' });
    const eight = [...seven, attempt('A', 'no_answer', at('2026-11-23T14:00'))];
    expect(one(eight)).toEqual({ kind: 'spent' });
    // An appointment made on the last gives one more.
    expect(one(eight, { appointments: [appointment('A', thursday)] })).toMatchObject({ kind: 'appointment' });
  });

  it('asks once more after a no, unless they asked not to, and never a third time', () => {
    const no = attempt('A', 'refusal', at('2026-11-16T09:00'));
    expect(one([no])).toEqual({ kind: 'conversion' });
    expect(one([no], { now: at('2026-11-18T10:00') })).toMatchObject({ kind: 'wait_conversion' });
    expect(one([no], { rules: { ...DEFAULT_RULES, conversion: false } })).toEqual({ kind: 'refused' });
    expect(one([{ ...no, refusal: { reason: 'time', final: true } }])).toEqual({ kind: 'refused' });
    expect(one([no, attempt('A', 'gatekeeper_refusal', at('2026-11-24T09:00'))])).toEqual({
      kind: 'refused',
    });
    const twice = [no, attempt('A', 'refusal', at('2026-11-24T09:00'))];
    expect(one([...twice, attempt('A', 'no_answer', at('2026-11-25T09:00'))])).toEqual({ kind: 'refused' });
  });

  it('does not close a case whose number is dead', () => {
    expect(one([attempt('A', 'dead_number', thursday - 60_000)])).toEqual({ kind: 'another_number' });
  });

  it('holds an appointment until somebody calls at its time, not by the call that made it', () => {
    const made = appointment('A', at('2026-11-26T10:05'));
    const booking = attempt('A', 'appointment', thursday, { appointment: made.id });
    expect(one([booking], { appointments: [made] })).toMatchObject({ kind: 'appointment', hard: true });
    const kept = attempt('A', 'no_answer', at('2026-11-26T10:06'));
    expect(one([booking, kept], { appointments: [made], now: at('2026-11-26T10:10') })).toMatchObject({
      kind: 'wait_other_time',
    });
    expect(one([], { appointments: [appointment('A', at('2026-11-26T15:00'), 'soft')] })).toEqual({
      kind: 'later',
      at: at('2026-11-26T15:00'),
      hard: false,
    });
  });
});

describe('the pool', () => {
  const lent = (holds: boolean) => new Map([['A', holds]]);
  it('offers a case under a lease that holds, and not one whose lease is over', () => {
    const row = { cases: [case_('A', { status: 'new' })] };
    expect(list({ ...row, leases: lent(true) })[0]).toMatchObject({ reason: { kind: 'new' }, leased: true });
    expect(list({ ...row, leases: lent(false) })[0]).toMatchObject({
      reason: { kind: 'lease_over' },
      standing: 'waits',
    });
  });
  it('goes on with an interview that is begun, lease or none', () => {
    expect(one([], { leases: lent(false), begun: new Set(['A']) })).toEqual({ kind: 'begun' });
  });
  it('keeps what nobody has out of the way of whoever sees it, where there is a pool', () => {
    const free = { cases: [case_('A', { status: 'new', assignee: null })] };
    expect(list({ ...free, pool: true })[0]?.reason).toEqual({ kind: 'pooled' });
    expect(list(free)[0]?.reason).toEqual({ kind: 'new' });
  });
  it('does not wake what is over', () => {
    const done = { cases: [case_('A', { status: 'interviewed' })], leases: lent(false) };
    expect(list(done)[0]?.reason).toEqual({ kind: 'done' });
  });
});

describe('a soft appointment', () => {
  const soft = { ...appointment('A', thursday, 'soft'), by: 'somebody else' };
  const asked = (minutes: number, me: string, softMinutes = 30) =>
    one([], {
      appointments: [soft],
      me,
      now: thursday + minutes * 60_000,
      rules: { ...DEFAULT_RULES, softMinutes },
    })?.kind;
  it('is its maker’s at its time, and anybody’s who has the case after a while', () => {
    expect([-20, -10, 29, 31].map((minutes) => asked(minutes, 'somebody else'))).toEqual([
      'later',
      'appointment',
      'appointment',
      'missed',
    ]);
    expect([-10, 29, 31].map((minutes) => asked(minutes, 'me'))).toEqual(['later', 'later', 'missed']);
    expect(asked(31, 'me', 60)).toBe('later');
    expect(asked(61, 'me', 60)).toBe('missed');
  });
});

describe('an interview that was begun', () => {
  const begun = new Set(['A']);
  it('stands first after what is due, with its reason', () => {
    const calls = list({
      cases: ['N', 'A'].map((id) => case_(id, { status: 'active' })),
      attempts: [attempt('A', 'broken_off', at('2026-11-26T09:00'))],
      begun,
    });
    expect(calls.map(({ row, reason }) => [row.id, reason.kind])).toEqual([
      ['A', 'begun'],
      ['N', 'new'],
    ]);
  });
  it('says that another person goes on', () => {
    const handedOn = [attempt('A', 'continues', at('2026-11-26T09:00'))];
    expect(one(handedOn, { begun })).toEqual({ kind: 'continues' });
    expect(one(handedOn)).toEqual({ kind: 'continues' });
  });
  it('is over once it is given up, whatever the other rules say', () => {
    const given = attempt('A', 'broken_off', at('2026-11-24T09:00'), {
      refusal: { reason: 'time', final: true },
    });
    expect(one([given])).toEqual({ kind: 'given_up' });
    const cutOff = { ...given, refusal: { reason: 'time' as const, final: false } };
    expect(one([cutOff], { now: at('2026-11-26T13:30') })).toEqual({ kind: 'resume' });
  });
});

const anyTime = fc
  .integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2027, 11, 31) / 60_000 })
  .map((minutes) => minutes * 60_000);
const anyOutcome = fc.constantFrom<Outcome>(...OUTCOMES, ...RARE_OUTCOMES);
const anyInput = fc.record({
  now: anyTime,
  attempts: fc.array(fc.record({ id: fc.constantFrom('A', 'B', 'C'), outcome: anyOutcome, when: anyTime }), {
    maxLength: 20,
  }),
  appointments: fc.array(fc.record({ id: fc.constantFrom('A', 'B', 'C'), when: anyTime }), { maxLength: 3 }),
});

describe('whatever came before', () => {
  it('lists each case once, calls by rule only within hours, and never one that is over', () => {
    fc.assert(
      fc.property(anyInput, ({ now, attempts, appointments }) => {
        const rows = attempts.map(({ id, outcome, when }, index) => ({
          ...attempt(id, outcome, Math.min(when, now)),
          id: String(index).padStart(3, '0'),
        }));
        const calls = list({
          cases: ['A', 'B', 'C'].map((id) => case_(id)),
          attempts: rows,
          appointments: appointments.map(({ id, when }) => appointment(id, when)),
          now,
        });
        expect(calls.map(({ row }) => row.id).sort()).toEqual(['A', 'B', 'C']);
        const opening = openingOf(DEFAULT_RULES);
        for (const call of calls) {
          const promised = call.reason.kind === 'appointment' || call.reason.kind === 'missed';
          if (call.standing === 'now' && !promised) {
            expect(opening.isOpen(now, '01')).toBe(true);
            expect(call.attempts.length).toBeLessThan(8);
          }
          if ('until' in call.reason) {
            expect(call.reason.until).toBeGreaterThan(now);
            expect(opening.isOpen(call.reason.until, '01')).toBe(true);
          }
          if (call.standing === 'now' && call.last?.outcome === 'no_answer' && !promised) {
            const [then, today] = [wallOf(Date.parse(call.last.at)), wallOf(now)];
            expect(weekdayOf(then.day)).not.toBe(weekdayOf(today.day));
            expect(then.minute >= 720).not.toBe(today.minute >= 720);
          }
        }
        const standings = calls.map(({ standing }) => ['now', 'waits', 'over'].indexOf(standing));
        expect(standings).toEqual([...standings].sort());
      }),
      { numRuns: 300 },
    );
  });
});

describe('rules of a wave', () => {
  it('close days of its own, ends included, and say so', () => {
    const rules = { ...DEFAULT_RULES, ownClosed: [{ from: '2026-11-26', to: '2026-11-27' }] };
    expect(list({ cases: [case_('A', { status: 'new' })], rules })[0]?.reason).toEqual({
      kind: 'wait_day',
      closed: 'own',
      until: at('2026-11-30T08:30'),
    });
    expect(readRules(writeRules(rules))).toEqual(rules);
    for (const range of [
      { from: '2026-11-31', to: '2026-12-01' },
      { from: '2026-12-02', to: '2026-12-01' },
      {},
    ])
      expect(readRules(JSON.stringify({ ownClosed: [range] }))).toEqual(DEFAULT_RULES);
  });

  it('are written as what differs, and read back', () => {
    expect(writeRules(DEFAULT_RULES)).toBe('');
    const changed = { ...DEFAULT_RULES, maxAttempts: 6, conversion: false, target: 100 };
    expect(writeRules(changed)).toBe('{"conversion":false,"maxAttempts":6,"target":100}');
    expect(readRules(writeRules(changed))).toEqual(changed);
  });

  it('fall back to the defaults where they are not understood', () => {
    for (const text of ['', 'x', '[]', '{"maxAttempts":"8"}', '{"hours":[[]]}', '{"closed":["monday"]}'])
      expect(readRules(text)).toEqual(DEFAULT_RULES);
  });
});

describe('appointments', () => {
  it('clash when they begin within 45 minutes of each other', () => {
    const others = [appointment('A', thursday), appointment('B', thursday + 60 * 60_000)];
    expect(clashesWith(thursday + 30 * 60_000, others)).toHaveLength(2);
    expect(clashesWith(thursday - 45 * 60_000, others)).toHaveLength(0);
    expect(clashesWith(thursday, others, others[0]?.id ?? null)).toHaveLength(0);
  });

  it('remind from fifteen minutes before', () => {
    const open = [appointment('A', thursday)];
    const minutes = [-16, -15, 0, 14, 15];
    expect(minutes.map((minute) => toRemind(open, thursday + minute * 60_000).length)).toEqual([
      0, 1, 1, 1, 0,
    ]);
  });

  it('go into a calendar file that says nothing of the study', () => {
    const text = icsOf(appointment('A', thursday), 'Samtal, bokat; nu');
    expect(text).toContain(
      'DTSTART:20261126T090000Z\r\nDTEND:20261126T094500Z\r\nSUMMARY:Samtal\\, bokat\\; nu',
    );
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });
});
