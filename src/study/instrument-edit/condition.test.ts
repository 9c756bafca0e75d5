import fc from 'fast-check';
import { ConditionRunner } from 'survey-core';
import { expect, it } from 'vitest';
import published from '../../../questionnaires/it-sakerhet-upphandling/2025/instrument.json' with {
  type: 'json',
};
import { type Condition, readCondition, writeCondition } from './condition.ts';
import { outlineOf, questionsIn } from './outline.ts';

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,6}$/);
const values = fc.uniqueArray(name, { minLength: 1, maxLength: 3 });
const conditions: fc.Arbitrary<Condition> = fc
  .record({
    join: fc.constantFrom('and', 'or'),
    clauses: fc.array(fc.record({ list: name.map((list) => `a1_1_${list}`), values }), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map(({ join, clauses }) => ({ join: clauses.length === 1 ? 'and' : join, clauses }));

it('reads back what it writes', () => {
  fc.assert(
    fc.property(conditions, fc.boolean(), (condition, many) => {
      expect(readCondition(writeCondition(condition, () => many))).toEqual(condition);
    }),
  );
});

it('means to the survey library what it says', () => {
  fc.assert(
    fc.property(conditions, fc.boolean(), fc.array(name, { maxLength: 3 }), (condition, many, extra) => {
      const set = [...(condition.clauses[0]?.values.slice(0, 1) ?? []), ...extra];
      const data = Object.fromEntries(
        condition.clauses.map(({ list }) => [list, many ? set : set[0]] as const),
      );
      const holds = condition.clauses.map(({ list, values: wanted }) => {
        const value = data[list];
        return Array.isArray(value)
          ? value.some((one) => wanted.includes(one))
          : wanted.includes(String(value));
      });
      const expected = condition.join === 'and' ? holds.every(Boolean) : holds.some(Boolean);
      const runner = new ConditionRunner(writeCondition(condition, () => many));
      expect(runner.runValues(data)).toBe(expected);
    }),
    { numRuns: 200 },
  );
});

it('reads every condition of the published questionnaire, and nothing it cannot show whole', () => {
  const written = questionsIn(outlineOf(published)).flatMap((question) => [
    ...(question.notApplicableIf === null ? [] : [question.notApplicableIf]),
    ...question.probes.flatMap((probe) => (probe.offeredIf === null ? [] : [probe.offeredIf])),
  ]);
  expect(written.length).toBe(5);
  for (const expression of written) expect(readCondition(expression)).not.toBeNull();
  for (const expression of [
    '',
    'true',
    "{a} = 'x' and {b} = 'y' or {c} = 'z'",
    "!({a} = 'x')",
    "{a} <> 'x'",
    '{a} > 3',
    "{a} anyof ['x', b]",
    "({a} = 'x')",
    "{a} = 'it''s'",
  ])
    expect(readCondition(expression), expression).toBeNull();
});
