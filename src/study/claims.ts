import type { Bilingual } from './instrument.ts';

/**
 * What a report may say (claims.json): judgements a coder makes of each interview, and claims with the rule that decides
 * them. Locked before coding begins.
 */
export interface Judgement {
  readonly id: string;
  /** Questions whose notes it is made from. */
  readonly questions: readonly string[];
  readonly text: Bilingual;
  readonly values: readonly {
    readonly value: string;
    readonly text: Bilingual;
    readonly definition: Bilingual;
  }[];
}

/** Interviews that a claim counts. */
export type Counted =
  | { readonly of: 'judgement'; readonly judgement: string; readonly values: readonly string[] }
  | { readonly of: 'codes'; readonly anyOf: readonly string[]; readonly noneOf?: readonly string[] }
  /** One of each list, laid over one passage or anywhere in one interview. */
  | { readonly of: 'same_passage' | 'same_interview'; readonly all: readonly (readonly string[])[] };
export type NamedCounted = Counted | { readonly of: 'either'; readonly parts: readonly string[] };

export type ClaimRule =
  | {
      readonly kind: 'most' | 'threshold';
      /** By name, all shown; one decides. */
      readonly shares: Readonly<Record<string, NamedCounted>>;
      readonly decisive: string;
      /** In [0, 1]; 0.5 for "most"; null until the lead has fixed it. */
      readonly threshold: number | null;
      readonly beside: readonly Counted[];
    }
  | {
      readonly kind: 'x_over_y';
      readonly more: Counted;
      readonly less: Counted;
      readonly beside: readonly Counted[];
    }
  | { readonly kind: 'varies'; readonly judgements: readonly string[]; readonly largestUnder: number }
  /** The first is spread over its values more evenly than the second. */
  | { readonly kind: 'spread'; readonly judgement: string; readonly against: string }
  | {
      readonly kind: 'mentioned';
      readonly mentions: readonly Counted[];
      readonly against: readonly Counted[];
    }
  | {
      readonly kind: 'conclusion';
      readonly restsOn: readonly string[];
      readonly mentions: readonly Counted[];
    };

export interface Claim {
  readonly id: string;
  readonly text: Bilingual;
  readonly rule: ClaimRule;
  readonly note: string | null;
}

export interface ClaimSet {
  readonly id: string;
  /** The value of every judgement that says: the notes do not tell. */
  readonly notShown: string;
  readonly judgements: readonly Judgement[];
  readonly claims: readonly Claim[];
  /** Words that claim a change, which one wave cannot show. */
  readonly changeWords: readonly string[];
}
