import { expect, it } from 'vitest';
import codebook from '../../questionnaires/it-sakerhet-upphandling/2025/codebook.json' with { type: 'json' };
import definition from '../../questionnaires/it-sakerhet-upphandling/2025/instrument.json' with {
  type: 'json',
};
import { parseInstrument } from '../study/parse-instrument.ts';
import { codePractice } from './coders.ts';
import { generatePractice } from './generate.ts';

const parsed = parseInstrument(definition);
if (!parsed.ok) throw new Error(parsed.error.reason);
const { interviews } = generatePractice({
  seed: 'övning',
  interviews: 30,
  instrument: parsed.value,
  strata: ['norr'],
});
const codes = codebook.codes.map(({ id }) => id);
const coded = codePractice({ seed: 'a', interviews, questions: ['A1.1', 'A2.1'], codes });

it('marks passages that are in the notes, with codes of the codebook', () => {
  expect(coded.length).toBeGreaterThan(40);
  for (const { notes, byCoder } of coded)
    for (const { start, end, code } of byCoder.flat()) {
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(notes.length);
      expect(notes.slice(start, end).trim()).not.toBe('');
      expect(codes).toContain(code);
    }
});

it('lets the two mostly agree, and not always', () => {
  const sets = coded.map(({ byCoder }) =>
    byCoder.map((one) =>
      one
        .map(({ code }) => code)
        .sort()
        .join(),
    ),
  );
  const alike = sets.filter(([a, b]) => a === b).length / sets.length;
  expect(alike).toBeGreaterThan(0.4);
  expect(alike).toBeLessThan(0.95);
  expect(codePractice({ seed: 'a', interviews, questions: ['A1.1', 'A2.1'], codes })).toEqual(coded);
});
