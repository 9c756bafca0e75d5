import { expect, it } from 'vitest';
import definition from '../../../questionnaires/it-sakerhet-upphandling/2025/instrument.json' with {
  type: 'json',
};
import type { Engine } from '../../engine/types.ts';
import type { InterviewDraft } from '../../study/draft.ts';
import { editNotes } from '../../study/draft-notes.ts';
import { beginDraft, giveConsent, questionsOf } from '../../study/draft-rules.ts';
import type { Json } from '../../study/json.ts';
import { parseInstrument } from '../../study/parse-instrument.ts';
import { createCell } from '../../study/source.ts';
import type { HandIn } from '../../study/wire.ts';
import { handIn } from './hand-in.ts';
import { reviewOf } from './review-texts.ts';

const parsed = parseInstrument(definition as Json);
if (!parsed.ok) throw new Error(parsed.error.reason);
const instrument = parsed.value;
const begun = giveConsent(
  beginDraft('d', { id: 'w' }, { id: 'c', name: 'Vara', stratum: 's' }, instrument, 'h'),
  '1',
  'AAAAABBBBB',
);
const draft = questionsOf(instrument).reduce<InterviewDraft>(
  (now, { id }) => editNotes(now, id, 'Vi gör så i Vara kommun.', 0),
  begun,
);

const engineOf = (attempts: readonly object[], refuse = false) => {
  const calls: { kind: string; attempt: string; payload?: HandIn }[] = [];
  const engine = {
    me: { id: 'me' },
    view: createCell({ all: () => attempts, get: () => ({ completed_by: null, fields: {} }) }),
    execute: async (kind: string, { attempt }: { attempt: string }) => {
      calls.push({ kind, attempt });
      return refuse
        ? { ok: false, error: { type: 'refused', reason: 'not_allowed' } }
        : { ok: true, value: 'x' };
    },
    handIn: async (_: string, attempt: string, payload: HandIn) => {
      calls.push({ kind: 'hand_in', attempt, payload });
      return { ok: true, value: 'y' };
    },
  };
  return { engine: engine as unknown as Engine, calls };
};
const world = { newId: () => 'new', now: () => Date.UTC(2026, 10, 24, 9, 30, 45), random: () => 0 };

it('completes the case first, then hands in what is masked under the same attempt', async () => {
  const { engine, calls } = engineOf([]);
  const done = await handIn({ engine, world }, draft, instrument, reviewOf(draft, instrument));
  expect(done.ok).toBe(true);
  expect(calls.map(({ kind, attempt }) => [kind, attempt])).toEqual([
    ['attempt.record', 'new'],
    ['hand_in', 'new'],
  ]);
  expect(calls[1]?.payload?.answers[0]?.notes).toBe('Vi gör så i [KOMMUN].');
  expect(calls[1]?.payload?.receipt_hash).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(calls[1]?.payload)).not.toMatch(/Vara|AAAAABBBBB/);
});

it('takes the attempt of an earlier try', async () => {
  const earlier = { id: 'old', case: 'c', by: 'me', outcome: 'interviewed' };
  const others = [
    { ...earlier, id: 'hers', by: 'she' },
    { ...earlier, id: 'busy', outcome: 'busy' },
  ];
  const { engine, calls } = engineOf([...others, earlier]);
  await handIn({ engine, world }, draft, instrument, reviewOf(draft, instrument));
  expect(calls.map(({ kind, attempt }) => [kind, attempt])).toEqual([['hand_in', 'old']]);
});

it('hands in nothing when the case could not be completed, or the interview broke off', async () => {
  const { engine, calls } = engineOf([], true);
  const refused = await handIn({ engine, world }, draft, instrument, reviewOf(draft, instrument));
  expect(refused).toEqual({ ok: false, error: { type: 'attempt' } });
  const short = editNotes(begun, 'A1.1', 'Ja.', 3);
  const broken = await handIn({ engine, world }, short, instrument, reviewOf(short, instrument));
  expect(broken).toEqual({ ok: false, error: { type: 'breakoff' } });
  expect(calls).toHaveLength(1);
});
