import type { Bilingual } from '../study/instrument.ts';
import type { Difference } from '../study/instrument-edit/diff.ts';
import type { Language, Words } from './index.ts';

/** One difference between two versions as a sentence; texts are quoted in the reader's language. */
export const differenceWords = (
  one: Difference,
  { difference: say }: Words['instrument'],
  language: Language,
): string => {
  const text = (both: Bilingual): string =>
    both[language].trim() || both[language === 'sv' ? 'en' : 'sv'].trim();
  switch (one.type) {
    case 'title':
      return say.title(text(one.before), text(one.after));
    case 'script':
      return say.script[one.part];
    case 'consent_version':
      return say.consent_version(one.before, one.after);
    case 'section_added':
    case 'section_removed':
      return say[one.type](one.section, text(one.title));
    case 'section_renamed':
      return say.section_renamed(one.section, text(one.before), text(one.after));
    case 'sections_moved':
      return say.sections_moved(one.after.join(', '));
    case 'questions_moved':
      return say.questions_moved(one.section, one.after.join(', '));
    case 'question_added':
    case 'question_removed':
      return say[one.type](one.question, text(one.text));
    case 'wording':
      return one.before[language] === one.after[language]
        ? say.wordingOther(one.question)
        : say.wording(one.question, text(one.before), text(one.after));
    case 'instruction':
      return say.instruction(one.question);
    case 'routing':
      return say.routing(one.question);
    case 'claim':
      return one.after ? say.claimYes(one.question) : say.claimNo(one.question);
    case 'order':
      return say.order[one.of](one.question);
    case 'many':
      return one.after ? say.manyYes(one.question) : say.manyNo(one.question);
    case 'other':
      return one.question === null ? say.other : say.otherIn(one.question);
    default:
      return say[one.type](one.question, text(one.text));
  }
};
