import { describe, expect, it } from 'vitest';
import { lineOf, lineOfFault } from './line-of.ts';

const text = JSON.stringify({ a: [1, { 'b/c': 'x', d: [] }, [2, 3]], e: { f: '{"a": [' } }, null, 1);
const lineHolding = (part: string) => text.split('\n').findIndex((line) => line.includes(part)) + 1;

describe('lineOf', () => {
  it('finds values in objects and lists', () => {
    expect(lineOf(text, '')).toBe(1);
    expect(lineOf(text, '/a')).toBe(lineHolding('"a"'));
    expect(lineOf(text, '/a/0')).toBe(3);
    expect(lineOf(text, '/a/1')).toBe(4);
    expect(lineOf(text, '/a/1/b~1c')).toBe(lineHolding('b/c'));
    expect(lineOf(text, '/a/1/d')).toBe(lineHolding('"d"'));
    expect(lineOf(text, '/a/2/1')).toBe(lineHolding('  3'));
    expect(lineOf(text, '/e/f')).toBe(lineHolding('"f"'));
  });

  it('names the part around what is missing', () => {
    expect(lineOf(text, '/a/1/z')).toBe(4);
    expect(lineOf(text, '/e/f/g')).toBe(lineHolding('"f"'));
    expect(lineOf(text, '/q')).toBe(1);
  });
});

describe('lineOfFault', () => {
  it('finds the line, whatever is wrong in it', () => {
    const lines = text.split('\n');
    for (let line = 1; line <= lines.length; line++) {
      const broken = lines.with(line - 1, `${lines[line - 1]} !`).join('\n');
      expect(lineOfFault(broken)).toBe(line);
    }
  });

  it('names the last line where the text ends too early', () => {
    expect(lineOfFault(text.slice(0, -1))).toBe(text.split('\n').length);
    expect(lineOfFault('{\n"a": 1,\n')).toBe(3);
    expect(lineOfFault('')).toBe(1);
  });
});
