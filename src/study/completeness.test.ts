import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completenessRule, defaultCompleteness, writeCompleteness } from './completeness.ts';

test('six of seven areas are complete, four or five partial, unless the wave says otherwise', () => {
  expect(completenessRule('', 7)).toEqual({ complete: 6, partial: 4 });
  expect(completenessRule(undefined, 7)).toEqual({ complete: 6, partial: 4 });
  expect(completenessRule('{"complete":7,"partial":5}', 7)).toEqual({ complete: 7, partial: 5 });
  expect(completenessRule('{"partial":2}', 7)).toEqual({ complete: 6, partial: 2 });
  expect(completenessRule('{"complete":"alla"}', 7)).toEqual({ complete: 6, partial: 4 });
});

test('a rule for more areas than an older version has means all of them', () => {
  expect(completenessRule('{"complete":7,"partial":5}', 4)).toEqual({ complete: 4, partial: 4 });
});

test('any text gives a rule that can be met, and partial never asks for more than complete', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), fc.integer({ min: 1, max: 30 }), (text, areas) => {
      const { complete, partial } = completenessRule(text, areas);
      expect(partial).toBeGreaterThanOrEqual(1);
      expect(complete).toBeGreaterThanOrEqual(partial);
      expect(areas).toBeGreaterThanOrEqual(complete);
    }),
  );
});

test('what is written is read again, and the default is not written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(29), fc.nat(29), (areas, a, b) => {
      const complete = 1 + (a % areas);
      const rule = { complete, partial: 1 + (b % complete) };
      expect(completenessRule(writeCompleteness(rule, areas), areas)).toEqual(rule);
    }),
  );
  expect(writeCompleteness(defaultCompleteness(7), 7)).toBe('');
});
