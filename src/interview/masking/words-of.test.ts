import fc from 'fast-check';
import { expect, it } from 'vitest';
import { growWord, moveWord, shrinkWord, wordsOf } from './words-of.ts';

const text = 'Efter strömavbrottet, säger ”Anneli”, gick 3 av dem.';
const of = (range: { start: number; end: number }): string => text.slice(range.start, range.end);
const at = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length });

it('finds words without their commas and quotation marks', () => {
  expect(wordsOf(text).map(of)).toEqual([
    'Efter',
    'strömavbrottet',
    'säger',
    'Anneli',
    'gick',
    '3',
    'av',
    'dem',
  ]);
});

it('moves, grows and shrinks by words, and stops at the ends', () => {
  expect(of(moveWord(text, at('säger'), 'right'))).toBe('Anneli');
  expect(of(moveWord(text, at('Efter'), 'left'))).toBe('Efter');
  expect(of(growWord(text, at('säger'), 'left'))).toBe('strömavbrottet, säger');
  expect(of(growWord(text, at('dem'), 'right'))).toBe('dem');
  expect(of(shrinkWord(text, growWord(text, at('säger'), 'left'), 'left', null))).toBe('säger');
  expect(of(shrinkWord(text, at('säger'), 'left', null))).toBe('säger');
});

it('never lets go of what it began with', () => {
  const grown = growWord(text, at('säger'), 'right');
  expect(of(shrinkWord(text, grown, 'left', at('säger')))).toBe(of(grown));
});

it('stays inside any text', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(30), fc.nat(30), (any, a, b) => {
      const start = Math.min(a, b, any.length);
      const range = { start, end: Math.min(Math.max(a, b), any.length) };
      for (const side of ['left', 'right'] as const)
        for (const next of [
          moveWord(any, range, side),
          growWord(any, range, side),
          shrinkWord(any, range, side, null),
        ]) {
          expect(next.start).toBeGreaterThanOrEqual(0);
          expect(next.end).toBeLessThanOrEqual(any.length);
          expect(next.start).toBeLessThanOrEqual(next.end);
        }
    }),
  );
});
