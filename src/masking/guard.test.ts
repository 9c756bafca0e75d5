import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guard, guardAll, luhnHolds, normalise } from './guard.ts';
import table from './guard-rules.json' with { type: 'json' };
import vectors from './guard-vectors.json' with { type: 'json' };

describe('the guard', () => {
  test.each(vectors)('$kind: $text', ({ text, kind }) => {
    expect(guard(text)?.kind ?? null).toBe(kind);
  });

  test('its patterns keep to what PostgreSQL reads alike', () => {
    for (const { pattern } of table.rules) expect(pattern).not.toMatch(/\\[a-zA-Z0-9]|\(\?<|\*\?|\+\?|\}\?/u);
  });

  test('tables of look-alikes pair up', () => {
    expect(Array.from(table.translate_from)).toHaveLength(Array.from(table.translate_to).length);
  });

  test('offsets are those of the text as given', () => {
    const text = 'ring 07\u200b0-123 45 67 nu';
    const [find] = guardAll(text);
    expect(find && text.slice(find.start, find.end)).toBe('07\u200b0-123 45 67');
  });

  test('finds every identifier in a text, each once', () => {
    const text = 'Ring 070-123 45 67 eller 0512-310 00, mejla a.b@vara.se, se www.vara.se, pnr 850709-9805';
    expect(guardAll(text).map((find) => find.kind)).toEqual([
      'phone',
      'phone',
      'email',
      'url',
      'personnummer',
    ]);
  });

  test('the checksum', () => {
    expect(luhnHolds('850709-9805')).toBe(true);
    expect(luhnHolds('850709-9806')).toBe(false);
  });

  test('any text is read without a crash and within its bounds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const find of guardAll(text)) {
          expect(find.start).toBeLessThan(find.end);
          expect(find.end).toBeLessThanOrEqual(text.length);
        }
        const plain = normalise(text);
        expect(plain.from).toHaveLength(plain.text.length);
      }),
    );
  });

  test('zero-width characters and odd spaces hide nothing', () => {
    const noise = fc.array(fc.constantFrom('', '', '\u200b', '\u2060', '\ufeff', '\u00ad'), {
      minLength: 40,
      maxLength: 40,
    });
    fc.assert(
      fc.property(
        fc.constantFrom('850709-9805', 'anna@vara.se', '0701234567', '+46701234567'),
        noise,
        (id, dust) => {
          const text = Array.from(id, (char, i) => char + (dust[i] ?? '')).join('');
          expect(guard(text)).not.toBeNull();
        },
      ),
    );
  });
});
