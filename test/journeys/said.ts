import type { Answer } from '../../src/study/answer.ts';

/** One interview as it is typed, and as it may leave the laptop: written down by hand, not by the program. */
export interface Said {
  readonly question: string;
  /** Keys after Esc: pre-codes, V, A, E, F, C. */
  readonly keys?: readonly string[];
  readonly typed?: string;
  readonly handedIn: Partial<Answer>;
}

/** Typed when the browser is killed: the first part stands, the second is being put in at the bar. */
export const KILLED = {
  question: 'A4.2',
  before: 'Leverantören berättar',
  inserted: ' om säkerheten i sina tjänster och om sina avbrott, men',
  after: ' bara när vi frågar.',
};

/** Words that are also names: the program asks, and these are to stay. */
export const KEPT = ['Berg'];
export const ASKED = ['Lund', 'Berg'];

export const said = (municipality: string): readonly Said[] => [
  {
    question: 'A1.1',
    keys: ['1', '5'],
    typed: `Vi i ${municipality} klassar allt med Klassa.`,
    handedIn: {
      notes: 'Vi i [KOMMUN] klassar allt med Klassa.',
      pre: { a1_1_method: ['klassa'], a1_1_scope: ['scope_all'] },
    },
  },
  { question: 'A1.2', keys: ['e'], handedIn: { state: 'not_applicable' } },
  {
    question: 'A1.3',
    keys: ['2', 'f'],
    typed: 'Ring Anna Lindqvist på 070-174 06 58 om kravkatalogen.',
    handedIn: {
      notes: 'Ring [PERSON 1] på [TELEFON] om kravkatalogen.',
      pre: { a1_3_basis: ['klassa_output'] },
      probes: ['a1_3_who'],
    },
  },
  {
    question: 'A2.1',
    keys: ['2'],
    typed: 'Stickprov ett par gånger om året.',
    handedIn: { notes: 'Stickprov ett par gånger om året.', pre: { a2_1_control: ['sample'] } },
  },
  { question: 'A2.2', keys: ['v'], handedIn: { state: 'dont_know' } },
  {
    question: 'A2.3',
    keys: ['4', 'v'],
    typed: 'Inget bestämt, tror hon.',
    handedIn: { state: 'dont_know', notes: 'Inget bestämt, tror hon.', pre: { a2_3_structure: ['no'] } },
  },
  {
    question: 'A3.1',
    keys: ['2'],
    typed: 'Anna Lindqvist kan standarden.',
    handedIn: { notes: '[PERSON 1] kan standarden.', pre: { a3_1_knowledge: ['can_describe'] } },
  },
  {
    question: 'A3.2',
    keys: ['4'],
    handedIn: { pre: { a3_2_importance: ['merit'] } },
  },
  {
    question: 'A3.3',
    keys: ['1', '2', '4'],
    typed: 'Egna frågor och referenser.',
    handedIn: {
      notes: 'Egna frågor och referenser.',
      pre: { a3_3_means: ['own_questions', 'contract_terms', 'references'] },
    },
  },
  {
    question: 'A4.1',
    keys: ['3', 'f'],
    handedIn: { pre: { a4_1_frequency: ['only_at_incident'] }, probes: ['a4_1_how'] },
  },
  {
    question: KILLED.question,
    // C twice: worth quoting, and said word for word.
    keys: ['2', 'c', 'c'],
    handedIn: {
      notes: KILLED.before + KILLED.inserted + KILLED.after,
      pre: { a4_2_dialogue: ['on_request'] },
      quotes: [{ start: 0, end: (KILLED.before + KILLED.inserted + KILLED.after).length, kind: 'verbatim' }],
    },
  },
  { question: 'A4.3', keys: ['6'], handedIn: { pre: { a4_3_means: ['not_addressed'] } } },
  {
    question: 'A5.1',
    keys: ['3'],
    typed: 'Lund kan ordna det.',
    handedIn: { notes: '[KOMMUN 2] kan ordna det.', pre: { a5_1_knowledge: ['heard_of'] } },
  },
  { question: 'A5.2', keys: ['a'], handedIn: { state: 'refused' } },
  {
    question: 'A5.3',
    keys: ['2'],
    typed: 'Berg är ett ord vi använder om lagring.',
    handedIn: { notes: 'Berg är ett ord vi använder om lagring.', pre: { a5_3_strategy: ['in_progress'] } },
  },
  { question: 'A6.1', keys: ['2'], handedIn: { pre: { a6_1_view: ['high'] } } },
  {
    question: 'A6.2',
    keys: ['2', '8'],
    typed: 'Inget särskilt efter utbildningen.',
    // The eighth stands alone in its list.
    handedIn: { notes: 'Inget särskilt efter utbildningen.', pre: { a6_2_measures: ['nothing_specific'] } },
  },
  { question: 'A6.3', keys: ['2', '3'], handedIn: { pre: { a6_3_measures: ['backup', 'restore_tested'] } } },
  {
    question: 'A7.1',
    keys: ['5'],
    typed: 'Driften sköts tillsammans med Vara.',
    // The third number was offered for Berg, and is not given to another.
    handedIn: {
      notes: 'Driften sköts tillsammans med [KOMMUN 4].',
      pre: { a7_1_view: ['shared_with_other_municipalities'] },
    },
  },
  { question: 'A7.2', keys: ['1'], handedIn: { pre: { a7_2_direction: ['more'] } } },
  {
    question: 'A7.3',
    keys: ['1', '0', '+'],
    typed: 'Kostnaden väger tyngst.',
    handedIn: {
      notes: 'Kostnaden väger tyngst.',
      pre: { a7_3_factors: ['cost', 'cooperation', 'political_decision'] },
    },
  },
];

export const CLOSING = 'Ingenting mer.';
