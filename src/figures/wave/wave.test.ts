import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnBy, differs, groupsOf, indicatorBy } from './breakdown.ts';
import { coOccurrences, saturation } from './co-occurrence.ts';
import { either, inCategories, mentioning, NO, OUTSIDE, overlapping, together, YES } from './indicator.ts';
import { pairTable, shareOf } from './share.ts';
import {
  type Column,
  type Design,
  NOT_ANSWERED,
  NOT_ASKED,
  NOT_SHOWN,
  type Passage,
  type WaveData,
} from './wave-data.ts';

const passage = (interview: number, code: string, start = 0, end = 5, question = 'A1.1'): Passage => ({
  interview,
  question,
  start,
  end,
  code,
});
const wave = (interviews: number, passages: readonly Passage[]): WaveData => ({
  interviews,
  design: { strata: [{ name: 'all', population: null }], of: new Uint16Array(interviews) },
  backgrounds: [],
  columns: [],
  passages,
});
const column = (values: readonly number[], categories = ['yes', 'no']): Column => ({
  id: 'j',
  kind: 'judgement',
  question: 'A1.1',
  categories,
  of: Uint8Array.from(values),
});
const oneStratum = (interviews: number, population: number | null): Design => ({
  strata: [{ name: 'all', population }],
  of: new Uint16Array(interviews),
});
const yes = (of: number, all: number) => ({
  of: Uint8Array.from({ length: all }, (_, at) => (at < of ? YES : NO)),
  denominator: 'all' as const,
});

describe('who is counted', () => {
  it('states whom a share is of', () => {
    const judged = column([0, 1, NOT_SHOWN, NOT_ANSWERED, NOT_ASKED]);
    const inside = (denominator: 'asked' | 'answered' | 'judgeable') =>
      [...inCategories(judged, ['yes'], denominator).of]
        .map((value) => (value === OUTSIDE ? '-' : value))
        .join('');
    expect(inside('judgeable')).toBe('10---');
    expect(inside('answered')).toBe('100--');
    expect(inside('asked')).toBe('1000-');
  });

  it('counts interviews that mention a code, once each, and none that also mention another', () => {
    const data = wave(4, [
      passage(0, 'a'),
      passage(0, 'a', 9, 12),
      passage(1, 'b'),
      passage(2, 'a'),
      passage(2, 'b'),
    ]);
    expect([...mentioning(data, ['a']).of]).toEqual([1, 0, 1, 0]);
    expect([...mentioning(data, ['a'], ['b']).of]).toEqual([1, 0, 0, 0]);
    expect([...mentioning(data, ['a', 'b']).of]).toEqual([1, 1, 1, 0]);
  });

  it('tells the same passage from the same interview', () => {
    const data = wave(4, [
      passage(0, 'a', 0, 9),
      passage(0, 'b', 4, 12),
      passage(1, 'a', 0, 4),
      passage(1, 'b', 4, 12),
      passage(2, 'a', 0, 9, 'A1.1'),
      passage(2, 'b', 0, 9, 'A1.2'),
    ]);
    expect([...overlapping(data, [['a'], ['b']]).of]).toEqual([1, 0, 0, 0]);
    expect([...together(data, [['a'], ['b']]).of]).toEqual([1, 1, 1, 0]);
    // Three that meet in pairs but have no piece in common.
    const triple = wave(1, [
      passage(0, 'a', 0, 6),
      passage(0, 'b', 4, 10),
      passage(0, 'c', 0, 2),
      passage(0, 'c', 8, 12),
    ]);
    expect([...overlapping(triple, [['a'], ['b'], ['c']]).of]).toEqual([0]);
  });

  it('takes either of two where one is outside', () => {
    const of = (...values: number[]) => ({ of: Uint8Array.from(values), denominator: 'judgeable' as const });
    expect([...either([of(YES, NO, OUTSIDE, OUTSIDE), of(NO, OUTSIDE, YES, OUTSIDE)]).of]).toEqual([
      1, 0, 1, 2,
    ]);
  });
});

describe('shares of a wave', () => {
  it('has the interval of 34 of 98 in 290', () => {
    const share = shareOf(yes(34, 98), oneStratum(98, 290));
    expect(share).toMatchObject({ x: 34, n: 98, outside: 0 });
    expect(share.unweighted.interval?.[0]).toBeCloseTo(0.275, 3);
    expect(share.unweighted.interval?.[1]).toBeCloseTo(0.427, 3);
    expect(share.weighted?.estimate).toBeCloseTo(34 / 98, 12);
  });

  it('gives counts and no interval where the sample was not drawn by chance', () => {
    const share = shareOf(yes(34, 98), oneStratum(98, null));
    expect(share).toMatchObject({ x: 34, n: 98, weighted: null });
    expect(share.unweighted).toMatchObject({ interval: null, estimate: 34 / 98 });
  });

  it('joins a stratum without interviews to its neighbour, and says so', () => {
    const strata = ['small', 'middle', 'large'].map((name) => ({ name, population: 50 }));
    const of = Uint16Array.from([0, 0, 2, 2]);
    const share = shareOf({ of: Uint8Array.from([1, 0, 1, 1]), denominator: 'all' }, { strata, of });
    expect(share.joined).toEqual([['middle', 'large']]);
    expect(share.weighted?.estimate).toBeCloseTo((50 * 0.5 + 100 * 1) / 150, 12);
  });

  it('says that a share of nobody is none', () => {
    const share = shareOf(
      { of: new Uint8Array(3).fill(OUTSIDE), denominator: 'judgeable' },
      oneStratum(3, 290),
    );
    expect(share).toMatchObject({ x: 0, n: 0, outside: 3 });
    expect(share.unweighted.estimate).toBeNull();
  });

  it('pairs only interviews inside both', () => {
    const of = (...values: number[]) => ({ of: Uint8Array.from(values), denominator: 'all' as const });
    expect(pairTable(of(1, 1, 0, 0, 2), of(1, 0, 1, 0, 1))).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });
});

describe('breakdowns', () => {
  it('keep every interview of a group in some category', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(0, 1, NOT_SHOWN, NOT_ANSWERED, NOT_ASKED), fc.nat(2)), {
          minLength: 1,
        }),
        (rows) => {
          const background = {
            id: 'size',
            values: ['s', 'm', 'l'],
            of: Uint8Array.from(rows.map(([, group]) => group)),
          };
          const groups = groupsOf(background, 5);
          const table = columnBy(column(rows.map(([value]) => value)), groups);
          const sums = table.counts.map((row) => row.reduce((so, count) => so + count, 0));
          expect(sums.reduce((so, sum) => so + sum, 0)).toBe(rows.length);
          for (const [group, sum] of sums.entries())
            expect(sum).toBe([...groups.of].filter((of) => of === group).length);
        },
      ),
    );
  });

  it('test for a difference on those inside alone', () => {
    const groups = { names: ['a', 'b'], of: Uint8Array.from([0, 0, 0, 0, 1, 1, 1, 1, 1]) };
    const table = indicatorBy(
      { of: Uint8Array.from([1, 1, 1, 0, 1, 0, 0, 0, 2]), denominator: 'all' },
      groups,
    );
    expect(table.counts).toEqual([
      [3, 1, 0],
      [1, 3, 1],
    ]);
    expect(differs(table)?.p).toBeCloseTo(0.4857, 4);
    expect(
      differs({
        ...table,
        counts: [
          [3, 0, 1],
          [2, 0, 1],
        ],
      }),
    ).toBeNull();
  });
});

describe('co-occurrence and saturation', () => {
  it('count pairs over a common piece, interviews once', () => {
    const data = wave(3, [
      passage(0, 'a', 0, 9),
      passage(0, 'b', 4, 12),
      passage(0, 'b', 5, 6),
      passage(1, 'a', 0, 4),
      passage(1, 'b', 4, 8),
      passage(2, 'b', 0, 4),
      passage(2, 'a', 1, 3),
    ]);
    expect(coOccurrences(data)).toEqual([{ one: 'a', other: 'b', interviews: 2, passages: 3 }]);
  });

  it('agrees with comparing every pair', () => {
    const some = fc.record({
      interview: fc.nat(2),
      question: fc.constantFrom('q', 'r'),
      start: fc.nat(10),
      length: fc.integer({ min: 1, max: 6 }),
      code: fc.constantFrom('a', 'b', 'c'),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 25 }), (list) => {
        const passages = list.map(({ length, ...rest }) => ({ ...rest, end: rest.start + length }));
        let pairs = 0;
        for (const [at, one] of passages.entries())
          for (const other of passages.slice(at + 1))
            if (
              one.interview === other.interview &&
              one.question === other.question &&
              one.code !== other.code &&
              one.start < other.end &&
              other.start < one.end
            )
              pairs++;
        const got = coOccurrences(wave(3, passages));
        expect(got.reduce((so, pair) => so + pair.passages, 0)).toBe(pairs);
      }),
    );
  });

  it('tells how many codes were met so far', () => {
    const data = wave(3, [passage(0, 'a'), passage(0, 'b'), passage(1, 'a'), passage(2, 'c')]);
    expect(saturation(data, [0, 1, 2])).toEqual([
      { met: 2, fresh: 2 },
      { met: 2, fresh: 0 },
      { met: 3, fresh: 1 },
    ]);
  });
});
