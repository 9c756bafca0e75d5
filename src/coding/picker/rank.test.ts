import fc from 'fast-check';
import { expect, test } from 'vitest';
import codebook from '../../../questionnaires/it-sakerhet-upphandling/2025/codebook.json' with {
  type: 'json',
};
import { type Pickable, type PickContext, rank } from './rank.ts';

const themes = new Map(codebook.themes.map((theme) => [theme.id, theme.name.sv]));
const codes = codebook.codes.map((code) => ({
  id: code.id,
  name: code.name.sv,
  theme: themes.get(code.parent) ?? '',
  definition: code.definition.sv,
  questions: code.questions as readonly string[],
}));
const one = (name: string, definition = ''): Pickable => ({ id: name, name, theme: '', definition });
const none: PickContext = { recent: [], offered: new Set() };
const names = (typed: string, of: readonly Pickable[], context = none): readonly string[] =>
  rank(of, typed, context).map(({ code }) => code.name);

test('a beginning comes before a word inside, initials, a part, and a definition', () => {
  const of = [
    one('dialog', 'svarar på frågor'),
    one('resvan'),
    one('brist på svar'),
    one('stöd vid avtal'),
    one('svårt att följa upp'),
  ];
  expect(names('sv', of)).toEqual([
    'svårt att följa upp',
    'brist på svar',
    'stöd vid avtal',
    'resvan',
    'dialog',
  ]);
});

test('initials find a long name', () => {
  const [first] = rank([one('följer upp'), one('svårt att följa upp')], 'safu', none);
  expect(first?.code.name).toBe('svårt att följa upp');
  expect(first?.hits).toEqual([0, 6, 10, 16]);
});

test('å, ä and ö are themselves', () => {
  const of = [one('avtal'), one('åtgärd'), one('ägare'), one('öppet'), one('ordning')];
  expect(names('å', of)).toEqual(['åtgärd']);
  expect(names('ä', of)[0]).toBe('ägare');
  expect(names('A\u030a', of)).toEqual(['åtgärd']);
  expect(names('a', of)[0]).toBe('avtal');
});

test('habit decides between equals, and never over a better fit', () => {
  const of = [one('dialog'), one('dialekt'), one('krav på dialog')];
  expect(names('di', of)[0]).toBe('dialog');
  expect(names('di', of, { recent: ['dialekt'], offered: new Set() })[0]).toBe('dialekt');
  expect(names('di', of, { recent: ['krav på dialog'], offered: new Set() })[0]).toBe('dialog');
});

test('nothing typed: recent, then offered, then the rest', () => {
  const of = [one('a'), one('b'), one('c'), one('d')];
  expect(names('', of, { recent: ['c'], offered: new Set(['d']) })).toEqual(['c', 'd', 'a', 'b']);
});

test('two letters bring every code of the shipped codebook among the first five on a question that offers it', () => {
  const far = codes.flatMap((code) =>
    code.questions.flatMap((question) => {
      const offered = new Set(
        codes.filter((other) => other.questions.includes(question)).map(({ id }) => id),
      );
      const place = rank(codes, code.name.slice(0, 2), { recent: [], offered }).findIndex(
        (picked) => picked.code.id === code.id,
      );
      return place >= 0 && place < 5 ? [] : [`${question} ${code.id}: ${place}`];
    }),
  );
  expect(far).toEqual([]);
});

test('for nearly all of them two letters exist that put it first', () => {
  const pairs = (name: string): readonly string[] => {
    const letters = [...name.replaceAll(/[^\p{L}\p{N} ]/gu, '')];
    return letters
      .flatMap((a, i) => letters.slice(i + 1).map((b) => a + b))
      .filter((pair) => !pair.includes(' '));
  };
  const first = codes.filter((code) => {
    const [question] = code.questions;
    const offered = new Set(
      codes.filter((other) => question && other.questions.includes(question)).map(({ id }) => id),
    );
    return [...new Set(pairs(code.name))].some(
      (pair) => rank(codes, pair, { recent: [], offered })[0]?.code.id === code.id,
    );
  });
  expect(first.length / codes.length).toBeGreaterThan(0.95);
});

test('a code is found by its whole name, first', () => {
  fc.assert(
    fc.property(fc.constantFrom(...codes), (code) => {
      expect(rank(codes, code.name, none)[0]?.code.name).toBe(code.name);
    }),
  );
});
