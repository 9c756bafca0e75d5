import { OUTCOME_TABLE } from '../study/dispositions.ts';
import type { Call } from '../study/whom-to-call.ts';
import { agoWords, momentWords } from '../ui/time-words.ts';
import type { Language, Words } from '../words/index.ts';

/** Why this case now, or why not, in plain words. */
export const reasonWords = (
  { reason }: Pick<Call, 'reason'>,
  now: number,
  words: Words,
  language: Language,
): string => {
  const { why, closedDays } = words.fieldwork;
  const at = (when: number): string => momentWords(when, now, words.common, language);
  switch (reason.kind) {
    case 'appointment':
      return reason.hard ? why.appointment(at(reason.at)) : why.appointmentSoft(at(reason.at));
    case 'missed':
      return why.missed(at(reason.at));
    case 'later':
      return reason.hard ? why.later(at(reason.at)) : why.laterSoft(at(reason.at));
    case 'after_delay':
      return why.after_delay(
        OUTCOME_TABLE[reason.outcome].said[language],
        agoWords(reason.since, now, words.common, language),
      );
    case 'wait_delay':
      return why.wait_delay(OUTCOME_TABLE[reason.outcome].said[language], at(reason.until));
    case 'wait_other_time':
    case 'wait_conversion':
    case 'wait_span':
    case 'wait_hours':
      return why[reason.kind](at(reason.until));
    case 'wait_day':
      return why.wait_day(closedDays[reason.closed], at(reason.until));
    case 'never':
      return why.never(OUTCOME_TABLE[reason.outcome].said[language]);
    default:
      return why[reason.kind];
  }
};
