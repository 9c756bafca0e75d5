import { expect, it } from 'vitest';
import type { Question } from '../../study/instrument.ts';
import { findQuestions } from './find-question.ts';

const question = (id: string, sv: string): Question => ({
  id,
  section: id.slice(0, 2),
  text: { sv, en: '' },
  notes: 'n',
  preCodeLists: [],
  probes: [],
  claimBearing: false,
});
const all = [
  question('A1.3', 'Hur kravställer ni kring IT\u2011säkerhet?'),
  question('A4.1', 'Diskuterar ni IT\u2011säkerhet med era leverantörer?'),
  question('A4.3', 'Hur säkerställer ni ansvar i leveranskedjan?'),
];
const ids = (asked: string): readonly string[] => findQuestions(all, asked, 'sv').map((q) => q.id);

it('takes numbers as people write them', () => {
  expect(ids('4.3')).toEqual(['A4.3']);
  expect(ids('43')).toEqual(['A4.3']);
  expect(ids('a4')).toEqual(['A4.1', 'A4.3']);
});

it('takes words in any order, with a plain hyphen for the printed one', () => {
  expect(ids('leveranskedjan ansvar')).toEqual(['A4.3']);
  expect(ids('it-säkerhet lever')).toEqual(['A4.1']);
  expect(ids('')).toHaveLength(3);
  expect(ids('finns inte')).toEqual([]);
});
