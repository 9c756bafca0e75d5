import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlaceholder } from '../study/commands/answer-redact.ts';
import { foundIn, stretchesOf } from './marks.ts';
import { growWord, KINDS, moveWord, nextSentence, offered, tidy } from './passage.ts';

const text = 'Vi har möten. Resten hör av sig till [PERSON 1] ibland!  Sedan inget';
const cut = (range: { start: number; end: number } | null): string | null =>
  range && text.slice(range.start, range.end);

test('S goes from sentence to sentence and around', () => {
  const first = nextSentence(text, null);
  expect(cut(first)).toBe('Vi har möten.');
  const second = nextSentence(text, first);
  expect(cut(second)).toBe('Resten hör av sig till [PERSON 1] ibland!');
  const third = nextSentence(text, second);
  expect(cut(third)).toBe('Sedan inget');
  expect(nextSentence(text, third)).toEqual(first);
});

test('arrows move by word, and with shift the selection grows and shrinks to one word at least', () => {
  const one = moveWord(text, null, 1);
  expect(cut(one)).toBe('Vi');
  const two = moveWord(text, one, 1);
  expect(cut(two)).toBe('har');
  expect(cut(growWord(text, two, 1))).toBe('har möten.');
  expect(cut(growWord(text, growWord(text, two, 1), -1))).toBe('har');
  expect(cut(growWord(text, two, -1))).toBe('har');
  expect(cut(moveWord(text, two, -1))).toBe('Vi');
});

test('edges are tidied: no spaces, and no half placeholder', () => {
  expect(tidy(text, { start: 2, end: 7 })).toEqual({ start: 3, end: 6 });
  const at = text.indexOf('[PERSON');
  expect(tidy(text, { start: at + 3, end: at + 5 })).toEqual({ start: at, end: at + '[PERSON 1]'.length });
  expect(tidy(text, { start: 2, end: 3 })).toBeNull();
});

test('the same thing keeps its number, a new one gets the next', () => {
  expect(offered('PERSON', [text, 'och [PERSON 2]'])).toEqual(['[PERSON 1]', '[PERSON 2]', '[PERSON 3]']);
  expect(offered('PERSON', [])).toEqual(['[PERSON 1]']);
  expect(offered('KOMMUN', [])).toEqual(['[KOMMUN]']);
  expect(offered('KOMMUN', ['[KOMMUN] och'])).toEqual(['[KOMMUN]', '[KOMMUN 2]']);
  expect(offered('INCIDENT', ['[INCIDENT]'])).toEqual(['[INCIDENT]']);
});

test('every placeholder offered is one the command takes', () => {
  for (const kind of KINDS) for (const one of offered(kind, [text])) expect(isPlaceholder(one)).toBe(true);
});

test('stretches joined are the text, to the character', () => {
  const range = fc
    .tuple(fc.nat(40), fc.nat(40))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.array(range), range, (any, found, selected) => {
      const quotes = found.map((one) => ({ ...one, kind: 'notes' as const }));
      const stretches = stretchesOf(any, quotes, found, selected);
      expect(stretches.map((stretch) => stretch.text).join('')).toBe(any);
    }),
  );
});

test('what was searched for is marked in all its forms', () => {
  const marked = foundIn('Möte om möten på mötet', 'möte ').map(({ start, end }) =>
    'Möte om möten på mötet'.slice(start, end),
  );
  expect(marked).toEqual(['Möte', 'möten', 'mötet']);
});
