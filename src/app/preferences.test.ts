import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPreferences, parsePreferences, TEXT_SIZES } from './preferences.ts';

test('what was chosen is read again', () => {
  fc.assert(
    fc.property(
      fc.record({
        theme: fc.constantFrom('light', 'dark', 'system'),
        language: fc.constantFrom('sv', 'en'),
        size: fc.constantFrom(...TEXT_SIZES),
        contrast: fc.constantFrom('system', 'more'),
      }),
      (chosen) => {
        expect(parsePreferences(formatPreferences(chosen))).toEqual(chosen);
      },
    ),
  );
});

test('what an earlier version kept holds, and the rest is as designed', () => {
  expect(parsePreferences('dark en')).toEqual({
    theme: 'dark',
    language: 'en',
    size: 'normal',
    contrast: 'system',
  });
});

test('anything else is as designed', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parsePreferences(`${text} ${text} ${text}`)).toMatchObject({ contrast: 'system' });
    }),
  );
  expect(parsePreferences(null)).toMatchObject({ theme: 'system', language: 'sv' });
});
