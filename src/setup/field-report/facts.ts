import type { CallRules } from '../../study/call-rules.ts';
import { dayOfText, openingOf, readRules } from '../../study/call-rules.ts';
import type { View } from '../../study/command.ts';
import { OUTCOME_TABLE } from '../../study/dispositions.ts';
import { type Course, courseOf } from '../../study/field-course.ts';
import { type FieldProgress, fieldProgress, forecast } from '../../study/field-progress.ts';
import type { InstrumentRow, WaveRow } from '../../study/rows.ts';
import type { WaveOverview } from '../../study/wire.ts';
import { wallOf } from '../../study/zoned-time.ts';
import { readSample, type SampleNow } from '../sample/reserve-state.ts';

/** All that a field report tells, counted from the case side alone: no name, no code of an organisation, no person. */
export interface FieldFacts {
  readonly study: string;
  readonly practice: boolean;
  readonly wave: WaveRow;
  readonly rules: CallRules;
  /** The rules were written anew so many times since the wave was made. */
  readonly rulesChanged: number;
  readonly field: FieldProgress;
  readonly course: Course | null;
  /** Day on which the report is made. */
  readonly today: number;
  readonly callers: number;
  /** Calls that reached the server after the case had changed hands, the wave was closed or another interview stood. */
  readonly late: number;
  /** Interviews of a case that had one already: kept, not counted. */
  readonly second: number;
  readonly sample: SampleNow | undefined;
  /** Oldest first. */
  readonly instruments: readonly InstrumentRow[];
  /** What the server tells in numbers; null without a network. */
  readonly overview: WaveOverview | null;
}

export const readFacts = (
  view: View,
  wave: WaveRow,
  now: number,
  overview: WaveOverview | null,
): FieldFacts => {
  const rules = readRules(wave.fields.call_rules);
  const cases = [...view.all('case')].filter((row) => row.wave === wave.id);
  const byId = new Map(cases.map((row) => [row.id, row]));
  const attempts = [...view.all('attempt')].filter((row) => byId.has(row.case));
  const field = fieldProgress(cases, attempts, rules.allKnown, (outcome) => OUTCOME_TABLE[outcome].contacted);
  const opening = openingOf(rules);
  const isOpen = (day: number): boolean => opening.on(day, '').spans.length > 0;
  const today = wallOf(now).day;
  // A closed wave has nothing ahead, and its course ends with its last call.
  const closed = wave.status === 'closed';
  const plan = { target: rules.target, lastDay: dayOfText(rules.lastDay) };
  const study = view.get('study', wave.study);
  return {
    study: study?.name ?? '',
    practice: study?.practice ?? false,
    wave,
    rules,
    // Made with revision 1.
    rulesChanged: Math.max(0, (wave.rev.call_rules ?? 1) - 1),
    field,
    course: courseOf(
      field,
      plan,
      closed ? Math.min(today, field.days.at(-1)?.day ?? today) : today,
      closed ? { type: 'no_target' } : forecast(field, rules.target, now, isOpen),
      isOpen,
    ),
    today,
    callers: new Set(attempts.map(({ by }) => by)).size,
    late: attempts.filter(({ late }) => late).length,
    second: attempts.filter(
      ({ id, outcome, case: of }) => outcome === 'interviewed' && byId.get(of)?.completed_by !== id,
    ).length,
    sample: readSample(view, wave.id),
    instruments: [...view.all('instrument')]
      .filter((row) => row.wave === wave.id)
      .sort((a, b) => a.version - b.version),
    overview,
  };
};
