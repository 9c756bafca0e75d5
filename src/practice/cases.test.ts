import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seeded } from '../study/seeded.ts';
import { makeCases } from './cases.ts';

const done = Array.from({ length: 250 }, (_, index) => (index % 3 === 0 ? 'norr' : 'söder'));
const cases = makeCases(done, ['norr', 'söder'], seeded(1));

describe('makeCases', () => {
  it('completes as many cases a stratum as there are interviews', () => {
    for (const stratum of ['norr', 'söder']) {
      const completed = cases.filter(
        (one) => one.stratum === stratum && one.attempts.at(-1) === 'interviewed',
      );
      expect(completed).toHaveLength(done.filter((of) => of === stratum).length);
    }
    expect(cases).toHaveLength(400);
  });

  it('can never be taken for a real municipality', () => {
    const frame = readFileSync('questionnaires/it-sakerhet-upphandling/2025/sample-frame.csv', 'utf8');
    const real = new Set(
      frame
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[1]),
    );
    for (const { code, name } of cases) {
      expect(code).toMatch(/^P\d{3}$/);
      expect(name).toMatch(/ \(påhittad\)$/);
      expect(real.has(name.replace(/( \d+)? \(påhittad\)$/, ''))).toBe(false);
    }
    expect(new Set(cases.map((one) => one.name)).size).toBe(400);
    expect(new Set(cases.map((one) => one.code)).size).toBe(400);
  });
});
