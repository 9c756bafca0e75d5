import type { FindKind, Range, Reason } from '../types.ts';
import type { Doc, Token } from './doc.ts';

/** A find before overlaps are settled. Offsets are those of the plain text. */
export interface Candidate extends Range {
  readonly kind: FindKind;
  readonly key: string;
  readonly certain: boolean;
  readonly lean: 'mask' | 'keep';
  readonly reason: Reason;
}

export const certain = (range: Range, kind: FindKind, key: string, reason: Reason): Candidate => ({
  start: range.start,
  end: range.end,
  kind,
  key,
  certain: true,
  lean: 'mask',
  reason,
});
export const uncertain = (
  range: Range,
  kind: FindKind,
  key: string,
  lean: 'mask' | 'keep',
  reason: Reason,
): Candidate => ({
  start: range.start,
  end: range.end,
  kind,
  key,
  certain: false,
  lean,
  reason,
});

/** Low words around a token, within its sentence; '' beyond it. */
export const near = (doc: Doc, at: number, step: number): string => {
  const token = doc.tokens[at + step];
  return token !== undefined && token.sentence === doc.tokens[at]?.sentence ? token.low : '';
};

export const sentenceOf = (doc: Doc, token: Token): string => {
  let start = token.start;
  let end = token.end;
  for (const other of doc.tokens) {
    if (other.sentence !== token.sentence) continue;
    start = Math.min(start, other.start);
    end = Math.max(end, other.end);
  }
  return doc.plain.slice(start, end);
};

/** Every match of a global regex as a range; `group` by name `x` where only a part is meant. */
export function* matches(
  text: string,
  regex: RegExp,
): Generator<Range & { readonly match: RegExpMatchArray }> {
  for (const match of text.matchAll(regex)) {
    const part = match.indices?.groups?.x;
    if (part !== undefined) yield { start: part[0], end: part[1], match };
    else yield { start: match.index, end: match.index + match[0].length, match };
  }
}

const VOWEL_S = /[sxz]$/u;
/** A word without its genitive s ("Karins", "Vara's"); both forms are tried by the caller. */
export const withoutGenitive = (low: string): string | null =>
  low.length > 2 && low.endsWith('s') && !VOWEL_S.test(low.slice(0, -1)) ? low.slice(0, -1) : null;
