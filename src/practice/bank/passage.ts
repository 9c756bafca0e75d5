/**
 * A passage as an interviewer might note it: text, what it speaks of, and what it leans to.
 * `{a|b}` in a text stands for one of its alternatives, so that the same thought is not noted twice alike.
 */
export interface Passage {
  readonly text: string;
  /** Codes of codebook.json that a coder could rightly give it. */
  readonly codes: readonly string[];
  /** Organisations with their house in order say `strong` things more often, others `weak`. */
  readonly lean: 'strong' | 'weak' | 'either';
  /** Pre-code values of its question that it gives reason for; a passage with any can open an answer. */
  readonly pre: readonly string[];
}

const LEANS = { '+': 'strong', '-': 'weak', '=': 'either' } as const;
const words = (text: string): readonly string[] => (text === '' ? [] : text.split(' '));

/** Short, since the bank holds hundreds: text, codes, lean, pre-codes. */
export const p = (text: string, codes = '', lean: keyof typeof LEANS = '=', pre = ''): Passage => ({
  text,
  codes: words(codes),
  lean: LEANS[lean],
  pre: words(pre),
});

/** Question id to its passages. */
export type Bank = Readonly<Record<string, readonly Passage[]>>;
