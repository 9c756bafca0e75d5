import type { Id } from '../../study/ids.ts';
import type { CodeRow } from '../../study/rows.ts';

/** A code as a codebook lists it: a row of ours, or one from a file that has no status yet. */
export type BookCode = Pick<CodeRow, 'id' | 'key' | 'parent' | 'order' | 'fields'> &
  Partial<Pick<CodeRow, 'status'>>;

export interface Placed {
  readonly code: BookCode;
  /** From 1. */
  readonly depth: number;
  /** `2.1.3`. */
  readonly number: string;
}

/**
 * In reading order, each below what it lies under. One whose parent is not listed comes at the top, so that none is
 * lost; merged and proposed ones are not part of the book.
 */
export const inReadingOrder = (codes: readonly BookCode[]): readonly Placed[] => {
  const listed = codes.filter(({ status }) => status !== 'merged' && status !== 'proposed');
  const ids = new Set(listed.map(({ id }) => id));
  const children = new Map<Id | null, BookCode[]>();
  for (const code of listed) {
    const parent = code.parent !== null && ids.has(code.parent) ? code.parent : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(code);
    else children.set(parent, [code]);
  }
  const placed: Placed[] = [];
  const place = (parent: Id | null, depth: number, above: string): void => {
    const siblings = (children.get(parent) ?? []).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
    for (const [at, code] of siblings.entries()) {
      const number = `${above}${at + 1}`;
      placed.push({ code, depth, number });
      place(code.id, depth + 1, `${number}.`);
    }
  };
  place(null, 1, '');
  return placed;
};

/** What opposites and parents are called in a file: the lasting name where there is one. */
export const namesOf = (codes: readonly BookCode[]): ReadonlyMap<Id, string> =>
  new Map(codes.map(({ id, key }) => [id, key ?? id]));
