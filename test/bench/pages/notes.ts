/** A whole interview's worth of notes, so that every page stores as much as ours: 21 questions, some 300 letters each. */
const SENTENCE =
  'De följer upp kraven en gång om året och antecknar det i avtalet, men inte för alla system. ';

export const notes = (): Record<string, string> => {
  const draft: Record<string, string> = {};
  for (let area = 1; area <= 7; area++)
    for (let question = 1; question <= 3; question++) draft[`A${area}.${question}`] = SENTENCE.repeat(3);
  return draft;
};
