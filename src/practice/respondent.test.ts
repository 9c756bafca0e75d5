import { describe, expect, it } from 'vitest';
import definition from '../../questionnaires/it-sakerhet-upphandling/2025/instrument.json' with {
  type: 'json',
};
import { parseInstrument } from '../study/parse-instrument.ts';
import { generatePracticeRespondent } from './respondent.ts';

const parsed = parseInstrument(definition);
if (!parsed.ok) throw new Error(parsed.error.reason);
const instrument = parsed.value;

describe('generatePracticeRespondent', () => {
  const respondent = generatePracticeRespondent({ seed: 1, instrument, municipality: 'Vara' });

  it('answers all 21 questions and repeats for the same seed', () => {
    expect(respondent.answers).toHaveLength(21);
    for (const answer of respondent.answers) {
      expect(answer.state).toBe('answered');
      expect(answer.notes).not.toBe('');
    }
    expect(generatePracticeRespondent({ seed: 1, instrument, municipality: 'Vara' })).toEqual(respondent);
  });

  it('tells exactly where the details are', () => {
    for (const detail of respondent.details) {
      const notes = respondent.answers.find((answer) => answer.question === detail.question)?.notes;
      expect(notes?.slice(detail.start, detail.end)).toBe(detail.text);
    }
    const told = respondent.details.map((detail) => detail.text);
    expect(told).toContain('Varas kommun');
    expect(told).toContain('Vara Energi');
    expect(new Set(respondent.details.map((detail) => detail.kind)).size).toBeGreaterThan(10);
  });

  it('keeps quotes and pre-codes of the composed answer', () => {
    for (const answer of respondent.answers) {
      for (const quote of answer.quotes) expect(quote.end).toBeLessThanOrEqual(answer.notes.length);
    }
  });
});
