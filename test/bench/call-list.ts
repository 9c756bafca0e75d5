import { DEFAULT_RULES } from '../../src/study/call-rules.ts';
import { type AttemptRow, type CaseRow, OUTCOMES } from '../../src/study/rows.ts';
import { seeded } from '../../src/study/seeded.ts';
import { whomToCall } from '../../src/study/whom-to-call.ts';

/** How long the call list of 10 000 cases with 50 000 attempts takes to make, first and after one more attempt. */
const CASES = 10_000;
const ATTEMPTS = 50_000;
const chance = seeded('call list');
const now = Date.UTC(2026, 10, 26, 9, 0);
const cases: CaseRow[] = Array.from({ length: CASES }, (_, n) => ({
  id: `case-${n}`,
  wave: 'w',
  code: `${String(1 + (n % 25)).padStart(2, '0')}${n}`,
  name: `Kommun ${n}`,
  stratum: 's',
  assignee: 'me',
  status: 'active',
  completed_by: null,
  rev: {},
}));
const attempts: AttemptRow[] = Array.from({ length: ATTEMPTS }, (_, n) => ({
  id: `attempt-${n}`,
  case: `case-${chance.below(CASES)}`,
  by: 'me',
  outcome: chance.pick(OUTCOMES.filter((outcome) => outcome !== 'interviewed')),
  at: new Date(now - chance.below(60 * 24 * 40) * 60_000).toISOString(),
  late: false,
}));
const time = (): number => {
  const from = performance.now();
  const calls = whomToCall({
    cases,
    attempts,
    appointments: [],
    begun: new Set(),
    now,
    rules: DEFAULT_RULES,
  });
  if (calls.length !== CASES) throw new Error('a case is missing from the list');
  return performance.now() - from;
};
const first = time();
const after: number[] = [];
for (let n = 0; n < 20; n++) {
  attempts.push({
    id: `new-${n}`,
    case: `case-${n}`,
    by: 'me',
    outcome: 'no_answer',
    at: new Date(now).toISOString(),
    late: false,
  });
  after.push(time());
}
after.sort((a, b) => a - b);
console.log(
  `${CASES} cases, ${ATTEMPTS} attempts: opens in ${first.toFixed(0)} ms, reorders in ${(after[10] ?? 0).toFixed(0)} ms (median of 20), ${(after[19] ?? 0).toFixed(0)} ms at most`,
);
