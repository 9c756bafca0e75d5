import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, DISPOSITIONS, finalDisposition, isRefusal, OUTCOME_TABLE } from './dispositions.ts';
import { OUTCOMES, type Outcome, RARE_OUTCOMES } from './rows.ts';

const ALL: readonly Outcome[] = [...OUTCOMES, ...RARE_OUTCOMES];
const final = (outcomes: readonly Outcome[], allKnown = true): string =>
  finalDisposition(
    { status: 'active' },
    outcomes.map((outcome) => ({ outcome })),
    allKnown,
  ).code;
const outcomes = fc.array(fc.constantFrom(...ALL.filter((one) => one !== 'interviewed')), { maxLength: 9 });

describe('the table', () => {
  it('never gives an unknown (3.x) where all units are known to exist', () => {
    for (const outcome of ALL) expect(codeOf(outcome, true)).not.toMatch(/^3/);
  });

  it('never uses 4.51, which is whom we call', () => {
    expect(Object.keys(DISPOSITIONS)).not.toContain('4.51');
  });

  it('says of each outcome what follows, and of a delay how long', () => {
    for (const outcome of ALL) {
      const { again, delay, label } = OUTCOME_TABLE[outcome];
      expect(delay !== undefined).toBe(again === 'delay');
      expect(label.sv.length * label.en.length).toBeGreaterThan(0);
    }
  });
});

describe('the final disposition', () => {
  it('goes by the written precedence', () => {
    expect(final([])).toBe('2.20');
    expect(final([], false)).toBe('3.11');
    expect(final(['no_answer', 'busy'])).toBe('2.20');
    expect(final(['no_answer', 'busy'], false)).toBe('3.12');
    expect(final(['answering_machine', 'no_answer'])).toBe('2.22');
    expect(final(['referred', 'answering_machine'])).toBe('2.21');
    expect(final(['refusal', 'no_answer', 'call_back'])).toBe('2.112');
    expect(final(['gatekeeper_refusal', 'refusal'])).toBe('2.112');
    expect(final(['refusal', 'broken_off'])).toBe('2.12');
    expect(final(['broken_off', 'interviewed', 'no_answer'])).toBe('1.1');
  });

  it('is no refusal while a later appointment is open', () => {
    expect(final(['appointment'])).toBe('2.36');
    expect(final(['refusal', 'appointment', 'no_answer'])).toBe('2.36');
  });

  it('does not close a case with a dead number', () => {
    expect(final(['dead_number'])).toBe('2.20');
    expect(final(['dead_number'], false)).toBe('4.30');
    expect(final(['dead_number', 'call_back'], false)).toBe('2.21');
  });

  it('is 1.1 whatever came before or after, once the case is interviewed', () => {
    fc.assert(
      fc.property(outcomes, (list) => {
        const attempts = list.map((outcome) => ({ outcome }));
        expect(finalDisposition({ status: 'interviewed' }, attempts).code).toBe('1.1');
        expect(final([...list, 'interviewed'])).toBe('1.1');
        expect(final(['interviewed', ...list])).toBe('1.1');
      }),
    );
  });

  it('is one code, of the outcomes there were, and no unknown where all are known', () => {
    fc.assert(
      fc.property(outcomes, (list) => {
        const code = final(list);
        expect(code).not.toMatch(/^[3]/);
        if (list.length > 0) expect(list.map((outcome) => codeOf(outcome, true))).toContain(code);
        if (!list.some(isRefusal)) expect(code).not.toMatch(/^2[.]1/);
      }),
    );
  });
});
