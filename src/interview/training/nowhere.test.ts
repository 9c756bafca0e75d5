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
import { handIn } from '../masking/hand-in.ts';
import { reviewOf } from '../masking/review-texts.ts';
import { openNowhere } from './nowhere.ts';

const parsed = parseInstrument(definition as Json);
if (!parsed.ok) throw new Error(parsed.error.reason);
const instrument = parsed.value;

/** A real engine may be looked at; whatever it is asked to do is a failure of this test. */
const engine = new Proxy(
  {
    me: { id: 'me' },
    view: createCell({ all: () => [], get: () => undefined }),
  } as unknown as Engine,
  {
    get: (real, name) => {
      if (name === 'me' || name === 'view') return real[name];
      throw new Error(`training asked the engine for ${String(name)}`);
    },
  },
);
const world = { newId: () => crypto.randomUUID(), now: () => 0, random: () => 0.5 };
const begun = giveConsent(
  beginDraft('d', { id: 'w' }, { id: 'c', name: 'Exempelås', stratum: '' }, instrument, 'h'),
  '1',
  'AAAAABBBBB',
);

it('goes all the way to handing in, and asks the engine for nothing', async () => {
  const { handle, engine: nowhere } = openNowhere(engine, world.newId, begun);
  const talk = (draft: InterviewDraft): InterviewDraft =>
    questionsOf(instrument).reduce((so, { id }) => editNotes(so, id, 'Så gör vi.', 0), draft);
  expect((await handle.change(talk)).ok).toBe(true);
  expect((await nowhere.remark({ remark: 'r', instrument: 'h', question: 'A1.1', text: 'x' })).ok).toBe(true);
  const draft = handle.draft.get();
  const done = await handIn({ engine: nowhere, world }, draft, instrument, reviewOf(draft, instrument));
  expect(done.ok).toBe(true);
  expect(handle.draft.get().stage).toBe('handed_in');
});

it('notes no attempt when they do not take part, and has no draft to erase', async () => {
  const { handle, engine: nowhere } = openNowhere(engine, world.newId, begun);
  expect(
    (await nowhere.execute('attempt.record', { attempt: 'a', case: 'c', outcome: 'refusal', at: '' })).ok,
  ).toBe(true);
  expect((await nowhere.drafts.erase('d')).ok).toBe(true);
  expect(await nowhere.drafts.open('d')).toEqual({ ok: false, error: { type: 'no_draft' } });
  await handle.close();
});
