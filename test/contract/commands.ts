import { randomBytes, randomUUID } from 'node:crypto';
import type { Answer } from '../../src/study/answer.ts';
import { canonicalJson } from '../../src/study/json.ts';
import type { Outcome } from '../../src/study/rows.ts';
import type { CommandAnswer, HandIn, SentCommand } from '../../src/study/wire.ts';
import type { Person, Wave } from './people.ts';

/** Commands as a device sends them. */
export const command = (
  kind: string,
  payload: unknown,
  base?: Readonly<Record<string, number>>,
  id: string = randomUUID(),
): SentCommand => ({
  id,
  kind,
  payload: typeof payload === 'string' ? payload : canonicalJson(payload),
  ...(base ? { base } : {}),
});

export const assign = (caseId: string, assignee: string | null, rev = 1): SentCommand =>
  command('case.assign', { case: caseId, assignee }, { assignee: rev });

export const attempt = (caseId: string, outcome: Outcome, id: string = randomUUID()): SentCommand =>
  command('attempt.record', { attempt: id, case: caseId, outcome, at: '2026-11-23T10:15:00.000Z' });

export const appointment = (caseId: string, more: object = {}, id: string = randomUUID()): SentCommand =>
  command('appointment.put', {
    appointment: id,
    case: caseId,
    at: '2026-11-26T09:15:00.000Z',
    zone: 'Europe/Stockholm',
    kind: 'hard',
    ...more,
  });

export const contact = (caseId: string, id: string = randomUUID(), box = 'c2VhbGVk', rev = 0): SentCommand =>
  command('contact.put', { contact: id, case: caseId, generation: 1, box }, { box: rev });

export const answered = (notes: string, more: Partial<Answer> = {}): Answer => ({
  state: 'answered',
  pre: {},
  notes,
  probes: [],
  quotes: [],
  ...more,
});

export const newReceiptHash = (): string => randomBytes(32).toString('hex');

export interface HandInPlan {
  readonly stratum?: string;
  readonly answers?: Readonly<Record<string, Answer>>;
  readonly receipt?: string;
  readonly background?: Partial<HandIn['background']>;
}

export const handIn = (wave: Wave, plan: HandInPlan = {}): HandIn => ({
  wave: wave.id,
  stratum: plan.stratum ?? wave.strata[0] ?? '',
  instrument: wave.instrument,
  receipt_hash: plan.receipt ?? newReceiptHash(),
  answers: Object.entries(plan.answers ?? { 'A1.1': answered('Vi ställer krav i varje upphandling.') }).map(
    ([question, answer]) => ({ question, ...answer }),
  ),
  background: { role: 'it', language: 'sv', mode: 'telephone', completeness: 'complete', ...plan.background },
});

export const sendHandIn = (payload: HandIn, id?: string): SentCommand =>
  command('interview.hand_in', payload, undefined, id);

/** The only answer of a batch of one. */
export const only = (answers: readonly CommandAnswer[]): CommandAnswer => {
  const [answer] = answers;
  if (!answer || answers.length !== 1) throw new Error(`expected one answer, got ${answers.length}`);
  return answer;
};

/** Gives the cases to an interviewer, who completes them: so many hand-ins are then allowed. */
export const complete = async (
  lead: Person,
  interviewer: Person,
  cases: readonly { readonly id: string }[],
): Promise<void> => {
  const all = [
    ...(await lead.push(
      'cases',
      cases.map(({ id }) => assign(id, interviewer.id)),
    )),
    ...(await interviewer.push(
      'cases',
      cases.map(({ id }) => attempt(id, 'interviewed')),
    )),
  ];
  const bad = all.find((answer) => answer.result !== 'accepted');
  if (bad) throw new Error(`not completed: ${JSON.stringify(bad)}`);
};
