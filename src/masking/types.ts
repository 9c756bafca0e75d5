/** What the finder can find. The guard's four kinds (guard.ts) are `personal_id`, `email`, `phone` and `url` here. */
export const FIND_KINDS = [
  'personal_id',
  'org_number',
  'phone',
  'email',
  'url',
  'ip',
  'address',
  'municipality',
  'place',
  'region',
  'cooperation',
  'company',
  'person',
  'supplier',
  'product',
  'count',
  'incident',
  'distinction',
  /** Pointed out only: whether it helps an attacker is a judgement, so the program never masks it by itself. */
  'security_detail',
] as const;
export type FindKind = (typeof FIND_KINDS)[number];

/** What the program knows about the call before it reads. */
export interface MaskingContext {
  /** Short name of the case's own municipality ("Vara"); it gets the placeholder without a number. */
  readonly municipality?: string | undefined;
}

/** Why something was found: a code, so that the screen says it in its language. */
export type Reason =
  | 'form' // its form alone tells: an e-mail address, a link
  | 'checksum' // a number whose check digit holds
  | 'checksum_fails' // the form of a number whose check digit does not hold
  | 'own_municipality'
  | 'name' // a name from a list that is nothing else
  | 'word_or_name' // a name that is also an ordinary word or another name; context leans
  | 'misspelt' // close to a name from a list
  | 'context' // the words around it tell
  | 'relation' // a supplier or product that the speaker is tied to
  | 'security'
  | 'by_hand';

/** A stretch of a text. UTF-16 offsets, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Find extends Range {
  readonly kind: FindKind;
  readonly text: string;
  /** The thing meant, whatever its form: "Varas" and "Vara kommun" share one. */
  readonly key: string;
  /** Certain finds are masked beforehand; the others are asked about, once for each distinct string. */
  readonly certain: boolean;
  /** What context speaks for; settles an uncertain find where nobody can be asked. */
  readonly lean: 'mask' | 'keep';
  readonly reason: Reason;
  readonly placeholder: string;
}

/** Which thing bears which placeholder: the same thing the same number through the whole interview. JSON. */
export interface Ledger {
  /** Key of a thing to its placeholder. */
  readonly given: Readonly<Record<string, string>>;
}
export const emptyLedger: Ledger = { given: {} };
