import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_RULES, openingOf } from './call-rules.ts';
import { quickTimes } from './quick-times.ts';

const opening = openingOf(DEFAULT_RULES);

test('in half an hour, this afternoon, tomorrow twice, and in a week', () => {
  const at = (text: string): number => Date.parse(`${text}+01:00`);
  expect(quickTimes(at('2026-11-24T10:02'), '01', opening)).toEqual(
    ['2026-11-24T10:35', '2026-11-24T13:00', '2026-11-25T09:00', '2026-11-25T13:00', '2026-12-01T09:00'].map(
      at,
    ),
  );
});

test('are in the future, within hours, and each once', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }), (now) => {
      const times = quickTimes(now, '14', opening);
      expect(new Set(times).size).toBe(times.length);
      for (const at of times) {
        expect(at).toBeGreaterThan(now);
        expect(opening.isOpen(at, '14')).toBe(true);
      }
    }),
  );
});
