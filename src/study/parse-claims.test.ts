import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Json } from './json.ts';
import { parseClaims } from './parse-claims.ts';

const FILE = 'questionnaires/it-sakerhet-upphandling/2025/claims.json';
const read = (): Json => JSON.parse(readFileSync(FILE, 'utf8')) as Json;
const changed = (change: (text: string) => string): Json =>
  JSON.parse(change(JSON.stringify(read()))) as Json;

describe('parseClaims', () => {
  it('reads the claims of 2025', () => {
    const got = parseClaims(read());
    if (!got.ok) throw new Error(JSON.stringify(got.error));
    expect(got.value.claims.map(({ id }) => id)).toContain('C7b');
    expect(got.value.claims).toHaveLength(22);
    expect(got.value.claims[0]?.rule).toMatchObject({ kind: 'most', threshold: 0.5, decisive: 'share' });
    expect(got.value.claims.find(({ id }) => id === 'C2')?.rule).toMatchObject({
      kind: 'threshold',
      threshold: null,
      decisive: 'either',
    });
    expect(got.value.claims.find(({ id }) => id === 'C20')?.rule.kind).toBe('spread');
  });

  it.each([
    [
      'a judgement that is not there',
      '"judgement":"procurement_routine"',
      '"judgement":"procurement"',
      'no judgement',
    ],
    ['a value that is not there', '"values":["documented_most"]', '"values":["most"]', 'no value'],
    ['a kind that is not there', '"kind":"conclusion"', '"kind":"guess"', 'no kind'],
    ['a conclusion on nothing', '"restsOn":["C8"]', '"restsOn":["C99"]', 'no claim here'],
    ['a share beyond all', '"largestUnder":0.6', '"largestUnder":60', 'between 0 and 1'],
  ])('says where: %s', (_, from, to, reason) => {
    const got = parseClaims(changed((text) => text.replace(from, to)));
    expect(got.ok).toBe(false);
    if (!got.ok) expect(got.error.problems.map((problem) => problem.reason).join()).toContain(reason);
  });

  it('reads nothing into what is no claims file', () => {
    for (const value of [null, 3, [], {}, 'x']) expect(parseClaims(value).ok).toBe(false);
  });
});
