/** The five states of an answer (sv: Besvarad, Vet inte, Vill inte svara, Ej aktuell, Ej ställd). */
export const ANSWER_STATES = ['answered', 'dont_know', 'refused', 'not_applicable', 'not_asked'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

/** A range of the notes worth quoting; UTF-16 offsets, end exclusive. `verbatim`: typed word for word and read back. */
export interface QuoteMark {
  readonly start: number;
  readonly end: number;
  readonly kind: 'verbatim' | 'notes';
}

/** What an interview says on one question. In a draft the notes are raw; handed in, they are masked. */
export interface Answer {
  readonly state: AnswerState;
  /** Set pre-codes by the name of their list. */
  readonly pre: Readonly<Record<string, readonly string[]>>;
  readonly notes: string;
  /** Ids of probes that were used. */
  readonly probes: readonly string[];
  readonly quotes: readonly QuoteMark[];
}

export const emptyAnswer: Answer = { state: 'not_asked', pre: {}, notes: '', probes: [], quotes: [] };
