import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alpha } from './alpha.ts';
import { type CodeSet, jaccard, jaccardDistance, masi, masiDistance, nominal, setKey } from './distances.ts';
import { ratingsOf, tallyOf } from './ratings.ts';

const set = (codes: string): CodeSet => new Set(codes);
const anySet = fc.subarray([...'abcd']).map((codes): CodeSet => new Set(codes));
const rows = (texts: readonly (readonly [string, string])[]) =>
  ratingsOf(
    texts.map((pair) => pair.map(set)),
    setKey,
  );

describe('distances between sets of codes', () => {
  it('follows Passonneau 2006', () => {
    expect(masiDistance(set('ab'), set('ab'))).toBe(0);
    expect(masiDistance(set('ab'), set('abcd'))).toBeCloseTo(1 - (1 / 2) * (2 / 3), 12);
    expect(masiDistance(set('abc'), set('bcd'))).toBeCloseTo(1 - (1 / 2) * (1 / 3), 12);
    expect(masiDistance(set('ab'), set('cd'))).toBe(1);
    expect(jaccardDistance(set('ab'), set('abcd'))).toBe(0.5);
  });

  it('takes two empty sets for the same, and an empty one for apart from any other', () => {
    expect([masiDistance(set(''), set('')), jaccardDistance(set(''), set(''))]).toEqual([0, 0]);
    expect([masiDistance(set(''), set('a')), jaccardDistance(set(''), set('a'))]).toEqual([1, 1]);
  });

  it('is alike in both directions, 0 for the same alone, and MASI never below Jaccard', () => {
    fc.assert(
      fc.property(anySet, anySet, (a, b) => {
        for (const distance of [masiDistance, jaccardDistance]) {
          expect(distance(a, b)).toBe(distance(b, a));
          expect(distance(a, b) === 0).toBe(setKey(a) === setKey(b));
        }
        expect(masiDistance(a, b)).toBeGreaterThanOrEqual(jaccardDistance(a, b) - 1e-12);
      }),
    );
  });
});

describe('alpha over sets', () => {
  it('equals a plain computation over all pairs of values', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anySet, anySet), { minLength: 2, maxLength: 10 }), (pairs) => {
        const ratings = ratingsOf(pairs, setKey);
        const all = pairs.flat();
        let observed = 0;
        for (const [a, b] of pairs) observed += masiDistance(a, b) / pairs.length;
        let expected = 0;
        for (const [i, a] of all.entries()) {
          for (const [j, b] of all.entries())
            if (i !== j) expected += masiDistance(a, b) / (all.length * (all.length - 1));
        }
        fc.pre(expected > 0);
        expect(alpha(tallyOf(ratings), masi(ratings.values)).value).toBeCloseTo(1 - observed / expected, 10);
      }),
    );
  });

  it('forgives a subset where the nominal distance does not', () => {
    const ratings = rows([
      ['ab', 'a'],
      ['c', 'c'],
      ['cd', 'd'],
      ['', ''],
    ]);
    const tally = tallyOf(ratings);
    const [strict, mild, milder] = [nominal, masi, jaccard].map(
      (metric) => alpha(tally, metric(ratings.values)).value ?? Number.NaN,
    );
    expect(strict).toBeLessThan(mild ?? 0);
    expect(mild).toBeLessThan(milder ?? 0);
  });
});
