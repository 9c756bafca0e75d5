import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Asked, type Comparable, trends } from './trend.ts';

const asked = (id: string, earlier: number, later: number, rest: Partial<Asked> = {}): Asked => ({
  id,
  earlier: { wave: '2025', x: earlier, n: 100 },
  later: { wave: '2026', x: later, n: 100 },
  comparable: { type: 'same' },
  ...rest,
});
const of = (list: readonly Asked[]) => {
  const got = trends(list);
  if (!got.ok) throw new Error(got.error.reason);
  return got.value;
};

describe('trends', () => {
  it('finds a change of thirty points, and says what it could have seen', () => {
    const [up] = of([asked('A1.1', 30, 60)]);
    if (up?.type !== 'compared') throw new Error('not compared');
    expect(up.change.estimate).toBeCloseTo(0.3, 12);
    expect(up.change.interval?.[0]).toBeGreaterThan(0.1);
    expect(up.visible).toBeCloseTo(0.1386, 4);
  });

  it('never compares what may not be: reworded, new, dropped, without bridge or over a weak one', () => {
    const no = (because: Extract<Comparable, { type: 'no' }>['because']): Comparable => ({
      type: 'no',
      because,
    });
    expect(
      of([
        asked('a', 1, 2, { comparable: no('reworded') }),
        asked('b', 1, 2, { comparable: no('new') }),
        asked('c', 1, 2, { bridge: null }),
        asked('d', 1, 2, { bridge: 0.66 }),
        asked('e', 1, 2, { bridge: 0.667 }),
        asked('f', 0, 2, { earlier: { wave: '2025', x: 0, n: 0 } }),
      ]).map((trend) => (trend.type === 'compared' ? 'compared' : trend.because)),
    ).toEqual(['reworded', 'new', 'no_bridge', 'bridge_too_low', 'compared', 'nobody']);
  });

  it('marks what somebody decided to compare', () => {
    expect(
      of([asked('A5.1', 30, 50, { comparable: { type: 'by_decision', why: 'same sense' } })])[0],
    ).toMatchObject({
      type: 'compared',
      mark: 'same sense',
    });
  });

  it('adjusts over those compared alone, never downwards, and turns round with its waves', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(100), fc.nat(100)), { minLength: 1, maxLength: 8 }), (pairs) => {
        const forth = of(pairs.map(([a, b], at) => asked(`${at}`, a, b)));
        const back = of(pairs.map(([a, b], at) => asked(`${at}`, b, a)));
        for (const [at, trend] of forth.entries()) {
          const turned = back[at];
          if (trend.type !== 'compared' || turned?.type !== 'compared') throw new Error('not compared');
          expect(trend.adjusted ?? 0).toBeGreaterThanOrEqual((trend.change.p ?? 0) - 1e-12);
          expect(trend.change.estimate).toBeCloseTo(-(turned.change.estimate ?? 9), 12);
        }
      }),
    );
  });
});
