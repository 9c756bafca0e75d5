import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ClaimSet } from '../../study/claims.ts';
import type { Json } from '../../study/json.ts';
import { parseClaims } from '../../study/parse-claims.ts';
import { type Column, NOT_SHOWN, type Passage, type WaveData } from '../wave/wave-data.ts';
import { judgeClaims } from './judge-claims.ts';
import { qualitativeVariation, spreadDifference } from './spread.ts';

const FILE = 'questionnaires/it-sakerhet-upphandling/2025/claims.json';
const parsed = parseClaims(JSON.parse(readFileSync(FILE, 'utf8')) as Json);
if (!parsed.ok) throw new Error('claims.json cannot be read');
const CLAIMS: ClaimSet = parsed.value;

const N = 100;
/** As many interviews in each category as told, in order; the rest do not tell. */
const judged = (id: string, counts: Readonly<Record<string, number>>): Column => {
  const judgement = CLAIMS.judgements.find((each) => each.id === id);
  if (!judgement) throw new Error(`no judgement ${id}`);
  const categories = judgement.values.map(({ value }) => value).filter((value) => value !== CLAIMS.notShown);
  const of = new Uint8Array(N).fill(NOT_SHOWN);
  let at = 0;
  for (const [value, count] of Object.entries(counts))
    for (let each = 0; each < count; each++) of[at++] = categories.indexOf(value);
  return { id, kind: 'judgement', question: judgement.questions[0] ?? '', categories, of };
};
const mentioned = (code: string, from: number, to: number, start = 0, end = 10): readonly Passage[] =>
  Array.from({ length: to - from }, (_, at) => ({
    interview: from + at,
    question: 'A2.1',
    start,
    end,
    code,
  }));

const wave = (rest: Partial<WaveData>, population: number | null = 290): WaveData => ({
  interviews: N,
  design: { strata: [{ name: 'all', population }], of: new Uint16Array(N) },
  backgrounds: [],
  columns: [],
  passages: [],
  ...rest,
});
const verdictOf = (id: string, data: WaveData, claims = CLAIMS, reliable?: (thing: string) => boolean) => {
  const claim = judgeClaims(claims, data, reliable).find((each) => each.id === id);
  if (!claim) throw new Error(`no claim ${id}`);
  return claim;
};
const withThreshold = (id: string, threshold: number): ClaimSet => ({
  ...CLAIMS,
  claims: CLAIMS.claims.map((claim) =>
    claim.id === id && claim.rule.kind === 'threshold'
      ? { ...claim, rule: { ...claim.rule, threshold } }
      : claim,
  ),
});

describe('most', () => {
  it.each([
    [{ documented_most: 70, partly: 30 }, 'supported', null],
    [{ documented_most: 30, partly: 70 }, 'not_supported', null],
    [{ documented_most: 52, partly: 48 }, 'undecidable', 'interval_covers'],
    [{ documented_most: 20, none: 5 }, 'supported', null],
    [{}, 'undecidable', 'no_interval'],
  ])('%j: %s', (counts, verdict, why) => {
    const got = verdictOf('C1', wave({ columns: [judged('procurement_routine', counts)] }));
    expect(got).toMatchObject({ verdict, why });
  });

  it('cannot be decided without a sample by chance, but counts stand', () => {
    const columns = [judged('procurement_routine', { documented_most: 90 })];
    const got = verdictOf('C1', wave({ columns }, null));
    expect(got).toMatchObject({ verdict: 'undecidable', why: 'no_interval' });
    expect(got.shares[0]?.share).toMatchObject({ x: 90, n: 90, outside: 10 });
  });

  it('cannot be decided where coders do not agree, nor before anybody has judged', () => {
    const columns = [judged('procurement_routine', { documented_most: 70, partly: 30 })];
    const unsure = (thing: string) => thing !== 'judgement:procurement_routine';
    expect(verdictOf('C1', wave({ columns }), CLAIMS, unsure)).toMatchObject({
      verdict: 'undecidable',
      why: 'unreliable',
    });
    expect(verdictOf('C1', wave({}))).toMatchObject({ verdict: 'undecidable', why: 'not_judged' });
  });
});

describe('threshold', () => {
  const columns = [judged('basis_klassa', { yes: 40, no: 50 }), judged('basis_iso', { no: 30, yes: 60 })];
  it('waits for the lead to fix it', () => {
    expect(verdictOf('C2', wave({ columns }))).toMatchObject({
      verdict: 'undecidable',
      why: 'threshold_open',
    });
  });
  it('goes by the share that decides, and shows them all', () => {
    const got = verdictOf('C2', wave({ columns }), withThreshold('C2', 0.5));
    expect(got.verdict).toBe('supported');
    expect(got.shares.map(({ name, decisive, share }) => [name, decisive, share.x, share.n])).toEqual([
      ['klassa', false, 40, 90],
      ['iso', false, 60, 90],
      ['either', true, 90, 90],
    ]);
  });
});

describe('x over y', () => {
  it('takes pairs: what one interview says of both', () => {
    const apart = wave({ passages: [...mentioned('uppf.svart', 0, 50), ...mentioned('krav.svart', 40, 60)] });
    expect(verdictOf('C3', apart)).toMatchObject({ verdict: 'supported', difference: { estimate: 0.3 } });
    const other = wave({ passages: [...mentioned('uppf.svart', 0, 10), ...mentioned('krav.svart', 5, 60)] });
    expect(verdictOf('C3', other).verdict).toBe('not_supported');
    const close = wave({ passages: [...mentioned('uppf.svart', 0, 22), ...mentioned('krav.svart', 40, 60)] });
    expect(verdictOf('C3', close)).toMatchObject({ verdict: 'undecidable', why: 'interval_covers' });
    expect(verdictOf('C3', { ...apart, design: wave({}, null).design })).toMatchObject({
      verdict: 'undecidable',
      why: 'no_interval',
      difference: { interval: null },
    });
  });

  it('takes one code without another (C12)', () => {
    const got = verdictOf(
      'C12',
      wave({
        passages: [...mentioned('nis2.processforandring', 0, 40), ...mentioned('nis2.teknik', 20, 50)],
      }),
    );
    expect(got.shares.map(({ share }) => share.x)).toEqual([40, 10]);
  });
});

describe('varies', () => {
  const even = { systematically: 20, sample: 20, only_at_delivery: 20, only_at_incident: 20, no: 20 };
  it('is supported where even the largest category is clearly under the limit', () => {
    expect(verdictOf('C4', wave({ columns: [judged('control_degree', even)] })).verdict).toBe('supported');
    expect(
      verdictOf('C4', wave({ columns: [judged('control_degree', { no: 90, sample: 10 })] })).verdict,
    ).toBe('not_supported');
    expect(
      verdictOf('C4', wave({ columns: [judged('control_degree', { no: 57, sample: 43 })] })),
    ).toMatchObject({ verdict: 'undecidable', why: 'interval_covers' });
  });

  it('needs all its judgements (C9)', () => {
    const view = judged('hosting_view', { supplier: 30, own: 30, mixed: 40 });
    const direction = judged('hosting_direction', { more: 95, same: 5 });
    expect(verdictOf('C9', wave({ columns: [view, direction] })).verdict).toBe('not_supported');
    expect(verdictOf('C9', wave({ columns: [view] }))).toMatchObject({ why: 'not_judged' });
  });

  it('compares spreads (C20)', () => {
    const columns = [
      judged('control_degree', even),
      judged('requirements_quality', { worked_out: 90, mostly: 10 }),
    ];
    const got = verdictOf('C20', wave({ columns }));
    expect(got.verdict).toBe('supported');
    expect(got.difference?.estimate).toBeCloseTo(1 - ((1 - 0.82) * 5) / 4, 12);
    expect(spreadDifference(columns[0] as Column, columns[0] as Column).estimate).toBe(0);
    expect(qualitativeVariation([5, 0, 0])).toBe(0);
    expect(qualitativeVariation([5, 5])).toBe(1);
    expect(qualitativeVariation([0, 0])).toBeNull();
  });
});

describe('mentioned and conclusion', () => {
  it('have counts and no verdict', () => {
    const passages = [
      ...mentioned('drift.moln', 0, 10, 0, 9),
      ...mentioned('drift.skalbarhet', 0, 5, 4, 12),
      ...mentioned('drift.skalbarhet', 5, 10, 9, 12),
    ];
    const got = verdictOf('C10', wave({ passages }));
    expect(got).toMatchObject({ verdict: null, why: null });
    expect(got.shares.map(({ name, share }) => [name, share.x, share.n])).toEqual([
      ['mentions1', 5, 100],
      ['mentions2', 0, 100],
    ]);
    expect(verdictOf('C21', wave({})).verdict).toBeNull();
  });

  it('leaves no claim of 2025 out', () => {
    expect(judgeClaims(CLAIMS, wave({})).map(({ id }) => id)).toEqual(CLAIMS.claims.map(({ id }) => id));
  });
});
