import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../study/allocation.ts';
import type { FrameUnit } from '../../study/frame.ts';
import { type Choice, drawArgs, planSample } from './plan.ts';

const frameOf = (sizes: Readonly<Record<string, number>>): readonly FrameUnit[] =>
  Object.entries(sizes).flatMap(([stratum, n]) =>
    Array.from({ length: n }, (_, index) => ({
      code: `${stratum}-${String(index).padStart(4, '0')}`,
      name: `Enhet ${stratum} ${index}`,
      stratum,
    })),
  );
const SMALL = frameOf({ north: 40, south: 80, east: 12 });
const choice = (change: Partial<Choice> = {}): Choice => ({
  target: 40,
  response: 50,
  allocation: 'proportional',
  merges: [],
  typed: {},
  ...change,
});
const deps = () => {
  let last = 0;
  return {
    newId: () => {
      last += 1;
      return `id-${last}`;
    },
  };
};
const argsOf = (frame: readonly FrameUnit[], chosen: Choice, seed = 's') => {
  const args = drawArgs(deps(), 'w', seed, chosen, frame, planSample(sizesOf(frame), chosen));
  if (!args.ok) throw new Error(args.error.type);
  return args.value;
};

describe('planSample', () => {
  it('takes what is typed by hand, and the proposal where nothing is', () => {
    const plan = planSample(
      sizesOf(SMALL),
      choice({ allocation: 'by_hand', typed: { north: '7', east: '13' } }),
    );
    expect(plan.map(({ stratum, draw, wrong }) => [stratum, draw, wrong])).toEqual([
      ['north', 7, false],
      ['south', 49, false],
      ['east', 13, true],
    ]);
    for (const text of ['', ' ', '-1', '1.5', 'x'])
      expect(
        planSample(sizesOf(SMALL), choice({ allocation: 'by_hand', typed: { north: text } }))[0]?.wrong,
      ).toBe(true);
  });

  it('forgets what was typed when another allocation is chosen', () => {
    expect(planSample(sizesOf(SMALL), choice({ typed: { north: 'x' } }))[0]?.wrong).toBe(false);
  });
});

describe('drawArgs', () => {
  it('draws merged strata as one, and keeps of what they were made', () => {
    const args = argsOf(SMALL, choice({ merges: [['east', 'north']] }));
    expect(args.strata).toEqual([
      { stratum: 'north / east', parts: ['north', 'east'], population: 52 },
      { stratum: 'south', parts: ['south'], population: 80 },
    ]);
    expect(new Set(args.cases.map(({ stratum }) => stratum))).toEqual(new Set(['north / east', 'south']));
    // 52/132 of 40 interviews at 50 % are 31.5 organisations.
    expect(args.cases.filter(({ stratum }) => stratum === 'north / east')).toHaveLength(32);
  });

  it('draws the same for the same seed, whoever draws and however the file is sorted', () => {
    const codes = (frame: readonly FrameUnit[], seed: string) =>
      argsOf(frame, choice(), seed).cases.map(({ code }) => code);
    expect(codes(SMALL.toReversed(), 's').toSorted()).toEqual(codes(SMALL, 's'));
    expect(codes(SMALL, 't')).not.toEqual(codes(SMALL, 's'));
  });

  it('gives every organisation one place: drawn, in reserve, or beyond it', () => {
    const sizes = fc.record({ a: fc.integer({ min: 1, max: 90 }), b: fc.integer({ min: 1, max: 90 }) });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 60 }), fc.string(), (counts, target, seed) => {
        const frame = frameOf(counts);
        const args = argsOf(frame, choice({ target }), seed);
        const units = [...args.cases, ...args.reserve.flatMap((replicate) => replicate.units)];
        expect(new Set(units.map(({ code }) => code)).size).toBe(units.length);
        expect(new Set(units.map(({ id }) => id)).size).toBe(units.length);
        for (const { stratum, population } of args.strata) {
          const drawn = args.cases.filter((unit) => unit.stratum === stratum).length;
          const kept = args.reserve
            .filter((replicate) => replicate.stratum === stratum)
            .flatMap((replicate) => replicate.units).length;
          expect(kept).toBe(drawn === 0 ? 0 : Math.min(population - drawn, 50 * Math.ceil(drawn / 10)));
        }
      }),
    );
  });
});
