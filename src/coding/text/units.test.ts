import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeholdersIn, type Range } from '../marks.ts';
import { enter, move, scale, snap, stretch } from './choose.ts';
import { clausesOf, sentencesOf, UNITS, unitsOf, wordsOf } from './units.ts';

const cut = (text: string, ranges: readonly (Range | null)[]): readonly (string | null)[] =>
  ranges.map((range) => range && text.slice(range.start, range.end));

test('a sentence ends at its mark, at a line end and at the end', () => {
  const text = 'Vi har möten. Resten hör av sig till [PERSON 1] ibland!  Sedan inget\nNy rad';
  expect(cut(text, sentencesOf(text))).toEqual([
    'Vi har möten.',
    'Resten hör av sig till [PERSON 1] ibland!',
    'Sedan inget',
    'Ny rad',
  ]);
});

test.each([
  ['Vi använder t.ex. Azure och bl.a. Microsoft. Det räcker.', 2],
  ['Möten, rapporter m.m. som vanligt. Inget mer.', 2],
  ['Krypto, loggar m.m. Sedan följer vi upp.', 2],
  ['P.g.a. Brexit blev det dyrt, d.v.s. Vi slutade. Punkt.', 2],
  ['Avtalet kostar ca. 3.5 miljoner kl. 14.30. Klart.', 2],
  ['Enligt A. Svensson är det bra. Det är det.', 2],
  ['Vi tänkte … men nej. Jo.', 2],
  ['”Vi hinner inte.” Så sa hen.', 2],
  ['gemener går också. det märks.', 2],
  ['Det är s. k. standard. Ja.', 2],
  ['Versionen är 27001. Den andra är 27002.', 2],
])('%s', (text, count) => {
  expect(sentencesOf(text)).toHaveLength(count);
});

test('clauses part at commas, dashes and conjunctions, and no word stands alone', () => {
  const text =
    'Möten två gånger om året, resten hör av sig – men ingen har tid och vi tittar aldrig. Ja, så är det.';
  expect(cut(text, clausesOf(text))).toEqual([
    'Möten två gånger om året',
    'resten hör av sig',
    'men ingen har tid',
    'och vi tittar aldrig.',
    'Ja, så är det.',
  ]);
  expect(clausesOf('Det kostar 3,5 miljoner om året')).toHaveLength(1);
});

test('words come without punctuation, hyphens inside stay, a placeholder is one', () => {
  const text = '”It-avdelningen (3 st.) hos [LEVERANTÖR 1], 24/7 – ja.”';
  expect(cut(text, wordsOf(text))).toEqual([
    'It-avdelningen',
    '3',
    'st',
    'hos',
    '[LEVERANTÖR 1]',
    '24/7',
    'ja',
  ]);
});

const words = [
  'vi',
  'har',
  'möten',
  '[KOMMUN]',
  'åre\u0301',
  '👩‍👩‍👧',
  't.ex.',
  'och',
  'ingen,',
  'krav.',
  '–',
  '\n',
];
const written = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((list) => list.join(' '));

test('units are in order, apart, and cut neither a grapheme nor a placeholder', () => {
  const segmenter = new Intl.Segmenter('sv', { granularity: 'grapheme' });
  fc.assert(
    fc.property(fc.oneof(written, fc.string({ unit: 'grapheme', maxLength: 60 })), (text) => {
      const edges = new Set([...Array.from(segmenter.segment(text), ({ index }) => index), text.length]);
      const masked = placeholdersIn(text);
      for (const unit of UNITS) {
        let last = 0;
        for (const { start, end } of unitsOf(text, unit)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(edges).toContain(start);
          expect(edges).toContain(end);
          for (const one of masked)
            for (const edge of [start, end]) expect(edge > one.start && edge < one.end).toBe(false);
          last = end;
        }
      }
    }),
  );
});

test('walking on from the first reaches every unit once, and back again', () => {
  fc.assert(
    fc.property(written, fc.constantFrom(...UNITS), (text, unit) => {
      const walked: Range[] = [];
      for (let at = enter(text, unit, 1); at; at = move(text, at, 1))
        walked.push({ start: at.start, end: at.end });
      expect(walked).toEqual(unitsOf(text, unit).map(({ start, end }) => ({ start, end })));
      const back: Range[] = [];
      for (let at = enter(text, unit, -1); at; at = move(text, at, -1))
        back.push({ start: at.start, end: at.end });
      expect(back.reverse()).toEqual(walked);
    }),
  );
});

test('an end grows by a unit and shrinks back to one', () => {
  const text = 'Vi har möten två gånger om året.';
  const one = enter(text, 'word', 1);
  if (!one) throw new Error('the text has words');
  const two = stretch(text, one, 'end', 1);
  expect(cut(text, [two])).toEqual(['Vi har']);
  expect(cut(text, [stretch(text, two, 'end', -1)])).toEqual(['Vi']);
  expect(cut(text, [stretch(text, stretch(text, two, 'end', -1), 'end', -1)])).toEqual(['Vi']);
  expect(cut(text, [stretch(text, two, 'start', -1)])).toEqual(['har']);
  expect(cut(text, [stretch(text, stretch(text, two, 'start', -1), 'start', 1)])).toEqual(['Vi har']);
});

test('a coarser unit takes in what is touched, a finer one begins inside', () => {
  const text = 'Vi har möten, de ringer sällan. Resten hör av sig.';
  const word = enter(text, 'word', 1);
  if (!word) throw new Error('the text has words');
  const clause = scale(text, word, 1);
  expect(cut(text, [clause])).toEqual(['Vi har möten']);
  const sentence = scale(text, clause, 1);
  expect(cut(text, [sentence])).toEqual(['Vi har möten, de ringer sällan.']);
  const all = scale(text, sentence, 1);
  expect(cut(text, [all])).toEqual([text]);
  expect(scale(text, all, 1)).toEqual(all);
  expect(cut(text, [scale(text, sentence, -1)])).toEqual(['Vi har möten']);
});

test('a hand that missed by a letter gets the whole word if it wants', () => {
  const text = 'Efter [INCIDENT] gick de igenom avtalet.';
  const at = text.indexOf('gick');
  expect(cut(text, [snap(text, { start: at + 1, end: at + 6 }, true)])).toEqual(['gick de']);
  expect(cut(text, [snap(text, { start: at + 1, end: at + 6 }, false)])).toEqual(['ick d']);
  expect(cut(text, [snap(text, { start: 8, end: 12 }, false)])).toEqual(['[INCIDENT]']);
  expect(snap(text, { start: 5, end: 6 }, true)).toBeNull();
});
