import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePassphrase } from './passphrase.ts';
import { PASSPHRASE_WORDS } from './passphrase-words.ts';

describe('passphrase', () => {
  it('draws on 2048 words of four to eight small letters', () => {
    expect(new Set(PASSPHRASE_WORDS).size).toBe(2048);
    expect(PASSPHRASE_WORDS.length).toBe(2048);
    for (const word of PASSPHRASE_WORDS) expect(word.normalize('NFC')).toMatch(/^[a-zåäöé]{4,8}$/);
  });

  it('is five words, each from eleven bits of its own', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 10, maxLength: 10 }),
        fc.nat(4),
        fc.nat(10),
        (bytes, word, bit) => {
          const phrase = makePassphrase(() => bytes).split(' ');
          expect(phrase).toHaveLength(5);
          const place = word * 2 + (bit < 8 ? 1 : 0);
          const changed = bytes.with(place, (bytes[place] ?? 0) ^ (1 << (bit % 8)));
          const other = makePassphrase(() => changed).split(' ');
          expect(phrase.map((one, index) => one === other[index])).toEqual(
            phrase.map((_, index) => index !== word),
          );
        },
      ),
    );
  });

  it('asks for ten bytes', () => {
    const asked: number[] = [];
    makePassphrase((length) => {
      asked.push(length);
      return new Uint8Array(length);
    });
    expect(asked).toEqual([10]);
  });
});
