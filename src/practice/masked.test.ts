import { describe, expect, it } from 'vitest';
import definition from '../../questionnaires/it-sakerhet-upphandling/2025/instrument.json' with {
  type: 'json',
};
import { findAll, guardAll } from '../masking/index.ts';
import { parseInstrument } from '../study/parse-instrument.ts';
import { generatePractice } from './generate.ts';
import { generatePracticeRespondent } from './respondent.ts';

const parsed = parseInstrument(definition);
if (!parsed.ok) throw new Error(parsed.error.reason);
const instrument = parsed.value;

/** The rooms are apart; that what one invents the other lets pass is held here. */
describe('practice texts and the masking room', { timeout: 60_000 }, () => {
  it('lets invented interviews pass the guard, and finds nothing certain in them', () => {
    const { interviews } = generatePractice({ seed: 'övning', interviews: 40, instrument, strata: ['a'] });
    for (const { notes } of interviews.flatMap((interview) => interview.answers)) {
      expect(guardAll(notes)).toEqual([]);
      expect(
        findAll(notes, {})
          .filter((find) => find.certain)
          .map((find) => [notes, find.text]),
      ).toEqual([]);
    }
  });

  it('finds in the raw interview all that has a form, all municipalities, and 19 in 20 of everything', () => {
    const respondent = generatePracticeRespondent({ seed: 1, instrument, municipality: 'Vara' });
    const missed = respondent.details.filter((detail) => {
      const notes = respondent.answers.find((answer) => answer.question === detail.question)?.notes ?? '';
      const finds = findAll(notes, { municipality: 'Vara' });
      return !finds.some((find) => find.start < detail.end && find.end > detail.start);
    });
    const never = ['personal_id', 'phone', 'email', 'url', 'address', 'municipality'];
    expect(missed.filter((detail) => never.includes(detail.kind))).toEqual([]);
    expect(missed.length / respondent.details.length).toBeLessThanOrEqual(1 / 20);
  });
});
