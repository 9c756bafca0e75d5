import { randomUUID } from 'node:crypto';
import type { Acts } from '../../src/study/wire.ts';

/** A round over a wave's first question, open to nobody unless told. */
export const roundOf = (
  wave: string,
  more: Partial<Acts['create_round']['args']> = {},
): Acts['create_round']['args'] => ({
  round: randomUUID(),
  wave,
  label: 'Runda',
  unit: 'answer',
  questions: ['A1.1'],
  judgements: [],
  interviews: null,
  share: 1,
  seed: 'frö',
  coders: [],
  blind: true,
  calibration: false,
  ...more,
});
