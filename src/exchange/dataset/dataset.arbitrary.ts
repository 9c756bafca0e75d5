import fc from 'fast-check';
import { ANSWER_STATES } from '../../study/answer.ts';
import type { Dataset, DatasetAnswer, DatasetInterview } from './model.ts';

/** Random datasets for the tests: texts that spreadsheets would run, long ones, å ä ö and emoji among them. */
const same = (text: string) => ({ sv: text, en: `${text} (en)` });
const notes = fc.oneof(
  fc.constantFrom(
    '',
    '=1+1',
    '-2 personer',
    '@SUM(A1)',
    '\t=HYPERLINK("x")',
    '+46 1;=2',
    'Vi kräver "SLA"; annars nej',
  ),
  fc.string({
    unit: fc.constantFrom('a', 'å', 'Ö', ' ', '\n', '"', ';', ',', '😀', 'e\u0301'),
    maxLength: 400,
  }),
);
const CODES = ['krav', 'krav.etablerad', 'krav.ingen_struktur', 'uppf.saknas'];
const QUESTIONS: Dataset['instrument']['questions'] = [
  {
    id: 'A1.1',
    section: 'A1',
    text: same('Hur kravställer ni?'),
    preCodeLists: [
      {
        name: 'a1_1_method',
        title: same('Metod'),
        many: true,
        values: ['klassa', 'iso27001', 'none'].map((value) => ({ value, text: same(value) })),
      },
      {
        name: 'a1_1_scope',
        title: null,
        many: false,
        values: [
          { value: 'all', text: same('alltid å') },
          { value: 'some', text: same('ibland') },
        ],
      },
    ],
  },
  { id: 'A1.2', section: 'A1', text: same('Rutiner?'), preCodeLists: [] },
];

const answer = (question: string): fc.Arbitrary<DatasetAnswer> =>
  fc.record({
    question: fc.constant(question),
    state: fc.constantFrom(...ANSWER_STATES),
    pre: fc.record(
      {
        a1_1_method: fc.subarray(['klassa', 'iso27001']),
        a1_1_scope: fc.subarray(['all', 'some'], { maxLength: 1 }),
      },
      { requiredKeys: [] },
    ),
    notes,
    codes: fc.option(fc.subarray(CODES)),
  });

const interview: fc.Arbitrary<DatasetInterview> = fc.record({
  id: fc.uuid(),
  stratum: fc.constantFrom('stora', 'små'),
  month: fc.constant('2026-11'),
  instrument: fc.constant('hash'),
  role: fc.constantFrom(null, 'it_chef', 'upphandlare'),
  language: fc.constantFrom(null, 'sv'),
  mode: fc.constant(null),
  completeness: fc.constantFrom(null, 'complete' as const),
  weight: fc.constantFrom(null, 2.9625),
  answers: fc.tuple(answer('A1.1'), answer('A1.2')),
  judgements: fc.record({ basis_klassa: fc.constantFrom('yes', 'no', 'framgar_ej') }, { requiredKeys: [] }),
});

export const anyDataset: fc.Arbitrary<Dataset> = fc
  .record({ interviews: fc.array(interview, { minLength: 1, maxLength: 25 }), practice: fc.boolean() })
  .map(({ interviews, practice }) => ({
    format: 'lagesbild-dataset',
    version: 1,
    study: { name: 'Övning', practice, sponsor: 'Beställaren', controller: '' },
    wave: {
      label: 'Omgång 1',
      year: 2026,
      k: 5,
      strata: [
        { name: 'stora', population: 90 },
        { name: 'små', population: 200 },
      ],
    },
    instrument: {
      id: 'it-sakerhet',
      title: same('IT‑säkerhet'),
      roles: [{ value: 'it_chef', text: same('it-chef') }],
      questions: QUESTIONS,
    },
    coding: {
      layer: 'settled',
      codebookVersion: 3,
      codes: CODES.map((id) => ({
        id,
        parent: id.includes('.') ? (id.split('.')[0] ?? null) : null,
        name: same(id),
        definition: same(`=${id}`),
      })),
      judgements: [
        {
          id: 'basis_klassa',
          text: same('Används KLASSA?'),
          values: ['yes', 'no', 'framgar_ej'].map((value) => ({ value, text: same(value) })),
        },
      ],
    },
    interviews,
  }));
