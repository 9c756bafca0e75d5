import { randomUUID } from 'node:crypto';
import type { Acts } from '../../src/study/wire.ts';

type Draw = Acts['draw_sample']['args'];

/** A draw of 5 of 8 in the north (reserve 2 and 1) and 5 of 5 in the south. */
export const drawOf = (wave: string, change: Partial<Draw> = {}): Draw => {
  const unit = (code: string) => ({ id: randomUUID(), code, name: `Kommun ${code}` });
  const cases = ['north', 'south'].flatMap((stratum) =>
    [1, 2, 3, 4, 5].map((n) => ({ ...unit(`${stratum}-${n}`), stratum })),
  );
  return {
    wave,
    draw: randomUUID(),
    seed: '2026',
    target: 6,
    response: 60,
    allocation: 'proportional',
    strata: [
      { stratum: 'north', parts: ['north', 'far north'], population: 8 },
      { stratum: 'south', parts: ['south'], population: 5 },
    ],
    cases,
    reserve: [
      { id: randomUUID(), stratum: 'north', number: 1, units: [unit('north-6'), unit('north-7')] },
      { id: randomUUID(), stratum: 'north', number: 2, units: [unit('north-8')] },
    ],
    ...change,
  };
};
