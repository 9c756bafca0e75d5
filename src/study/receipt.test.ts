import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import published from '../../questionnaires/it-sakerhet-upphandling/2025/instrument.json' with {
  type: 'json',
};
import {
  formatReceipt,
  makeReceipt,
  parseReceipt,
  RECEIPT_ALPHABET,
  receiptHash,
  spellReceipt,
} from './receipt.ts';

const receipt = fc
  .infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }))
  .map((stream) => makeReceipt(() => Number(stream.next().value)));

describe('receipt', () => {
  it('is ten characters without look-alikes', () => {
    fc.assert(
      fc.property(receipt, (made) => {
        expect(made).toMatch(/^[2-9A-HJKMNP-TW-Z]{10}$/);
      }),
    );
    expect(RECEIPT_ALPHABET).not.toMatch(/[ILOUV01ÅÄÖ]/);
    expect(new Set(RECEIPT_ALPHABET).size).toBe(29);
  });

  it('is read again however it is typed', () => {
    fc.assert(
      fc.property(receipt, (made) => {
        const shown = formatReceipt(made);
        expect(shown).toHaveLength(11);
        for (const text of [
          shown,
          shown.toLowerCase(),
          ` ${shown} `,
          shown.replace(' ', '-'),
          [...made].join(' '),
        ]) {
          expect(parseReceipt(text)).toEqual({ ok: true, value: made });
        }
      }),
    );
  });

  it('refuses every single wrong character and every swap of two', () => {
    fc.assert(
      fc.property(
        receipt,
        fc.nat(9),
        fc.nat(9),
        fc.constantFrom(...RECEIPT_ALPHABET),
        (made, one, other, wrong) => {
          const characters = [...made];
          const replaced = characters.with(one, wrong).join('');
          if (replaced !== made)
            expect(parseReceipt(replaced)).toEqual({ ok: false, error: { type: 'receipt_check' } });
          const swapped = characters.with(one, made.charAt(other)).with(other, made.charAt(one)).join('');
          if (swapped !== made) expect(parseReceipt(swapped).ok).toBe(false);
        },
      ),
    );
  });

  it('says what is wrong', () => {
    expect(parseReceipt('')).toEqual({ ok: false, error: { type: 'receipt_length', length: 0 } });
    expect(parseReceipt('ABCDE FGHJ')).toEqual({ ok: false, error: { type: 'receipt_length', length: 9 } });
    expect(parseReceipt('ABCDE FGH0J')).toEqual({
      ok: false,
      error: { type: 'receipt_character', character: '0' },
    });
    expect(parseReceipt('ABCDÖ FGHJK')).toEqual({
      ok: false,
      error: { type: 'receipt_character', character: 'Ö' },
    });
  });

  it('is known to the server by the hash of its plain form', async () => {
    expect(await receiptHash('23456789AB')).toBe(
      'd0f7f99aebc3da0f33f2365a16c3d8d8578cca2a0162c8e67d34251eda6967a6',
    );
  });

  it('is spelled with a word for every character, no two alike', () => {
    for (const language of ['sv', 'en'] as const) {
      const [first, second] = spellReceipt('ABC23XYZ9K', published.spellingAlphabet, language);
      expect(first).toHaveLength(5);
      expect(second).toHaveLength(5);
      const words = spellReceipt(RECEIPT_ALPHABET, published.spellingAlphabet, language)
        .flat()
        .map((entry) => entry.word);
      expect(new Set(words).size).toBe(29);
    }
    expect(spellReceipt('ABC23XYZ9K', published.spellingAlphabet)[0]?.map((entry) => entry.word)).toEqual([
      'Adam',
      'Bertil',
      'Cesar',
      'två',
      'tre',
    ]);
  });
});
