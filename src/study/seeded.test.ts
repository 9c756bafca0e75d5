import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from './seeded.ts';

describe('seeded chance', () => {
  it('repeats: these numbers may never change, samples were drawn with them', () => {
    const chance = seeded('lägesbild');
    expect(Array.from({ length: 4 }, () => chance.below(1000))).toEqual([89, 869, 362, 721]);
  });

  it('gives other numbers for other seeds', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const first = seeded(one);
        const second = seeded(other);
        const same = Array.from({ length: 8 }, () => first.next() === second.next()).every(Boolean);
        expect(same).toBe(one === other);
      }),
    );
  });

  it('is spread evenly', () => {
    for (const seed of [0, 1, 2, 'a', 'b', '']) {
      const chance = seeded(seed);
      const counts = Array.from({ length: 10 }, () => 0);
      for (let draw = 0; draw < 20_000; draw++) {
        const cell = chance.below(10);
        counts[cell] = (counts[cell] ?? 0) + 1;
      }
      // chi-square with 9 degrees of freedom: 33.7 is passed once in ten thousand
      expect(counts.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0)).toBeLessThan(33.7);
    }
  });

  it('shuffles without losing anything and leaves the list alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (list, seed) => {
        const before = [...list];
        const shuffled = seeded(seed).shuffle(list);
        expect(list).toEqual(before);
        expect(shuffled.toSorted((a, b) => a - b)).toEqual(before.toSorted((a, b) => a - b));
      }),
    );
  });

  it('picks by weight and never what weighs nothing', () => {
    const chance = seeded(7);
    const picks = Array.from({ length: 1000 }, () =>
      chance.weighted(['no', 'one', 'three'], (x) => (x === 'no' ? 0 : x === 'one' ? 1 : 3)),
    );
    expect(picks).not.toContain('no');
    expect(picks.filter((x) => x === 'three').length).toBeGreaterThan(650);
  });
});
