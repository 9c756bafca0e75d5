import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alpha } from '../alpha.ts';
import { nominal } from '../distances.ts';
import { ratingsOf, tallyOf } from '../ratings.ts';
import { REASONS } from '../reasons.ts';
import { alphaUnitizing2004 } from './alpha-2004.ts';
import { unitizingAlphas } from './alpha-2016.ts';
import { byTheme, flattened, type Span, type Unitization, unitizationOf } from './spans.ts';

const span = (start: number, length: number, value: string): Span => ({ start, end: start + length, value });

describe('alpha for unitizing of 2004', () => {
  it('gives the published figures of Krippendorff 2004, p. 254', () => {
    const from = (start: number, length: number, value: string) => span(start - 150, length, value);
    const same = [from(180, 60, 'k'), from(300, 50, 'k')];
    const i = [from(225, 70, 'c'), from(370, 30, 'c')];
    const j = [from(220, 80, 'c'), from(355, 20, 'c'), from(400, 20, 'c')];
    // c and k lie on one another here: each value is looked at alone.
    const { overall, byValue } = alphaUnitizing2004(
      [
        [...i, ...same],
        [...j, ...same],
      ],
      300,
    );
    expect(byValue.get('c')?.observed).toBeCloseTo(0.0144, 4);
    expect(byValue.get('c')?.expected).toBeCloseTo(0.0532, 4);
    expect(byValue.get('c')?.value).toBeCloseTo(0.728599, 6);
    expect(byValue.get('k')?.value).toBe(1);
    expect(overall.value).toBeCloseTo(0.858665, 6);
    expect(Math.abs((overall.value ?? 0) - 0.8591)).toBeLessThan(0.0005);
  });
});

/** Plain and slow, by single places: what the family is meant to be, without a formula. */
const bruteForce = (coders: readonly Unitization[], length: number, only: 'all' | 'binary' | 'marked') => {
  interface Place {
    readonly value: string;
    /** Whose passage it is of; places of gaps are things of their own. */
    readonly thing: string;
  }
  const marked = coders.map((spans) =>
    Array.from({ length }, (_, at): Place => {
      const index = spans.findIndex(({ start, end }) => start <= at && at < end);
      const value = index < 0 ? 'gap' : (spans[index]?.value ?? '');
      return {
        value: only === 'binary' && index >= 0 ? 'marked' : value,
        thing: index < 0 ? `gap ${at}` : `${index}`,
      };
    }),
  );
  const counts = (at: number, coder: number): boolean =>
    only !== 'marked' || marked[coder]?.[at]?.value !== 'gap';
  let differ = 0;
  let meet = 0;
  const pool: (Place & { readonly coder: number })[] = [];
  for (let at = 0; at < length; at++) {
    const here = marked.flatMap((places, coder) => {
      const place = places[at];
      return place !== undefined && counts(at, coder) ? [{ ...place, coder }] : [];
    });
    if (here.length < 2) continue;
    pool.push(...here);
    for (const a of here) {
      for (const b of here) {
        if (a.coder === b.coder) continue;
        meet += 1 / (here.length - 1);
        if (a.value !== b.value) differ += 1 / (here.length - 1);
      }
    }
  }
  let chanceDiffer = 0;
  let chanceMeet = 0;
  for (const a of pool) {
    for (const b of pool) {
      if (a.coder === b.coder && a.thing === b.thing) continue;
      chanceMeet++;
      if (a.value !== b.value) chanceDiffer++;
    }
  }
  return chanceDiffer === 0 ? null : 1 - differ / meet / (chanceDiffer / chanceMeet);
};

const anyUnitization = (length: number) =>
  fc
    .array(
      fc.tuple(
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 1, max: 6 }),
        fc.constantFrom('a', 'b', 'c'),
      ),
      {
        maxLength: 6,
      },
    )
    .map((pieces): Unitization => {
      const spans: Span[] = [];
      let at = 0;
      for (const [gap, size, value] of pieces) {
        if (at + gap + size > length) break;
        spans.push(span(at + gap, size, value));
        at += gap + size;
      }
      return spans;
    });

describe('the family of 2016', () => {
  const LENGTH = 20;

  it('equals counting every pair of places, whole and binary for any number of coders', () => {
    fc.assert(
      fc.property(fc.array(anyUnitization(LENGTH), { minLength: 2, maxLength: 4 }), (coders) => {
        fc.pre(coders.some((spans) => spans.length > 0));
        const { whole, binary } = unitizingAlphas(coders, LENGTH);
        for (const [got, kind] of [
          [whole, 'all'],
          [binary, 'binary'],
        ] as const) {
          const wanted = bruteForce(coders, LENGTH, kind);
          if (wanted === null || got.value === null) expect(got.value).toBe(wanted);
          else expect(got.value).toBeCloseTo(wanted, 9);
        }
      }),
    );
  });

  it('equals counting every pair of marked places', () => {
    fc.assert(
      fc.property(fc.array(anyUnitization(LENGTH), { minLength: 2, maxLength: 4 }), (coders) => {
        const { coding } = unitizingAlphas(coders, LENGTH);
        const wanted = bruteForce(coders, LENGTH, 'marked');
        if (wanted === null || coding.value === null) expect(coding.value).toBe(wanted);
        else expect(coding.value).toBeCloseTo(wanted, 9);
      }),
    );
  });

  it('does not care whether two coders share one list', () => {
    const one = [span(0, 4, 'a'), span(5, 2, 'b')];
    const third = [span(1, 4, 'b')];
    const copied = one.map((each) => ({ ...each }));
    expect(unitizingAlphas([one, one, third], LENGTH)).toEqual(unitizingAlphas([one, copied, third], LENGTH));
  });

  it('codes one-place passages as alpha codes units with missing values', () => {
    const anyCell = fc.constantFrom('a', 'b', null);
    fc.assert(
      fc.property(fc.array(fc.tuple(anyCell, anyCell, anyCell), { minLength: 1, maxLength: 20 }), (rows) => {
        const coders = [0, 1, 2].map((coder) =>
          rows.flatMap((row, at) => (row[coder] == null ? [] : [span(at, 1, row[coder])])),
        );
        const ratings = ratingsOf(rows);
        const plain = alpha(tallyOf(ratings), nominal(ratings.values));
        const { coding } = unitizingAlphas(coders, rows.length);
        if (plain.value === null) expect(coding.value).toBeNull();
        else expect(coding.value).toBeCloseTo(plain.value, 9);
      }),
    );
  });

  it('is plain alpha where every passage is one place long', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', ''), fc.constantFrom('a', 'b', '')), {
          minLength: 2,
          maxLength: 20,
        }),
        (pairs) => {
          const coders = [0, 1].map((coder) =>
            pairs.flatMap((pair, at) => (pair[coder] === '' ? [] : [span(at, 1, pair[coder] ?? '')])),
          );
          fc.pre(coders.some((spans) => spans.length > 0));
          const ratings = ratingsOf(pairs);
          const plain = alpha(tallyOf(ratings), nominal(ratings.values));
          const { whole } = unitizingAlphas(coders, pairs.length);
          if (plain.value === null) expect(whole.value).toBeNull();
          else expect(whole.value).toBeCloseTo(plain.value, 9);
        },
      ),
    );
  });

  it('is 1 where all agree, and does not ask who is who or what codes are called', () => {
    fc.assert(
      fc.property(anyUnitization(LENGTH), anyUnitization(LENGTH), (a, b) => {
        for (const { value } of Object.values({
          ...unitizingAlphas([a, a], LENGTH),
          byValue: { value: null },
        })) {
          if (value !== null) expect(value).toBeCloseTo(1, 9);
        }
        const names = (spans: Unitization) =>
          byTheme(spans, (code) => ({ a: 'z', b: 'y', c: 'x' })[code] ?? '');
        const before = unitizingAlphas([a, b], LENGTH);
        const after = unitizingAlphas([names(b), names(a)], LENGTH);
        for (const name of ['whole', 'binary', 'coding'] as const) {
          expect(after[name].value ?? 9).toBeCloseTo(before[name].value ?? 9, 9);
        }
        expect(after.byValue.get('z')?.value ?? 9).toBeCloseTo(before.byValue.get('a')?.value ?? 9, 9);
      }),
    );
  });

  it('says why there is no figure', () => {
    expect(unitizingAlphas([[span(0, 2, 'a')]], 5).whole.reason).toBe(REASONS.oneCoder);
    expect(unitizingAlphas([[], []], 5).whole.reason).toBe(REASONS.noPassage);
    const apart = unitizingAlphas([[span(0, 2, 'a')], [span(2, 2, 'a')]], 5);
    expect(apart.coding.reason).toBe(REASONS.nothingMarkedTwice);
    expect(apart.whole.value).toBeLessThan(0);
    const oneCode = unitizingAlphas([[span(0, 2, 'a')], [span(0, 2, 'a')]], 5);
    expect(oneCode.coding.reason).toBe(REASONS.oneCode);
    expect(oneCode.byValue.get('a')?.reason).toBe(REASONS.oneCode);
    expect(unitizingAlphas([[span(0, 5, 'a')], [span(0, 5, 'a')]], 5).binary.reason).toBe(REASONS.noGap);
  });
});

describe('spans', () => {
  it('refuses what is no unitization', () => {
    const reason = (spans: readonly Span[]) => {
      const read = unitizationOf(spans, 10);
      return read.ok ? read.value.map(({ start }) => start) : read.error.reason;
    };
    expect(reason([span(5, 5, 'a'), span(0, 5, 'a')])).toEqual([0, 5]);
    expect(reason([span(3, 0, 'a')])).toContain('empty');
    expect(reason([span(0, 5, 'a'), span(4, 2, 'b')])).toContain('overlap');
    expect(reason([span(8, 5, 'a')])).toContain('after the text');
  });

  it('cuts overlapping passages into pieces that bear the set of codes', () => {
    expect(flattened([span(0, 6, 'b'), span(4, 6, 'a'), span(12, 1, 'a')])).toEqual([
      span(0, 4, '["b"]'),
      span(4, 2, '["a","b"]'),
      span(6, 4, '["a"]'),
      span(12, 1, '["a"]'),
    ]);
  });
});
