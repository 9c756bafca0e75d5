import type { AnswerState } from '../../study/answer.ts';
import type { Bilingual } from '../../study/instrument.ts';

/** Words in exported files; they are data for readers elsewhere, not the interface. */
export type Language = 'sv' | 'en';

export const STATE_TEXTS: Readonly<Record<AnswerState, Bilingual>> = {
  answered: { sv: 'besvarad', en: 'answered' },
  dont_know: { sv: 'vet inte', en: "don't know" },
  refused: { sv: 'vill inte svara', en: 'refused' },
  not_applicable: { sv: 'ej aktuell', en: 'not applicable' },
  not_asked: { sv: 'ej ställd', en: 'not asked' },
};

export const VARIABLE_TEXTS = {
  number: { sv: 'Intervjuns nummer i filen', en: 'Number of the interview in the file' },
  interview: { sv: 'Intervjuns slumpmässiga id', en: 'Random id of the interview' },
  stratum: { sv: 'Stratum, eller sammanslagna strata', en: 'Stratum, or strata merged' },
  month: { sv: 'Månad då intervjun blev läsbar', en: 'Month in which the interview was released' },
  role: { sv: 'Den intervjuades roll', en: 'Role of the respondent' },
  language: { sv: 'Intervjuns språk', en: 'Language of the interview' },
  mode: { sv: 'Hur intervjun gjordes', en: 'Mode of the interview' },
  completeness: { sv: 'Hel eller avbruten', en: 'Complete or partial' },
  weight: { sv: 'Vikt, N/r i stratumet', en: 'Weight, N/r of the stratum' },
  state: { sv: 'läge', en: 'state' },
  notes: { sv: 'anteckningar, avidentifierade', en: 'notes, masked' },
  code: { sv: 'kod', en: 'code' },
  judgement: { sv: 'Bedömning', en: 'Judgement' },
  complete: { sv: 'hel', en: 'complete' },
  partial: { sv: 'avbruten', en: 'partial' },
  yes: { sv: 'ja', en: 'yes' },
  no: { sv: 'nej', en: 'no' },
} as const satisfies Readonly<Record<string, Bilingual>>;
