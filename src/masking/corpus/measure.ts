import { isMaskedAlone } from '../apply.ts';
import { findAll } from '../find.ts';
import { FIND_KINDS, type FindKind } from '../types.ts';
import type { Sample } from './generate.ts';

export interface Score {
  readonly kind: FindKind;
  readonly gold: number;
  /** Gold stretches of this kind wholly covered by what is masked, under whatever kind. */
  readonly covered: number;
  readonly finds: number;
  /** Masked finds of this kind that touch gold of any kind. */
  readonly right: number;
}
export interface Miss {
  readonly id: string;
  readonly text: string;
  readonly what: 'missed' | 'wrong';
  readonly kind: FindKind;
  readonly part: string;
}

/** As the command line masks: nobody to ask, uncertain finds settled by context. Security details are never masked so. */
export const measure = (
  samples: readonly Sample[],
): { readonly scores: readonly Score[]; readonly misses: readonly Miss[] } => {
  const table = new Map(FIND_KINDS.map((kind) => [kind, { kind, gold: 0, covered: 0, finds: 0, right: 0 }]));
  const misses: Miss[] = [];
  for (const { id, text, context, gold } of samples) {
    const masked = findAll(text, context).filter(isMaskedAlone);
    for (const { start, end, kind } of gold) {
      const row = table.get(kind);
      if (row === undefined) continue;
      row.gold += 1;
      let reached = start;
      for (const find of masked) if (find.start <= reached && find.end > reached) reached = find.end;
      if (reached >= end) row.covered += 1;
      else misses.push({ id, text, what: 'missed', kind, part: text.slice(start, end) });
    }
    for (const find of masked) {
      const row = table.get(find.kind);
      if (row === undefined) continue;
      row.finds += 1;
      if (gold.some((other) => other.start < find.end && find.start < other.end)) row.right += 1;
      else misses.push({ id, text, what: 'wrong', kind: find.kind, part: find.text });
    }
  }
  return { scores: [...table.values()].filter((row) => row.gold + row.finds > 0), misses };
};

export const recallOf = (scores: readonly Score[], kinds: readonly FindKind[]): number => {
  const rows = scores.filter(({ kind }) => kinds.includes(kind));
  const gold = rows.reduce((sum, row) => sum + row.gold, 0);
  return gold === 0 ? 1 : rows.reduce((sum, row) => sum + row.covered, 0) / gold;
};
export const precisionOf = (scores: readonly Score[], kinds: readonly FindKind[]): number => {
  const rows = scores.filter(({ kind }) => kinds.includes(kind));
  const finds = rows.reduce((sum, row) => sum + row.finds, 0);
  return finds === 0 ? 1 : rows.reduce((sum, row) => sum + row.right, 0) / finds;
};
export const STRUCTURED_KINDS: readonly FindKind[] = [
  'personal_id',
  'org_number',
  'phone',
  'email',
  'url',
  'ip',
  'address',
];
