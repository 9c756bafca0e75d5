import { type Figure, figure, noFigure } from '../../figure.ts';
import { REASONS } from '../reasons.ts';
import { intersection, type Stretch, stretchesOf, type Unitization } from './spans.ts';

/**
 * Krippendorff's first alpha for unitizing (1995; Content Analysis, 2nd edition 2004, p. 251-256): how well coders
 * agree on where passages of a value begin and end, by the squares of the lengths by which they miss one another.
 */
export interface UnitizingDisagreement {
  readonly observed: number;
  readonly expected: number;
}

/** Kept for comparison with older studies; the family of 2016 is the current one. */
export const alphaUnitizing2004 = (
  coders: readonly Unitization[],
  length: number,
): { readonly overall: Figure; readonly byValue: ReadonlyMap<string, Figure & UnitizingDisagreement> } => {
  const values = [...new Set(coders.flatMap((spans) => spans.map(({ value }) => value)))].sort();
  const each = values.map((value) => [value, disagreement(coders, value, length)] as const);
  const total = each.reduce(
    (so, [, { observed, expected }]) => ({
      observed: so.observed + observed,
      expected: so.expected + expected,
    }),
    { observed: 0, expected: 0 },
  );
  return {
    overall: asFigure(total, coders.length),
    byValue: new Map(each.map(([value, parts]) => [value, { ...asFigure(parts, coders.length), ...parts }])),
  };
};

const asFigure = ({ observed, expected }: UnitizingDisagreement, coders: number): Figure => {
  if (coders < 2) return noFigure(REASONS.oneCoder);
  return expected === 0 ? noFigure(REASONS.noPassage) : figure(1 - observed / expected);
};

const disagreement = (
  coders: readonly Unitization[],
  value: string,
  length: number,
): UnitizingDisagreement => {
  const sections = coders.map((spans) =>
    stretchesOf(
      spans.filter((span) => span.value === value),
      length,
    ),
  );
  return { observed: observedOf(sections, length), expected: expectedOf(sections, length) };
};

const lengthOf = ({ start, end }: Stretch): number => end - start;

const observedOf = (sections: readonly (readonly Stretch[])[], length: number): number => {
  let sum = 0;
  for (const [i, mine] of sections.entries()) {
    for (const [j, theirs] of sections.entries()) {
      if (i === j) continue;
      for (const a of mine) for (const b of theirs) sum += missed(a, b);
    }
  }
  return sum / (sections.length * (sections.length - 1) * length ** 2);
};

/** Two passages that meet miss each other by both ends; one that lies in the other's gap, by its whole length. */
const missed = (a: Stretch, b: Stretch): number => {
  if (a.value !== null && b.value !== null) {
    return intersection(a, b) > 0 ? (a.start - b.start) ** 2 + (a.end - b.end) ** 2 : 0;
  }
  if (a.value !== null) return within(a, b) ? lengthOf(a) ** 2 : 0;
  if (b.value !== null) return within(b, a) ? lengthOf(b) ** 2 : 0;
  return 0;
};

const within = (inner: Stretch, outer: Stretch): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;

const expectedOf = (sections: readonly (readonly Stretch[])[], length: number): number => {
  const coders = sections.length;
  const all = sections.flat();
  const passages = all.filter(({ value }) => value !== null).map(lengthOf);
  const gaps = all.filter(({ value }) => value === null).map(lengthOf);
  let sum = 0;
  let own = 0;
  for (const here of passages) {
    own += here * (here - 1);
    const overlapping = ((passages.length - 1) / 3) * (2 * here ** 3 - 3 * here ** 2 + here);
    let apart = 0;
    for (const gap of gaps) if (gap >= here) apart += gap - here + 1;
    sum += overlapping + here ** 2 * apart;
  }
  const pairs = coders * length * (coders * length - 1) - own;
  return passages.length === 0 ? 0 : (2 * sum) / (length * pairs);
};
