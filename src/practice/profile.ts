import type { Instrument } from '../study/instrument.ts';
import type { Chance } from '../study/seeded.ts';
import type { HandIn } from '../study/wire.ts';
import { VOICES, type Voice } from './voice.ts';

/** What one invented respondent and interviewer are like; answers hang together because they share it. */
export interface Profile {
  readonly background: HandIn['background'];
  readonly voice: Voice;
  /** 0: nothing in order, 1: everything. */
  readonly maturity: number;
  /** 0: one sentence, 1: pages. */
  readonly talk: number;
  readonly doesNotKnow: number;
  readonly refuses: number;
  /** Number of questions asked before the call broke off, or all. */
  readonly reached: number;
  /** Contradicts what was just said, now and then. */
  readonly contradicts: number;
}

const ROLES: Readonly<Record<string, number>> = {
  it: 38,
  infosec: 24,
  digitalisation: 14,
  procurement: 16,
  other: 8,
};

export const makeProfile = (instrument: Instrument, questions: number, chance: Chance): Profile => {
  const role = chance.weighted(instrument.roles, ({ value }) => ROLES[value] ?? 5).value;
  const partial = chance.happens(0.09);
  return {
    background: {
      role,
      language: chance.happens(0.03) ? 'en' : 'sv',
      mode: chance.weighted(['telephone', 'video', 'written'] as const, (mode) =>
        mode === 'telephone' ? 86 : mode === 'video' ? 11 : 3,
      ),
      completeness: partial ? 'partial' : 'complete',
    },
    voice: chance.pick(VOICES),
    maturity: chance.next(),
    talk: chance.next() ** 1.6,
    doesNotKnow: role === 'other' ? 0.16 : 0.03 + 0.09 * chance.next(),
    refuses: chance.happens(0.15) ? 0.08 : 0.008,
    reached: partial ? 5 + chance.below(Math.max(1, questions - 7)) : questions,
    contradicts: chance.happens(0.3) ? 0.2 : 0.03,
  };
};
