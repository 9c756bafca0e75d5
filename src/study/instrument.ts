import type { InstrumentFault } from './instrument-fault.ts';

/**
 * The instrument as the rest of the house reads it: typed, both languages, no survey library.
 * It is parsed from the SurveyJS definition by `parseInstrument`; the definition itself is what is published.
 */

/** A text in both languages of the interface. */
export interface Bilingual {
  readonly sv: string;
  readonly en: string;
}

/** sv: förval. A closed category the interviewer may set with one key; never required. */
export interface PreCode {
  readonly value: string;
  readonly text: Bilingual;
  readonly definition: Bilingual;
  /** Set alone: setting it clears the others of its list, and the reverse. */
  readonly exclusive: boolean;
}

/** One list of pre-codes; a question may have several (A1.1: method, and scope). */
export interface PreCodeList {
  /** Name of the SurveyJS element, for instance `a1_1_method`. */
  readonly name: string;
  readonly title?: Bilingual;
  readonly many: boolean;
  readonly preCodes: readonly PreCode[];
}

/** sv: följdfråga. A neutral follow-up, one key away. */
export interface Probe {
  readonly id: string;
  readonly text: Bilingual;
  readonly definition: Bilingual;
  /** SurveyJS expression over pre-code elements; absent means always offered. */
  readonly offeredIf?: string;
}

export interface Question {
  /** As printed: `A1.1`. */
  readonly id: string;
  readonly section: string;
  readonly text: Bilingual;
  /** Read silently by the interviewer. */
  readonly instruction?: Bilingual;
  /** Name of the notes element, for instance `a1_1_notes`. */
  readonly notes: string;
  readonly preCodeLists: readonly PreCodeList[];
  readonly probes: readonly Probe[];
  /** SurveyJS expression: when true, "not applicable" is offered; the question stays askable. */
  readonly notApplicableIf?: string;
  /** A claim of the report rests on it, so coders judge it before they see the pre-code. */
  readonly claimBearing: boolean;
}

/** sv: frågeområde. */
export interface Section {
  readonly id: string;
  readonly title: Bilingual;
  /** For the area list: one or two words. */
  readonly shortTitle: Bilingual;
  readonly questions: readonly Question[];
}

export interface ObjectionCard {
  readonly id: string;
  readonly title: Bilingual;
  readonly text: Bilingual;
}

/** A paragraph read aloud. May hold {wave.<field>}, {receipt}, {municipality}: filled by the interview screen. */
export interface ScriptPart {
  readonly id: string;
  readonly title: Bilingual;
  readonly text: Bilingual;
}

export interface Instrument {
  readonly id: string;
  readonly title: Bilingual;
  readonly opening: readonly ScriptPart[];
  /** Version of the consent text that was read; travels nowhere but the draft. */
  readonly consentVersion: string;
  readonly objections: readonly ObjectionCard[];
  readonly roles: readonly { readonly value: string; readonly text: Bilingual }[];
  readonly sections: readonly Section[];
  readonly closing: readonly ScriptPart[];
  /** Id of the free notes asked for at the end ("anything to add"), masked like the rest. */
  readonly closingNotes: string;
  /** For reading the receipt aloud: letters A to Z and digits with their words. */
  readonly spellingAlphabet: readonly { readonly character: string; readonly text: Bilingual }[];
}

export type InstrumentProblem = {
  readonly type: 'broken_instrument';
  /** JSON Pointer (RFC 6901) into the definition. */
  readonly path: string;
  readonly reason: string;
  readonly fault: InstrumentFault;
};
