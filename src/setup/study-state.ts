import type { View } from '../study/command.ts';
import type { Id } from '../study/ids.ts';
import {
  type CaseRow,
  type InstrumentRow,
  type PersonRow,
  WAVE_FIELDS,
  type WaveRow,
} from '../study/rows.ts';

/** What of the study a lead's screens need, read from the view in one place. */
export interface StudyState {
  readonly waves: readonly WaveRow[];
  readonly wave: WaveRow | undefined;
  /** Versions of the wave's questionnaire, newest first. */
  readonly instruments: readonly InstrumentRow[];
  readonly cases: readonly CaseRow[];
  readonly unassigned: readonly CaseRow[];
  readonly people: readonly PersonRow[];
  readonly interviewers: readonly PersonRow[];
}

const byName = new Intl.Collator('sv').compare;

/** The wave one works with: the one chosen, else the newest that is not closed, else the newest. */
const waveOf = (waves: readonly WaveRow[], chosen: Id | null): WaveRow | undefined =>
  waves.find((wave) => wave.id === chosen) ?? waves.find((wave) => wave.status !== 'closed') ?? waves[0];

export const readStudy = (view: View, chosen: Id | null): StudyState => {
  const waves = [...view.all('wave')].sort((a, b) => b.year - a.year || byName(b.label, a.label));
  const wave = waveOf(waves, chosen);
  const cases = [...view.all('case')]
    .filter((row) => row.wave === wave?.id)
    .sort((a, b) => byName(a.name, b.name));
  const people = [...view.all('person')].sort((a, b) => byName(a.name, b.name));
  return {
    waves,
    wave,
    instruments: [...view.all('instrument')]
      .filter((row) => row.wave === wave?.id)
      .sort((a, b) => b.version - a.version),
    cases,
    unassigned: cases.filter((row) => row.assignee === null && row.status !== 'closed'),
    people,
    interviewers: people.filter((person) => person.role === 'interviewer' && person.active),
  };
};

export const STEPS = ['wave', 'instrument', 'sample', 'texts', 'people', 'assign', 'open'] as const;
export type Step = (typeof STEPS)[number];

const isDone = (step: Step, state: StudyState): boolean => {
  const { wave } = state;
  switch (step) {
    case 'wave':
      return wave !== undefined;
    case 'instrument':
      return wave?.instrument != null;
    case 'sample':
      return state.cases.length > 0;
    case 'texts':
      return wave !== undefined && WAVE_FIELDS.every((field) => (wave.fields[field] ?? '').trim() !== '');
    case 'people':
      return state.interviewers.length > 0;
    case 'assign':
      return state.cases.length > 0 && state.unassigned.length === 0;
    case 'open':
      return wave !== undefined && wave.status !== 'draft';
  }
};

/** What is left to do, in the order it is best done. */
export const stepsLeft = (state: StudyState): readonly Step[] => STEPS.filter((step) => !isDone(step, state));

/** Without these a wave cannot open: questions to ask and somebody to ask them of. */
export const missingToOpen = (state: StudyState): readonly Step[] =>
  stepsLeft(state).filter((step) => step === 'wave' || step === 'instrument' || step === 'sample');
