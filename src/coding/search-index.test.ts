import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildIndex } from './search-index.ts';

const texts = [
  'Vi följer upp leverantörerna två gånger om året.',
  'Leverantörsuppföljningen är eftersatt, ingen har tid.',
  'Kravställningen görs av it-avdelningen.',
  'ISO 27001 nämns i alla upphandlingar.',
  'Åtgärder vid incidenter står i avtalet',
];
const index = buildIndex(texts);

test('finds a word in all its forms', () => {
  expect(index.find('leverantör ')).toContain(0);
  expect(index.find('leverantören ')).toContain(0);
  expect(index.find('incident ')).toEqual([4]);
  expect(index.find('upphandlingen ')).toEqual([3]);
});

test('finds a word inside a compound', () => {
  expect(index.find('uppföljning ')).toEqual([1]);
  expect(index.find('leverantör ')).toEqual([0, 1]);
  expect(index.find('krav ')).toEqual([2]);
});

test('the neuter article makes no difference', () => {
  const own = buildIndex(['kravet var tydligt', 'ett möte', 'budgeten sprack']);
  expect(own.find('krav ')).toEqual([0]);
  expect(own.find('mötet ')).toEqual([1]);
  expect(own.find('budget ')).toEqual([2]);
});

test('short stems are found whole only', () => {
  expect(buildIndex(['bra att veta', 'ett brandlarm']).find('bra ')).toEqual([0]);
});

test('all words must be there, in any order', () => {
  expect(index.find('tid ingen ')).toEqual([1]);
  expect(index.find('tid iso ')).toEqual([]);
});

test('the word being typed is a beginning', () => {
  expect(index.find('kravst')).toEqual([2]);
  expect(index.find('åtg')).toEqual([4]);
  expect(index.find('2700')).toEqual([3]);
});

test('capitals and composed letters make no difference', () => {
  expect(index.find('A\u030aTGÄRDER ')).toEqual([4]);
});

test('phrases, nearness and what must not be there', () => {
  expect(index.find('"ingen har tid"')).toEqual([1]);
  expect(index.find('"har ingen tid"')).toEqual([]);
  expect(index.find('ingen ~2 eftersatt ')).toEqual([1]);
  expect(index.find('leverantör -ingen ')).toEqual([0]);
  expect(index.find('-leverantör ')).toEqual([2, 3, 4]);
});

test('a query without words finds everything, an unknown word nothing', () => {
  expect(index.find('')).toBeNull();
  expect(index.find(' - ? ')).toBeNull();
  expect(index.find('qqqq')).toEqual([]);
});

test('any word of a text finds that text', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 8 }), (many) => {
      const own = buildIndex(many);
      many.forEach((text, position) => {
        const [word] = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/u) ?? [];
        if (word !== undefined) expect(own.find(`${word} `)).toContain(position);
      });
    }),
  );
});
