import type { Instrument } from '../study/instrument.ts';
import type { WaveField } from '../study/rows.ts';
import { seeded } from '../study/seeded.ts';
import { makeField, type PracticeField } from './field-work.ts';
import { makeInterview, type PracticeInterview } from './interview.ts';

export const PRACTICE_STUDY_NAME = 'Övningsstudie (påhittad)';

/** Texts for the opening of the practice wave; everything in them is invented and says so. */
export const practiceWaveFields = (year: number): Readonly<Record<WaveField, string>> => ({
  sponsor: 'Exempelbolaget (påhittat)',
  controller: 'Exempelbyrån (påhittad)',
  legal_basis: 'samtycke',
  notice_url: 'exempel.invalid/information',
  withdraw_until: `den 31 mars ${year + 1}`,
  minutes: '35',
});

export interface PracticeStudy {
  readonly field: PracticeField;
  /** In no order that leads to a case; their strata are those of the completed cases. */
  readonly interviews: readonly PracticeInterview[];
}

/** The same seed and instrument give the same study, byte for byte. */
export const generatePractice = (options: {
  readonly seed: string | number;
  readonly interviews: number;
  readonly instrument: Instrument;
  readonly strata: readonly string[];
}): PracticeStudy => {
  const { seed, instrument, strata } = options;
  if (strata.length === 0) throw new RangeError('a practice study needs at least one stratum');
  const interviews = Array.from({ length: options.interviews }, (_, index) => {
    // A seed of its own, so that asking for more interviews leaves the first ones as they were.
    const chance = seeded(`${seed}/interview/${index}`);
    return makeInterview(instrument, chance.pick(strata), chance);
  });
  const field = makeField(
    interviews.map((interview) => interview.stratum),
    strata,
    `${seed}`,
  );
  return { field, interviews };
};
