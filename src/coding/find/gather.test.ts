import { expect, test } from 'vitest';
import type { AnswerRow, SegmentRow } from '../../study/rows.ts';
import { gather, hitIn, passagesOf } from './gather.ts';

const notes = 'Vi har möten. Ingen har tid att följa upp kraven.';
const answer = { id: 'i/A1.1', interview: 'i', question: 'A1.1', notes, revision: 1 } as AnswerRow;
const row = (
  id: string,
  start: number,
  end: number,
  code: string,
  more: Partial<SegmentRow> = {},
): SegmentRow => ({
  id: `${id}/A1.1`,
  interview: 'i',
  start,
  end,
  revision: 1,
  code,
  coder: 'kim',
  codebook: 1,
  ...more,
});

test('a hit codes what was found, its sentence, or all', () => {
  const hit = hitIn(answer, 'krav ');
  if (!hit) throw new Error('it is there');
  const cut = (as: 'word' | 'sentence' | 'answer') =>
    passagesOf(hit, as).map(({ start, end }) => notes.slice(start, end));
  expect(cut('word')).toEqual(['kraven']);
  expect(cut('sentence')).toEqual(['Ingen har tid att följa upp kraven.']);
  expect(cut('answer')).toEqual([notes]);
  expect(hitIn(answer, 'pengar ')).toBeNull();
});

test('passages of a code, with and without others over them, by layer, through mergers', () => {
  const segments = [
    row('1', 0, 13, 'x'),
    row('2', 14, 30, 'x'),
    row('3', 5, 8, 'y'),
    row('4', 0, 5, 'x', { coder: 'robin' }),
    row('5', 0, 5, 'old'),
    row('6', 0, 5, 'x', { settled: true }),
  ];
  const all = { code: 'x', question: '', stratum: '', layer: 'own', withCode: '', withoutCode: '' } as const;
  const codeOf = (id: string): string => (id === 'old' ? 'x' : id);
  const ids = (filters: Parameters<typeof gather>[1]) =>
    gather(segments, filters, 'kim', codeOf, () => undefined).map(({ row: { id } }) => id.charAt(0));
  expect(ids(all).toSorted()).toEqual(['1', '2', '5']);
  expect(ids({ ...all, withCode: 'y' })).toEqual(['1']);
  expect(ids({ ...all, withoutCode: 'y' }).toSorted()).toEqual(['2', '5']);
  expect(ids({ ...all, layer: 'settled' })).toEqual(['6']);
  expect(ids({ ...all, question: 'A2.2' })).toEqual([]);
});
