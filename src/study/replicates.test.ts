import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutReserve, inclusionProbability, replicateSize } from './replicates.ts';
import { drawSample } from './sample.ts';

const frameOf = (n: number) =>
  Array.from({ length: n }, (_, index) => ({
    code: String(index).padStart(5, '0'),
    name: `Enhet ${index}`,
    stratum: 'a',
  }));
const stratumOf = (population: number, draw: number) => {
  const drawn = drawSample(frameOf(population), {
    seed: 's',
    allocation: 'by_size',
    sizes: new Map([['a', draw]]),
  });
  if (!drawn.ok) throw new Error(drawn.error.type);
  const [stratum] = drawn.value.strata;
  if (!stratum) throw new Error('a frame has a stratum');
  return stratum;
};

describe('cutReserve', () => {
  it('cuts 31 in reserve behind 54 drawn into five of six and one of one', () => {
    expect(cutReserve(stratumOf(85, 54)).map(({ units }) => units.length)).toEqual([6, 6, 6, 6, 6, 1]);
  });

  it('keeps the order of drawing, every unit once, in replicates all of one size but the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(), (population, some) => {
        const stratum = stratumOf(population, (some % population) + 1);
        const cut = cutReserve(stratum);
        const kept = cut.flatMap(({ units }) => units);
        expect(kept).toEqual(stratum.reserve.slice(0, kept.length));
        expect(cut.map(({ number }) => number)).toEqual(cut.map((_, index) => index + 1));
        const size = replicateSize(stratum.drawn.length);
        for (const { units } of cut.slice(0, -1)) expect(units).toHaveLength(size);
        if (stratum.reserve.length <= size * 50) expect(kept).toHaveLength(stratum.reserve.length);
      }),
    );
  });

  it('goes on where a larger draw would have: a sample released to the end is that larger sample', () => {
    const small = stratumOf(60, 20);
    const [first] = cutReserve(small);
    expect([...small.drawn, ...(first?.units ?? [])]).toEqual(stratumOf(60, 22).drawn);
  });

  it('keeps at most fifty replicates of a large frame', () => {
    expect(cutReserve(stratumOf(20_000, 36))).toHaveLength(50);
  });
});

it('says the chance of inclusion: drawn and released of the population, never less than before', () => {
  expect(inclusionProbability(85, 54, 0)).toBeCloseTo(0.635, 3);
  expect(inclusionProbability(85, 54, 6)).toBeCloseTo(0.706, 3);
  expect(inclusionProbability(0, 0, 0)).toBeNull();
});
