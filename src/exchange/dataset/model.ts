import type { AnswerState } from '../../study/answer.ts';
import type { Bilingual, PreCodeList } from '../../study/instrument.ts';

/**
 * A wave as it leaves the house: released interviews, masked text, no case, no person, no time but the month of
 * release. Everything exported is made from this and from nothing else. `dataset.schema.json` says the same in JSON.
 */
export interface Dataset {
  readonly format: 'lagesbild-dataset';
  readonly version: 1;
  readonly study: {
    readonly name: string;
    /** Invented data: said in every file that has room for it. */
    readonly practice: boolean;
    readonly sponsor: string;
    readonly controller: string;
  };
  readonly wave: {
    readonly label: string;
    readonly year: number;
    /** Released in groups of at least so many alike. */
    readonly k: number;
    /** Strata with the units of the frame in them; null where the wave is no probability sample. */
    readonly strata: readonly { readonly name: string; readonly population: number | null }[];
  };
  readonly instrument: {
    readonly id: string;
    readonly title: Bilingual;
    readonly roles: readonly { readonly value: string; readonly text: Bilingual }[];
    readonly questions: readonly DatasetQuestion[];
  };
  readonly coding: {
    /** Whose codes these are: `settled`, `any coder`, a round's label. */
    readonly layer: string;
    readonly codebookVersion: number | null;
    readonly codes: readonly DatasetCode[];
    readonly judgements: readonly DatasetJudgement[];
  };
  readonly interviews: readonly DatasetInterview[];
}

export interface DatasetQuestion {
  readonly id: string;
  readonly section: string;
  readonly text: Bilingual;
  readonly preCodeLists: readonly {
    readonly name: PreCodeList['name'];
    readonly title: Bilingual | null;
    readonly many: boolean;
    readonly values: readonly { readonly value: string; readonly text: Bilingual }[];
  }[];
}

export interface DatasetCode {
  readonly id: string;
  readonly parent: string | null;
  readonly name: Bilingual;
  readonly definition: Bilingual;
}

export interface DatasetJudgement {
  readonly id: string;
  readonly text: Bilingual;
  readonly values: readonly { readonly value: string; readonly text: Bilingual }[];
}

export interface DatasetInterview {
  readonly id: string;
  readonly stratum: string;
  /** Of release, `2026-11`. */
  readonly month: string;
  readonly instrument: string;
  readonly role: string | null;
  readonly language: string | null;
  readonly mode: string | null;
  readonly completeness: 'complete' | 'partial' | null;
  readonly weight: number | null;
  readonly answers: readonly DatasetAnswer[];
  /** Value by judgement; one that nobody made is not there. */
  readonly judgements: Readonly<Record<string, string>>;
}

export interface DatasetAnswer {
  readonly question: string;
  readonly state: AnswerState;
  /** Set pre-codes by the name of their list. */
  readonly pre: Readonly<Record<string, readonly string[]>>;
  readonly notes: string;
  /** Codes on the answer; null: it was not coded, so that a code's absence says nothing. */
  readonly codes: readonly string[] | null;
}
