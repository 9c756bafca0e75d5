import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../study/dispositions.ts';
import { wallOf, weekdayOf } from '../study/zoned-time.ts';
import { dateCalls } from './calls.ts';
import { makeField } from './field-work.ts';

const strata = ['norr', 'söder', 'väster'];
const done = Array.from({ length: 100 }, (_, index) => (index % 3 === 0 ? 'norr' : 'söder'));
const field = makeField(done, strata, '1');
const NOW = Date.UTC(2026, 10, 24, 14, 0);

describe('makeField', () => {
  it('calls as many interviews a stratum as there are, each case once, for any number of them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...strata), { maxLength: 40 }), fc.string(), (wanted, seed) => {
        const made = makeField(wanted, strata, seed);
        const stratumOf = new Map(
          [...made.drawn, ...made.reserve.flatMap(({ units }) => units)].map((unit) => [
            unit.code,
            unit.stratum,
          ]),
        );
        const interviewed = made.calls.filter(({ outcome }) => outcome === 'interviewed');
        expect(interviewed.map(({ code }) => stratumOf.get(code)).sort()).toEqual([...wanted].sort());
        expect(new Set(interviewed.map(({ code }) => code)).size).toBe(wanted.length);
      }),
    );
  });

  it('gives the same for the same seed, another for another', () => {
    expect(makeField(done, strata, '1')).toEqual(field);
    expect(makeField(done, strata, '2')).not.toEqual(field);
  });

  it('holds what a field work holds: most outcomes, cases not called yet, a part of the reserve released', () => {
    const called = new Set(field.calls.map(({ code }) => code));
    expect(field.drawn.some(({ code }) => !called.has(code))).toBe(true);
    expect(new Set(field.calls.map(({ outcome }) => outcome)).size).toBeGreaterThanOrEqual(12);
    const [released] = field.released;
    const units = field.reserve.find(
      (one) => one.stratum === released?.stratum && one.number === released.number,
    )?.units;
    expect(units?.some(({ code }) => called.has(code))).toBe(true);
    for (const { outcome, refusal } of field.calls) expect(refusal !== undefined).toBe(isRefusal(outcome));
  });

  it('calls on working days before today, and agrees on working days after it', () => {
    const today = wallOf(NOW).day;
    const calls = dateCalls(field.calls, NOW);
    for (const { at, appointment } of calls) {
      const { day, minute } = wallOf(Date.parse(at));
      expect(day).toBeLessThan(today);
      expect(weekdayOf(day)).toBeLessThan(6);
      expect(minute).toBeGreaterThanOrEqual(8 * 60 + 30);
      if (appointment) expect(wallOf(Date.parse(appointment.at)).day).toBeGreaterThan(today);
    }
    expect(calls.map(({ at }) => at)).toEqual(calls.map(({ at }) => at).sort());
    expect(calls.some(({ appointment }) => appointment)).toBe(true);
  });

  it('can never be taken for real municipalities', () => {
    const frame = readFileSync('questionnaires/it-sakerhet-upphandling/2025/sample-frame.csv', 'utf8');
    const real = new Set(
      frame
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[1]),
    );
    const units = [...field.drawn, ...field.reserve.flatMap((one) => one.units)];
    for (const { code, name } of units) {
      expect(code).toMatch(/^P\d{3}$/);
      expect(name).toMatch(/ \(påhittad\)$/);
      expect(real.has(name.replace(/( \d+)? \(påhittad\)$/, ''))).toBe(false);
    }
    expect(new Set(units.map((one) => one.name)).size).toBe(units.length);
    expect(new Set(units.map((one) => one.code)).size).toBe(units.length);
  });
});
