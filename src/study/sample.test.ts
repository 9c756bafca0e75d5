import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FrameUnit, parseFrame } from './frame.ts';
import { drawSample } from './sample.ts';

const read = parseFrame(readFileSync('questionnaires/it-sakerhet-upphandling/2025/sample-frame.csv', 'utf8'));
if (!read.ok) throw new Error(read.error.reason);
const frame = read.value;
const draw = (units: readonly FrameUnit[], n: number, seed = '2025') => {
  const result = drawSample(units, { n, seed, allocation: 'proportional' });
  if (!result.ok) throw new Error(result.error.type);
  return result.value.strata;
};

const units = fc
  .array(fc.record({ name: fc.string(), stratum: fc.constantFrom('a', 'b', 'c') }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((list) => list.map((unit, index) => ({ ...unit, code: String(index).padStart(4, '0') })));

describe('drawSample', () => {
  it('draws 100 municipalities in proportion', () => {
    const sizes = Object.fromEntries(draw(frame, 100).map((part) => [part.stratum, part.drawn.length]));
    expect(sizes).toEqual({
      storstadsområde: 14,
      'större stad med förorter': 18,
      'övriga Södra Sverige': 29,
      'övriga Norra Sverige': 25,
      'övriga Östra Sverige': 14,
    });
  });

  it('repeats for the same seed: this sample was drawn and may never change', () => {
    expect(
      draw(frame, 100)[0]
        ?.drawn.slice(0, 3)
        .map((unit) => unit.name),
    ).toEqual(['Kungälv', 'Nacka', 'Solna']);
    expect(draw(frame, 100)).toEqual(draw(frame, 100));
    expect(draw(frame, 100, '2026')).not.toEqual(draw(frame, 100));
  });

  it('gives every organisation exactly one place, whatever n', () => {
    fc.assert(
      fc.property(units, fc.nat(), fc.string(), (list, number, seed) => {
        const n = (number % list.length) + 1;
        const parts = draw(list, n, seed);
        expect(parts.reduce((sum, part) => sum + part.drawn.length, 0)).toBe(n);
        const codes = parts.flatMap((part) => [...part.drawn, ...part.reserve].map((unit) => unit.code));
        expect(codes.toSorted()).toEqual(list.map((unit) => unit.code));
        for (const part of parts) {
          const share = (part.population * n) / list.length;
          expect(Math.abs(part.drawn.length - share)).toBeLessThan(1);
        }
      }),
    );
  });

  it('does not depend on the order of the file, and a larger n only adds', () => {
    fc.assert(
      fc.property(units, fc.string(), (list, seed) => {
        const places = (from: readonly FrameUnit[], n: number) =>
          new Map(draw(from, n, seed).map((part) => [part.stratum, [...part.drawn, ...part.reserve]]));
        expect(places(list.toReversed(), list.length).get('a')).toEqual(places(list, 1).get('a'));
      }),
    );
  });

  it('draws the sizes asked for, the same units in the same order as in proportion', () => {
    const sizes = new Map(draw(frame, 100).map((part) => [part.stratum, part.drawn.length]));
    expect(drawSample(frame, { seed: '2025', allocation: 'by_size', sizes })).toEqual(
      drawSample(frame, { n: 100, seed: '2025', allocation: 'proportional' }),
    );
    const one = drawSample(frame, {
      seed: '',
      allocation: 'by_size',
      sizes: new Map([['storstadsområde', 2]]),
    });
    expect(one.ok && one.value.strata.map((part) => part.drawn.length)).toEqual([2, 0, 0, 0, 0]);
    for (const [stratum, n] of [
      ['storstadsområde', 42],
      ['okänt', 1],
      ['storstadsområde', -1],
    ] as const) {
      expect(
        drawSample(frame, { seed: '', allocation: 'by_size', sizes: new Map([[stratum, n]]) }),
      ).toMatchObject({
        error: { type: 'stratum_size', stratum, n },
      });
    }
  });

  it('refuses what cannot be drawn', () => {
    for (const n of [0, -1, 1.5, 291, Number.NaN]) {
      expect(drawSample(frame, { n, seed: '', allocation: 'proportional' })).toMatchObject({
        ok: false,
        error: { type: 'sample_size' },
      });
    }
    expect(drawSample([], { n: 1, seed: '', allocation: 'proportional' })).toMatchObject({ ok: false });
  });

  it('gives each the same chance', () => {
    const small = frame.filter((unit) => unit.stratum === 'storstadsområde');
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 2000; seed++) {
      for (const unit of draw(small, 10, String(seed))[0]?.drawn ?? []) {
        counts.set(unit.code, (counts.get(unit.code) ?? 0) + 1);
      }
    }
    const expected = (2000 * 10) / small.length;
    const chi = small.reduce(
      (sum, unit) => sum + ((counts.get(unit.code) ?? 0) - expected) ** 2 / expected,
      0,
    );
    expect(chi).toBeLessThan(82); // 40 degrees of freedom: passed once in ten thousand
  });
});
