import { agoWords } from '../ui/time-words.ts';
import type { Language, Words } from '../words/index.ts';
import type { Call } from './call-list.ts';

/** Why this case now, in plain words. */
export const reasonWords = (call: Call, now: number, words: Words, language: Language): string => {
  const { why } = words.fieldwork;
  const when = call.last ? agoWords(Date.parse(call.last.at), now, words.common, language) : '';
  switch (call.reason) {
    case 'busy':
    case 'rest':
    case 'busy_rest':
      return why[call.reason](when);
    default:
      return why[call.reason];
  }
};
