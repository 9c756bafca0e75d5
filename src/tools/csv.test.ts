import { describe, expect, it } from 'vitest';
import { readCsv } from './csv.ts';

const rows = (text: string) => {
  const read = readCsv(text);
  return read.ok ? read.value.map(({ line, values }) => [line, ...values]) : read.error;
};

describe('readCsv', () => {
  it('reads plain and quoted values, whatever the line ends', () => {
    expect(rows('a,b\r\n1, "x, ""y""" \n\n2,\r3,c')).toEqual([
      [1, 'a', 'b'],
      [2, '1', 'x, "y"'],
      [4, '2', ''],
      [5, '3', 'c'],
    ]);
    expect(rows('')).toEqual([]);
    expect(rows('a,')).toEqual([[1, 'a', '']]);
    expect(rows('""\n')).toEqual([[1, '']]);
  });

  it('counts lines through a value that holds some', () => {
    expect(rows('"a\nb",1\nc,2')).toEqual([
      [1, 'a\nb', '1'],
      [3, 'c', '2'],
    ]);
  });

  it('tells the line of a stray quotation mark', () => {
    expect(rows('a\nb "c" d')).toMatchObject({ line: 2 });
    expect(rows('a\n"b')).toMatchObject({ line: 2 });
  });
});
