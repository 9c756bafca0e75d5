import type { Question } from '../../study/instrument.ts';

const plain = (text: string): string => text.toLocaleLowerCase('sv').replaceAll('\u2011', '-');

/** `43`, `4.3` and `a4.3` all mean A4.3; anything else is words of the question, in any order. */
export const findQuestions = (
  questions: readonly Question[],
  asked: string,
  language: 'sv' | 'en',
): readonly Question[] => {
  const wanted = plain(asked).trim();
  if (wanted === '') return questions;
  const digits = wanted.replace(/^a/, '').replace('.', '');
  if (/^\d+$/.test(digits))
    return questions.filter((question) => question.id.replace(/\D/g, '').startsWith(digits));
  const words = wanted.split(/\s+/);
  return questions.filter((question) => {
    const text = plain(question.text[language]);
    return words.every((word) => text.includes(word));
  });
};
