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
/** Wall clock and processor time, ms: on a machine that does other things as well only the latter can be compared. */
const time = (): { readonly wall: number; readonly cpu: number } => {
  const [from, busy] = [performance.now(), process.cpuUsage()];
  const calls = whomToCall({
    cases,
    attempts,
    appointments: [],
    begun: new Set(),
    now,
    rules: DEFAULT_RULES,
  });
  if (calls.length !== CASES) throw new Error('a case is missing from the list');
  const { user, system } = process.cpuUsage(busy);
  return { wall: performance.now() - from, cpu: (user + system) / 1000 };
};

/** The rule alone: the screen beside it paints a hundred lines. */
export const benchCallList = (): void => {
  const first = time();
  const after: { readonly wall: number; readonly cpu: number }[] = [];
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
  const middle = (of: 'wall' | 'cpu'): string =>
    (after.map((one) => one[of]).sort((a, b) => a - b)[10] ?? 0).toFixed(0);
  console.log(
    `Call list of ${CASES} cases, ${ATTEMPTS} attempts: made in ${first.wall.toFixed(0)} ms (${first.cpu.toFixed(0)} of processor), anew after an attempt in ${middle('wall')} ms (${middle('cpu')}), median of 20`,
  );
};
