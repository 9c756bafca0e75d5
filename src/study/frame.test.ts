import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFrame, strataOf } from './frame.ts';

const problem = (text: string) => {
  const result = parseFrame(text);
  return result.ok ? 'ok' : `${result.error.line}: ${result.error.reason}`;
};

describe('parseFrame', () => {
  it('reads the frame of the study: 290 municipalities, five strata', () => {
    const result = parseFrame(
      readFileSync('questionnaires/it-sakerhet-upphandling/2025/sample-frame.csv', 'utf8'),
    );
    if (!result.ok) throw new Error(result.error.reason);
    expect(result.value).toHaveLength(290);
    expect(result.value[0]).toEqual({ code: '0114', name: 'Upplands Väsby', stratum: 'storstadsområde' });
    const sizes = strataOf(result.value).map(
      (name) => result.value.filter((unit) => unit.stratum === name).length,
    );
    expect(sizes.toSorted((a, b) => a - b)).toEqual([39, 41, 53, 72, 85]);
  });

  it('takes columns in any order, CRLF, a byte order mark and quoted commas', () => {
    expect(parseFrame('\uFEFFstratum,x,name,code\r\nnorr,1,"Ekby, ""södra""",7\r\n')).toEqual({
      ok: true,
      value: [{ code: '7', name: 'Ekby, "södra"', stratum: 'norr' }],
    });
  });

  it('refuses the rest with its line', () => {
    expect(problem('')).toBe('1: the heading lacks code, name, stratum');
    expect(problem('code,name\n1,a')).toBe('1: the heading lacks stratum');
    expect(problem('code,name,stratum,name\n')).toBe('1: the heading names a column twice');
    expect(problem('code,"name,stratum\n')).toBe('1: the heading has a quotation mark that is not closed');
    expect(problem('code,name,stratum\n')).toBe('1: holds no organisation');
    expect(problem('code,name,stratum\n1,a\n')).toBe('2: has 2 values where the heading has 3');
    expect(problem('code,name,stratum\n1,a,n\n\n2,b,n')).toBe('3: has 1 values where the heading has 3');
    expect(problem('code,name,stratum\n1, ,n\n')).toBe('2: has no name');
    expect(problem('code,name,stratum\n1,a,n\n1,b,n\n')).toBe('3: code 1 stands on line 2 already');
    expect(problem('code,name,stratum\n1,"a,n\n')).toBe('2: a quotation mark is not closed');
  });

  it('reads back what is written with quotation marks', () => {
    const value = fc
      .string({ minLength: 1 })
      .filter((text) => text.trim() === text && !/[\r\n\uFEFF]/.test(text));
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(value, value, value, (code, name, stratum) => {
        const text = `code,name,stratum\n${[code, name, stratum].map(quoted).join(',')}\n`;
        expect(parseFrame(text)).toEqual({ ok: true, value: [{ code, name, stratum }] });
      }),
    );
  });
});
