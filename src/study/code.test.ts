import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeHash, formatCode, makeCode, parseCode } from './code.ts';

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });

describe('code', () => {
  it('carries all 128 bits: other bytes, other code', () => {
    fc.assert(
      fc.property(bytes, fc.nat(15), fc.integer({ min: 1, max: 255 }), (given, place, change) => {
        const code = makeCode(() => given);
        expect(code).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
        const other = given.map((byte, index) => (index === place ? byte ^ change : byte));
        expect(makeCode(() => other)).not.toBe(code);
      }),
    );
  });

  it('is read again however it is typed', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        const code = makeCode(() => given);
        const shown = formatCode(code);
        expect(shown).toHaveLength(31);
        const lookAlikes = shown.toLowerCase().replaceAll('1', 'l').replaceAll('0', 'o');
        for (const text of [shown, ` ${shown}\n`, lookAlikes, shown.replaceAll('-', ' ')]) {
          expect(parseCode(text)).toEqual({ ok: true, value: code });
        }
      }),
    );
  });

  it('says what is wrong', () => {
    expect(parseCode('')).toEqual({ ok: false, error: { type: 'code_length', length: 0 } });
    expect(parseCode('U')).toEqual({ ok: false, error: { type: 'code_character', character: 'U' } });
  });

  it('is hashed under its own prefix', async () => {
    expect(await codeHash('00000000000000000000000000')).toBe(
      '1a1a5f0d71fec1ee49b7b2bd2e7f0e1d3ab8c7ca7a6687e26b21455f95d3d827',
    );
  });
});
