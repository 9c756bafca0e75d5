import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchText, parseQuery } from './query.ts';

const text = 'Vi följer inte upp kraven, för ingen har tid. Uppföljningen av kraven är eftersatt.';
const hits = (query: string, of = text): readonly string[] | null =>
  matchText(of, parseQuery(query))?.map(({ start, end }) => of.slice(start, end)) ?? null;

test('all words, in any form and order', () => {
  expect(hits('tid krav ')).toEqual(['kraven', 'tid', 'kraven']);
  expect(hits('pengar tid ')).toBeNull();
});

test('words in quotes stand side by side, as written', () => {
  expect(hits('"har tid"')).toEqual(['har tid']);
  expect(hits('"tid har"')).toBeNull();
  expect(hits('"uppföljning av krav"')).toEqual(['Uppföljningen av kraven']);
});

test('near goes either way, within the number said', () => {
  expect(hits('ingen ~3 kraven ')).toEqual(['kraven, för ingen']);
  expect(hits('krav nära tid ')).toEqual(['kraven, för ingen har tid', 'tid. Uppföljningen av kraven']);
  expect(hits('vi ~1 tid ')).toBeNull();
});

test('a minus takes out', () => {
  expect(hits('krav -pengar ')).toEqual(['kraven', 'kraven']);
  expect(hits('krav -tid ')).toBeNull();
  expect(hits('krav -"ingen tid" ')).toEqual(['kraven', 'kraven']);
});

test('the word being typed is a beginning, in an open quotation too', () => {
  expect(hits('efters')).toEqual(['eftersatt']);
  expect(hits('"ingen ha')).toEqual(['ingen har']);
});

test('nothing asked means every text; signs alone ask nothing', () => {
  expect(hits('')).toEqual([]);
  expect(hits(' - "" ~ ')).toEqual([]);
});

test('two words in the text, quoted as they stand, are found there', () => {
  const word = fc.constantFrom('krav', 'tid', 'åtgärder', 'möten', 'avtal', 'ingen');
  fc.assert(
    fc.property(fc.array(word, { minLength: 2, maxLength: 9 }), fc.nat(), (words, at) => {
      const from = at % (words.length - 1);
      const found = hits(`"${words[from]} ${words[from + 1]}"`, words.join(' '));
      expect(found?.length).toBeGreaterThan(0);
    }),
  );
});
