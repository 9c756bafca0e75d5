import { findBodies } from './finder/bodies.ts';
import type { Candidate } from './finder/candidate.ts';
import { findCounts } from './finder/counts.ts';
import { findDistinctions } from './finder/distinctions.ts';
import { type Doc, readDoc } from './finder/doc.ts';
import { findIncidents } from './finder/incidents.ts';
import { findMunicipalities } from './finder/municipalities.ts';
import { officialName } from './finder/municipality-index.ts';
import { findPersons } from './finder/persons.ts';
import { findRelations } from './finder/relations.ts';
import { findSecurity } from './finder/security.ts';
import { findStructured } from './finder/structured.ts';
import { assign } from './ledger.ts';
import {
  emptyLedger,
  type Find,
  type FindKind,
  type Ledger,
  type MaskingContext,
  type Range,
} from './types.ts';

/** Who wins where two finds overlap: the more telling kind first. */
const RANK: Readonly<Record<FindKind, number>> = {
  personal_id: 0,
  email: 1,
  phone: 2,
  url: 3,
  ip: 4,
  org_number: 5,
  address: 6,
  cooperation: 7,
  company: 8,
  region: 9,
  person: 10,
  municipality: 10,
  incident: 10,
  supplier: 11,
  product: 12,
  place: 13,
  distinction: 14,
  count: 15,
  security_detail: 16,
};

const overlaps = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;
const covers = (a: Range, b: Range): boolean => a.start <= b.start && b.end <= a.end;
const length = (range: Range): number => range.end - range.start;

/** Certain before leaning to mask before leaning to keep; then rank; then the longer. */
const stronger = (a: Candidate, b: Candidate): number => {
  const weight = (c: Candidate): number => (c.lean === 'keep' ? 2 : 0) + (c.certain ? 0 : 1);
  const keeps = Number(a.lean === 'keep') - Number(b.lean === 'keep');
  if (keeps !== 0) return keeps;
  // A longer find that holds the other whole says more ("Habo Energi" over "Habo"), incidents included.
  if (covers(a, b) && length(a) > length(b) && a.kind !== 'count') return -1;
  if (covers(b, a) && length(b) > length(a) && b.kind !== 'count') return 1;
  return RANK[a.kind] - RANK[b.kind] || weight(a) - weight(b) || length(b) - length(a) || a.start - b.start;
};

/** Settles overlaps so that what remains is in order and apart. What a loser had beyond the winner is not dropped. */
const settle = (doc: Doc, candidates: readonly Candidate[]): readonly Candidate[] => {
  const open = candidates.filter((c) => c.start < c.end && !doc.fences.some((fence) => overlaps(fence, c)));
  const kept: Candidate[] = [];
  for (const candidate of [...open].sort(stronger)) {
    const rival = kept.findIndex((other) => overlaps(other, candidate));
    const winner = kept[rival];
    if (winner === undefined) kept.push(candidate);
    else if (!covers(winner, candidate) && winner.lean === 'mask' && candidate.lean === 'mask') {
      const union = {
        ...winner,
        start: Math.min(winner.start, candidate.start),
        end: Math.max(winner.end, candidate.end),
      };
      if (!kept.some((other, i) => i !== rival && overlaps(other, union))) kept[rival] = union;
    }
  }
  return kept.sort((a, b) => a.start - b.start);
};

export interface Found {
  readonly finds: readonly Find[];
  readonly ledger: Ledger;
}

/**
 * Everything in `text` that may tell who speaks, in order and without overlaps, each with the placeholder it
 * would get. Hand the ledger of the earlier texts in and take the new one along, so that the same thing keeps its number.
 */
export const findIn = (text: string, context: MaskingContext, ledger: Ledger = emptyLedger): Found => {
  const doc = readDoc(text);
  const candidates = settle(doc, [
    ...findStructured(doc),
    ...findMunicipalities(doc, context),
    ...findBodies(doc),
    ...findPersons(doc, Object.keys(ledger.given)),
    ...findRelations(doc),
    ...findCounts(doc),
    ...findIncidents(doc),
    ...findDistinctions(doc),
    ...findSecurity(doc),
  ]);
  const own =
    context.municipality === undefined ? null : `municipality:${officialName(context.municipality)}`;
  const numbered = assign(ledger, candidates, own);
  const finds = candidates.map((candidate, i): Find => {
    const { start, end } = doc.back(candidate);
    return {
      start,
      end,
      kind: candidate.kind,
      text: text.slice(start, end),
      key: candidate.key,
      certain: candidate.certain,
      lean: candidate.lean,
      reason: candidate.reason,
      placeholder: numbered.placeholders[i] ?? '',
    };
  });
  return { finds, ledger: numbered.ledger };
};

export const findAll = (
  text: string,
  context: MaskingContext = {},
  ledger: Ledger = emptyLedger,
): readonly Find[] => findIn(text, context, ledger).finds;
