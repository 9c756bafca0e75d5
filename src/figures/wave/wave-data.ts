/**
 * A wave as figures see it: columns over interviews, nothing that names one. Sized for 10 000 interviews and 80 codes,
 * hence typed arrays. Made from the replica by whoever holds it.
 */
export interface WaveData {
  readonly interviews: number;
  readonly design: Design;
  /** Coarse descriptions of respondents, stratum among them; what tables may be broken down by. */
  readonly backgrounds: readonly Background[];
  readonly columns: readonly Column[];
  /** By question: ANSWERED, or the reason why not. */
  readonly states?: ReadonlyMap<string, Uint8Array>;
  /** Coded passages, in any order. */
  readonly passages: readonly Passage[];
  /** Codes under each theme, at any depth: who mentions one of them mentions the theme. */
  readonly under?: ReadonlyMap<string, readonly string[]>;
}

/** How the sample was drawn; null populations where it was not drawn by chance: then counts only. */
export interface Design {
  readonly strata: readonly { readonly name: string; readonly population: number | null }[];
  /** Index into `strata` for each interview. */
  readonly of: Uint16Array;
}

export interface Background {
  readonly id: string;
  /** In their order, where they have one (sizes). */
  readonly values: readonly string[];
  /** Index into `values`; UNKNOWN where it is not told. */
  readonly of: Uint8Array;
}

/** One thing asked or judged of every interview, at most one category each. */
export interface Column {
  readonly id: string;
  readonly kind: 'pre_code' | 'judgement';
  readonly question: string;
  readonly categories: readonly string[];
  /** Index into `categories`, or a reason why there is none. */
  readonly of: Uint8Array;
}

export const ANSWERED = 0;
/** Reasons instead of a category, and of a background that is not told. */
export const NOT_ASKED = 255;
export const NOT_ANSWERED = 254;
/** Asked and answered, but the notes do not tell (sv: framgår ej). */
export const NOT_SHOWN = 253;
export const UNKNOWN = 255;

/** A passage under a code; offsets within the answer, end exclusive. */
export interface Passage {
  readonly interview: number;
  readonly question: string;
  readonly start: number;
  readonly end: number;
  readonly code: string;
}
