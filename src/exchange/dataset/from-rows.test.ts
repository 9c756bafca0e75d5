import { describe, expect, it } from 'vitest';
import type { Instrument } from '../../study/instrument.ts';
import type { AnswerRow, CodeRow, InterviewRow, WaveRow } from '../../study/rows.ts';
import { type DatasetRows, datasetOf } from './from-rows.ts';
import { rowsOf, variablesOf } from './variables.ts';

const both = (text: string) => ({ sv: text, en: text });
const question = (id: string) => ({
  id,
  section: 'A1',
  text: both(id),
  notes: `${id}_notes`,
  preCodeLists: [],
  probes: [],
  claimBearing: false,
});
const instrument: Instrument = {
  id: 'it',
  title: both('IT'),
  opening: [],
  consentVersion: '1',
  objections: [],
  roles: [],
  sections: [{ id: 'A1', title: both('A1'), shortTitle: both('A1'), questions: [question('A1.1')] }],
  closing: [],
  closingNotes: 'closing',
  spellingAlphabet: [],
};
const wave: WaveRow = {
  id: 'w',
  study: 's',
  label: 'Omgång 1',
  year: 2026,
  status: 'closed',
  k: 5,
  instrument: 'hash',
  strata: ['stora', 'små', 'mellan'],
  fields: { sponsor: 'B', controller: 'C', legal_basis: '', notice_url: '', withdraw_until: '', minutes: '' },
  rev: {},
};
const interview = (id: string, stratum: string, of = 'w'): InterviewRow => ({
  id,
  wave: of,
  stratum,
  instrument: 'hash',
  month: '2026-11',
  role: null,
  language: null,
  mode: null,
  completeness: null,
});
const answer = (of: string, id: string): AnswerRow => ({
  id: `${of}/${id}`,
  interview: of,
  wave: 'w',
  question: id,
  state: 'answered',
  pre: {},
  notes: `${of} om ${id}`,
  probes: ['p'],
  quotes: [{ start: 0, end: 1, kind: 'verbatim' }],
  revision: 1,
});
const code = (id: string, more: Partial<CodeRow>): CodeRow => ({
  id,
  key: `krav.${id}`,
  parent: null,
  order: 1,
  status: 'active',
  successor: null,
  fields: {
    name_sv: id,
    name_en: id,
    definition_sv: '',
    definition_en: '',
    use: '',
    not_use: '',
    example: '',
    colour: '#000000',
    memo: '',
    questions: [],
    opposites: [],
  },
  by: 'p',
  rev: {},
  ...more,
});
const rows: DatasetRows = {
  study: { id: 's', name: 'Studien', practice: false },
  wave,
  instrument,
  interviews: [
    interview('c', 'mellan+små'),
    interview('a', 'stora'),
    interview('b', 'stora'),
    interview('d', 'stora', 'other'),
  ],
  answers: [answer('c', 'A1.1'), answer('a', 'A1.1'), answer('a', 'closing'), answer('d', 'A1.1')],
  codes: [
    code('old', { status: 'merged', successor: 'new' }),
    code('new', {}),
    code('mine', { status: 'proposed' }),
    code('own', { key: null, parent: 'mine', status: 'retired' }),
  ],
  judgements: [],
};
const choice = {
  layer: 'settled',
  codebookVersion: 2,
  codesOn: (id: string) => (id === 'a/A1.1' ? ['old', 'new', 'own'] : null),
  judged: () => null,
  population: new Map([
    ['stora', 90],
    ['små', 150],
    ['mellan', 50],
  ]),
};

describe('a wave as a dataset', () => {
  const dataset = datasetOf(rows, choice);

  it('holds the interviews of the wave in an order that tells nothing, weighted by their cell', () => {
    expect(dataset.interviews.map(({ id, weight }) => [id, weight])).toEqual([
      ['a', 45],
      ['b', 45],
      ['c', 200],
    ]);
    const unknown = datasetOf(rows, { ...choice, population: null });
    expect(unknown.interviews.map(({ weight }) => weight)).toEqual([null, null, null]);
    expect(unknown.wave.strata[0]).toEqual({ name: 'stora', population: null });
  });

  it('counts merged codes where they went and leaves out what is only proposed', () => {
    expect(dataset.interviews[0]?.answers.map(({ question: of, codes }) => [of, codes])).toEqual([
      ['A1.1', ['krav.new', 'own']],
      ['closing', null],
    ]);
    expect(dataset.coding.codes.map(({ id, parent }) => [id, parent])).toEqual([
      ['krav.new', null],
      ['own', null],
    ]);
  });

  it('has a column for each code that was used, empty where nobody coded', () => {
    const variables = variablesOf(dataset);
    const at = variables.findIndex(({ name }) => name === 'a1_1_k_krav_new');
    expect([...rowsOf(dataset, variables)].map((row) => row[at])).toEqual([1, null, null]);
    expect(variables.map(({ name }) => name)).toContain('closing_notes');
  });

  it('takes nothing along that the model does not name', () => {
    const text = JSON.stringify(dataset);
    for (const absent of ['verbatim', '"probes"', 'revision', '"by"', 'rev'])
      expect(text).not.toContain(absent);
  });
});
